import { lineWith, type RegionPair } from './kit.ts';

const lessDebt = 'by debt no→yes | where debtAmount [20000, 29999.99]';
const elsewhere = 'by aidedElsewhere yes→∅';
const november = 'where materialsReceivedDate [2022-11-01, 2022-11-30]';

/** Notices 01 to 06. */
export const firstPairs: readonly RegionPair[] = [
  {
    // From 30,000 to 20,000: whoever owes between. The forms may be in time still while October lasts.
    notice: '01',
    title: 'a lower debt is enough',
    regions: {
      teacherAid: [
        { is: `becomesEligible | ${lessDebt}`, witness: { debtAmount: 29999.99 } },
        { is: `opened | ${lessDebt}`, witness: 3 },
      ],
      upperNomination: [
        { is: `becomesEligible | ${lessDebt}`, witness: { debtAmount: 29999.99 } },
        { is: `opened | ${lessDebt}`, witness: 3 },
      ],
    },
  },
  {
    notice: '01',
    title: 'more money',
    regions: {
      teacherAid: [
        { is: 'moreMoney | 100000', witness: {} },
        { is: 'ifEligible', witness: 2 },
      ],
    },
  },
  {
    // Who was helped by others in 2022; of lists nothing is told but the witness.
    notice: '01',
    title: 'help by others ends nothing',
    edits: [[`  不得重复\n${lineWith('01', '(aidedElsewhere)')}`, '']],
    regions: {
      teacherAid: [
        { is: `becomesEligible | ${elsewhere}`, witness: { otherOrgAidDates: ['2022-11-15'] } },
        { is: `opened | ${elsewhere}`, witness: 3 },
      ],
      upperNomination: [
        { is: `becomesEligible | ${elsewhere}`, witness: { otherOrgAidDates: ['2022-11-15'] } },
        { is: `opened | ${elsewhere}`, witness: 3 },
      ],
    },
  },
  {
    // Papers of November are in time now; in November those still to come are, too, but the unit's form must be there.
    notice: '01',
    title: 'papers a month later',
    edits: [['材料送达日期 在 年度-10 月底 前(含)', '材料送达日期 在 年度-11 月底 前(含)']],
    regions: Object.fromEntries(
      ['teacherAid', 'upperNomination'].map((programme) => [
        programme,
        [
          {
            is: `becomesEligible | by materials no→yes | ${november}`,
            witness: { materialsReceivedDate: '2022-11-01' },
          },
          {
            is: 'opened | by materials no→unknown | where materialsReceivedDate in [null]',
            witness: { materialsReceivedDate: null },
          },
          { is: `opened | by materials no→yes | ${november}`, witness: 3 },
        ],
      ]),
    ),
  },
  {
    // Who has the wish and the ability and is one of the two: prone to drift, of working age.
    notice: '02',
    title: 'a condition moved to another group',
    regions: { employmentHelp: [{ is: 'becomesEligible | by eligible no→yes', witness: 3 }] },
  },
  {
    // Everybody eligible pays something himself, and stood in a row without a number.
    notice: '02',
    title: 'money in a tier that had none',
    regions: {
      medicalTemporaryAid: [
        { is: 'moreMoney | over 0 yuan → over 0 yuan | 100000', witness: 3 },
        { is: 'ifEligible', witness: 6 },
      ],
    },
  },
  {
    notice: '02',
    title: 'only those in difficulty',
    edits: [['  资格 符合临时救助条件 ', '  资格 符合临时救助条件 且 生活困难 ']],
    regions: {
      temporaryAid: [
        {
          is: 'becomesIneligible | by eligible yes→no | where inDifficulty in [false]',
          witness: { temporaryAidEligible: true },
        },
      ],
    },
  },
  {
    // The notice comes out in September or later: pupils, and children in difficulty; of postgraduates it is not said.
    notice: '03',
    title: 'a condition dropped',
    regions: {
      summer: [
        {
          is: 'becomesEligible | by augustAhead no→∅ | where circumstances.noticeIssueDate [2022-09-01, ]',
          witness: 2,
        },
        {
          is: 'opened | by augustAhead no→∅ | where circumstances.noticeIssueDate [2022-09-01, ]',
          witness: { schoolStage: 'postgraduate', 'circumstances.noticeIssueDate': '2022-09-01' },
        },
      ],
    },
  },
  {
    notice: '03',
    title: 'paid a month later',
    regions: { keyHelp: [{ is: 'otherDates | on later 1 month', witness: 1 }] },
  },
  {
    // 200 yuan each time, held to 600 in all: from the fourth notice on; of eight 1,600 become 600.
    notice: '03',
    title: 'a cap',
    regions: {
      epidemic: [
        { is: 'lessMoney | total -100000..-20000', witness: 1 },
        { is: 'ifEligible', witness: 2 },
      ],
    },
  },
  {
    // Of up to three notices up to three are of medium risk.
    notice: '03',
    title: 'medium risk is counted no more',
    regions: {
      epidemic: [
        {
          is: 'lessMoney | total -60000..-20000',
          witness: { 'circumstances.riskNotices': [{ date: '2022-12-15', level: 'medium' }] },
        },
        { is: 'ifEligible', witness: 2 },
      ],
    },
  },
  {
    // The first orange warning of the whole time pays once, whatever its hazard.
    notice: '03',
    title: 'more for the first warning',
    edits: [['(firstOverall): 每人 200 元 首次', '(firstOverall): 每人 250 元 首次']],
    regions: {
      weather: [
        { is: 'moreMoney | 5000', witness: 1 },
        { is: 'ifEligible', witness: 2 },
      ],
    },
  },
  {
    // A notice that comes out on the ninth day itself has no eighth one in force that year.
    notice: '03',
    title: 'the eighth day of the ninth month',
    edits: [['每年 农历 九月初九', '每年 农历 九月初八']],
    regions: {
      doubleNinth: [
        { is: 'otherDates | on earlier -1 day', witness: 1 },
        { is: 'otherDates | on dropped', witness: 2 },
      ],
    },
  },
  {
    notice: '04',
    title: 'a condition added',
    regions: {
      pairing: [
        {
          is: 'becomesIneligible | by hasPatient ∅→no | where hasCriticallyIllMember in [false]',
          witness: {},
        },
      ],
    },
  },
  {
    // Given once, by the reading that the parameters choose.
    notice: '04',
    title: 'more for each household',
    edits: [['定义 帮扶资金 (fund) = 3000 元 ', '定义 帮扶资金 (fund) = 3500 元 ']],
    regions: { pairing: [{ is: 'moreMoney | 50000', witness: {} }] },
  },
  {
    notice: '05',
    title: 'cadres of villages help no more',
    edits: [['任职单位 属于 {乡镇街道, 村社区}', '任职单位 属于 {乡镇街道}']],
    regions: {
      helper: [
        {
          is: 'becomesIneligible | by localUnit yes→no | where workplace in ["village"]',
          witness: { workplace: 'village' },
        },
      ],
    },
  },
  {
    // Whoever came on the list later is open in the old version and out in the new one.
    notice: '05',
    title: 'two kinds of household only',
    edits: [['城镇对象类别 不为 不属困难群体', '城镇对象类别 属于 {城镇低保户, 特困户}']],
    regions: {
      pairingHelp: [
        {
          is: 'becomesIneligible | by category yes→no | where urbanCategory in ["orphan","expenditurePoor","other"]',
          witness: 1,
        },
        {
          is: 'settledOut | by category yes→no | where urbanCategory in ["orphan","expenditurePoor","other"]',
          witness: 2,
        },
      ],
    },
  },
  {
    // Passive, yet the task done: which of the two it takes was open; passive and not done was punished before.
    notice: '06',
    title: 'being passive is enough',
    edits: [['又消极又不落实 (both): 态度消极 且 非 已落实任务', '又消极又不落实 (both): 态度消极']],
    regions: {
      punishment: [
        {
          is: 'settledIn | by both no→yes | where tasksPerformed in [true]',
          witness: { passiveAttitude: true },
        },
      ],
    },
  },
];
