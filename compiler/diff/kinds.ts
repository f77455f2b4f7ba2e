import type { AppEffect, Text } from './text.ts';

interface Kind {
  readonly app: AppEffect;
  readonly decides: boolean;
  /** What is said before `before → after`. */
  readonly title: Text;
}

const kind = (app: AppEffect, decides: boolean, zh: string, en: string): Kind => ({
  app,
  decides,
  title: { zh, en },
});

/** Every type of change. `app` and `decides` are what holds unless the change itself says otherwise. */
export const kinds = {
  noticeRenamed: kind('breaking', false, '方案改名', 'notice renamed'),
  sourceChanged: kind('invisible', false, '出处改变', 'source changed'),
  inForceChanged: kind('invisible', true, '施行期间改变', 'term of validity changed'),
  transitionChanged: kind('invisible', true, '过渡改变', 'transition changed'),
  labelChanged: kind('compatible', false, '名称改变', 'label changed'),
  clauseChanged: kind('invisible', false, '依据改变', 'clause changed'),

  factAdded: kind('compatible', false, '新增事实', 'fact added'),
  factRemoved: kind('breaking', false, '删去事实', 'fact removed'),
  factRenamed: kind('breaking', false, '事实改名', 'fact renamed'),
  factTypeChanged: kind('breaking', true, '类型改变', 'type changed'),
  factRangeWidened: kind('compatible', false, '范围放宽', 'range widened'),
  factRangeNarrowed: kind('breaking', false, '范围收窄', 'range narrowed'),
  factAbsenceAllowed: kind('compatible', false, '改为可无', 'may now be absent'),
  factAbsenceRefused: kind('breaking', false, '不再可无', 'may no longer be absent'),
  factProofChanged: kind('invisible', false, '凭证改变', 'proof changed'),
  factDeterminerChanged: kind('invisible', true, '认定机构改变', 'who finds it changed'),
  factDefaultChanged: kind('invisible', true, '未填时的算法改变', 'default changed'),
  optionAdded: kind('compatible', false, '新增选项', 'option added'),
  optionRemoved: kind('breaking', true, '删去选项', 'option removed'),
  optionsReordered: kind('invisible', true, '选项次序改变', 'order of options changed'),
  optionsOpened: kind('compatible', true, '改为开放列举', 'enumeration opened'),
  optionsClosed: kind('breaking', true, '不再开放列举', 'enumeration closed'),
  unitChanged: kind('invisible', true, '单位换算改变', 'unit changed'),

  parameterAdded: kind('breaking', false, '新增参数', 'parameter added'),
  parameterRemoved: kind('breaking', false, '删去参数', 'parameter removed'),
  parameterRenamed: kind('breaking', false, '参数改名', 'parameter renamed'),
  parameterTypeChanged: kind('breaking', true, '参数类型改变', 'type of parameter changed'),
  parameterDeterminerChanged: kind('invisible', true, '确定机构改变', 'who sets it changed'),
  parameterValueAdded: kind('invisible', true, '新增定值', 'dated value added'),
  parameterValueChanged: kind('invisible', true, '定值改变', 'dated value changed'),
  parameterValueRemoved: kind('invisible', true, '删去定值', 'dated value removed'),
  deployedValueAdded: kind('invisible', true, '新给定值', 'value given'),
  deployedValueChanged: kind('invisible', true, '给定值改变', 'given value changed'),
  deployedValueRemoved: kind('invisible', true, '不再给定', 'value no longer given'),

  definitionAdded: kind('invisible', false, '新增定义', 'definition added'),
  definitionRemoved: kind('invisible', false, '删去定义', 'definition removed'),
  definitionRenamed: kind('invisible', false, '定义改名', 'definition renamed'),
  definitionChanged: kind('invisible', true, '定义改变', 'definition changed'),
  definitionRestated: kind(
    'invisible',
    false,
    '定义换一种写法，意思不变',
    'definition restated, same meaning',
  ),

  programmeAdded: kind('compatible', true, '新增项目', 'programme added'),
  programmeRemoved: kind('breaking', true, '删去项目', 'programme removed'),
  programmeRenamed: kind('breaking', false, '项目改名', 'programme renamed'),
  programmeSubjectChanged: kind('breaking', true, '对象改变', 'subject changed'),

  conditionAdded: kind('invisible', true, '新增条件', 'condition added'),
  conditionRemoved: kind('invisible', true, '删去条件', 'condition dropped'),
  conditionRenamed: kind('compatible', false, '条件改名', 'condition renamed'),
  conditionMoved: kind('invisible', true, '条件移到另一组', 'condition moved to another group'),
  conditionRestated: kind('invisible', false, '换一种写法，意思不变', 'restated, same meaning'),
  conditionChanged: kind('invisible', true, '条件改变', 'condition changed'),
  thresholdMoved: kind('invisible', true, '界限移动', 'threshold moved'),
  boundChanged: kind('invisible', true, '界限含与不含改变', 'boundary made inclusive or exclusive'),
  groupChanged: kind('invisible', true, '组合方式改变', 'way of combining changed'),
  whenChanged: kind('invisible', true, '适用情形改变', 'when it applies changed'),
  lineInForceChanged: kind('invisible', true, '施行时间改变', 'days in force changed'),
  noDoubleChanged: kind('invisible', true, '不得重复改变', 'other benefit changed'),
  exceptionAdded: kind('invisible', true, '新增例外', 'exception added'),
  exceptionRemoved: kind('invisible', true, '删去例外', 'exception dropped'),
  exclusionAdded: kind('invisible', true, '新增排除', 'exclusion added'),
  exclusionRemoved: kind('invisible', true, '删去排除', 'exclusion dropped'),

  tierAdded: kind('breaking', true, '新增档次表', 'tier table added'),
  tierRemoved: kind('breaking', true, '删去档次表', 'tier table removed'),
  tierKeyChanged: kind('invisible', true, '分档依据改变', 'what tiers go by changed'),
  rowAdded: kind('compatible', true, '新增一档', 'row added'),
  rowRemoved: kind('breaking', true, '删去一档', 'row removed'),
  rowBoundaryMoved: kind('breaking', true, '档次界限移动', 'boundary of a row moved'),
  rowsReordered: kind('invisible', true, '各档先后改变', 'order of rows changed'),
  tableModeChanged: kind('invisible', true, '各档的取法改变', 'which row counts changed'),
  bandKeyChanged: kind('invisible', true, '分段依据改变', 'what bands go by changed'),
  bandAdded: kind('compatible', true, '新增一段', 'band added'),
  bandRemoved: kind('compatible', true, '删去一段', 'band removed'),
  bandBoundaryMoved: kind('invisible', true, '分段界限移动', 'end of a band moved'),
  bandRateChanged: kind('invisible', true, '分段比例改变', 'rate of a band changed'),
  rowValueChanged: kind('invisible', true, '', ''),

  amountAdded: kind('compatible', true, '新增金额', 'amount added'),
  amountRemoved: kind('breaking', true, '删去金额', 'amount removed'),
  amountChanged: kind('invisible', true, '金额', 'amount'),
  amountPerChanged: kind('invisible', true, '计发单位改变', 'paid per changed'),
  amountCapChanged: kind('invisible', true, '封顶改变', 'cap changed'),
  amountFloorChanged: kind('invisible', true, '保底改变', 'floor changed'),
  amountEventsChanged: kind('invisible', true, '计次改变', 'events counted changed'),
  paymentChanged: kind('invisible', true, '发放时间改变', 'payment dates changed'),
  grantAdded: kind('compatible', true, '新增待遇', 'grant added'),
  grantRemoved: kind('breaking', true, '删去待遇', 'grant removed'),
  routeAdded: kind('compatible', true, '新增分流', 'route added'),
  routeRemoved: kind('breaking', true, '删去分流', 'route removed'),
  routeModeChanged: kind('invisible', true, '分流方式改变', 'way of routing changed'),
  routeReordered: kind('invisible', true, '分流先后改变', 'order of routes changed'),
  referralChanged: kind('invisible', true, '转交部门改变', 'referral changed'),

  choiceAdded: kind('compatible', true, '新增择一', 'choice added'),
  choiceRemoved: kind('compatible', true, '删去择一', 'choice removed'),
  choiceChanged: kind('invisible', true, '取舍办法改变', 'which one is paid changed'),
  choiceReordered: kind('invisible', true, '择一先后改变', 'order of choice changed'),
  choiceMemberAdded: kind('invisible', true, '列入择一', 'added to choice'),
  choiceMemberRemoved: kind('invisible', true, '移出择一', 'removed from choice'),
  choiceMemberChanged: kind('invisible', true, '择一的金额改变', 'amount chosen among changed'),

  stageAdded: kind('compatible', true, '新增遴选', 'selection stage added'),
  stageRemoved: kind('breaking', true, '删去遴选', 'selection stage removed'),
  quotaChanged: kind('invisible', true, '名额', 'places'),
  rankingChanged: kind('invisible', true, '排序改变', 'ranking changed'),
  stageRuleChanged: kind('invisible', true, '遴选规则改变', 'selection rule changed'),

  documentAdded: kind('compatible', true, '新增材料', 'document added'),
  documentRemoved: kind('compatible', true, '删去材料', 'document removed'),
  documentChanged: kind('invisible', true, '材料要求改变', 'document changed'),
  documentChannelChanged: kind('invisible', true, '适用的方式改变', 'way it is for changed'),
  documentFactChanged: kind('invisible', true, '以何为据改变', 'what says it was handed in changed'),
  deadlineAdded: kind('compatible', true, '新增期限', 'deadline added'),
  deadlineRemoved: kind('breaking', true, '删去期限', 'deadline removed'),
  deadlineMoved: kind('invisible', true, '期限', 'deadline'),
  pauseAdded: kind('invisible', true, '新增不计的期间', 'days that do not count added'),
  pauseRemoved: kind('invisible', true, '删去不计的期间', 'days that do not count dropped'),
  latenessChanged: kind('invisible', true, '逾期后果改变', 'what lateness costs changed'),
  shareKeyChanged: kind('invisible', true, '分担依据改变', 'what shares go by changed'),
  shareChanged: kind('invisible', true, '分担改变', 'shares changed'),

  stepAdded: kind('compatible', true, '新增步骤', 'step added'),
  stepRemoved: kind('breaking', true, '删去步骤', 'step removed'),
  stepRenamed: kind('breaking', false, '步骤改名', 'step renamed'),
  stepActorChanged: kind('invisible', false, '办理者改变', 'actor changed'),
  stepNeedsChanged: kind('invisible', true, '前提改变', 'what it waits for changed'),
  stepReordered: kind('invisible', false, '步骤先后改变', 'order of steps changed'),
  stepTimeChanged: kind('invisible', true, '时间要求改变', 'time of a step changed'),

  dutyAdded: kind('compatible', true, '新增义务', 'duty added'),
  dutyRemoved: kind('breaking', true, '删去义务', 'duty removed'),
  dutyKindChanged: kind('invisible', true, '义务与指标互换', 'duty or target changed'),
  dutyPeriodChanged: kind('invisible', true, '履行周期改变', 'how often it falls changed'),
  dutyTermChanged: kind('invisible', true, '履行期间改变', 'term of a duty changed'),

  assertionAdded: kind('invisible', false, '新增断言', 'assertion added'),
  assertionRemoved: kind('invisible', false, '删去断言', 'assertion removed'),
  assertionChanged: kind('invisible', false, '断言改变', 'assertion changed'),

  /** Whatever no other kind names: nothing that decides may change unseen. */
  otherChanged: kind('invisible', true, '另有改变', 'changed otherwise'),
} as const satisfies { readonly [name: string]: Kind };

export type ChangeKind = keyof typeof kinds;
