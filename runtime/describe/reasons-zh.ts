import type { DataProblem, DataWarning, Reason } from '../decision.ts';
import type { NameOf } from './words.ts';

const DATA: { readonly [problem in Exclude<DataProblem, 'noSuchRecord'>]: string } = {
  divisionByZero: '分母为零',
  notUnique: '应当只有一个而有多个',
  noSuchDay: '日历上没有这一天',
  notWhole: '天数或月数不是整数',
};

const withKey = (name: string, key: string | undefined): string =>
  key === undefined ? name : `${name}（${key}）`;

/** Why something is open, and who can settle it. */
export function reasonZh(reason: Reason, nameOf: NameOf): string {
  switch (reason.kind) {
    case 'missing':
      return `缺 ${nameOf(reason.fact)}`;
    case 'determination': {
      const what = reason.fact ?? reason.parameter ?? reason.what;
      const name = what === undefined ? '' : withKey(nameOf(what), reason.key);
      // A line that is nothing but this is called by its words.
      const named = name === '' || name === `由 ${reason.by} 确定` ? '' : `：${name}`;
      return `待 ${reason.by} 认定或确定${named}`;
    }
    case 'parameter':
      return `参数尚未给定：${withKey(nameOf(reason.parameter), reason.key)}`;
    case 'waiting':
      return reason.until === null
        ? `等待 ${nameOf(reason.step)}`
        : `等待 ${nameOf(reason.step)}，至 ${reason.until} 为止`;
    case 'unspecified':
      return `原文未规定：${reason.text === '' ? nameOf(reason.at) : reason.text}`;
    case 'contradiction':
      return `原文自相矛盾：${reason.text}`;
    case 'calendar':
      return `历表和放假安排只公布到 ${reason.through}`;
    case 'population':
      return 'subject' in reason
        ? `须有 ${nameOf(reason.subject)} 的全部记录`
        : '取决于其他申请人，须全部申请人一并排定';
    case 'data':
      if (reason.problem === 'noSuchRecord') return `没有这样编号的记录：${nameOf(reason.at)}`;
      return `数据有误：${DATA[reason.problem]}`;
  }
}

export function warningZh(warning: DataWarning, nameOf: NameOf): string {
  const place = nameOf(warning.path);
  switch (warning.problem) {
    case 'afterDecisionDate':
      return `${place} 的日期 ${warning.detail} 在判定日之后，未计入`;
    case 'differsFromComputed':
      return `${place} 与推算的或事实所记的不同：${warning.detail}，以所填为准`;
    case 'dueDatesContradict':
      return `${place} 的两个期限相左：${warning.detail}，以较早者为准`;
    case 'outsideValidity':
      return `${place} 的发放期超出方案有效期（${warning.detail}）`;
    case 'shorterThanRequired':
      return `${place} 历时不足：${warning.detail}`;
    case 'beforePeriod':
      return `${place} 早于规定的期间：${warning.detail}`;
  }
}
