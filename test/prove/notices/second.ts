import { lineWith, type RegionPair } from './kit.ts';

/** Notices 07 to 14. */
export const secondPairs: readonly RegionPair[] = [
  {
    notice: '07',
    title: 'an exclusion dropped',
    regions: {
      advancedCollective: [
        {
          is: 'becomesEligible | by accident yes→∅ | where liabilityAccidentInYear in [true]',
          witness: { liabilityAccidentInYear: true },
        },
      ],
    },
  },
  {
    // Grades of earlier years are a fact by years, which proofs do not reach; the base record was excellent but once.
    notice: '07',
    title: 'merit for workers too',
    edits: [
      [
        '    功在范围 (meritInScope): 在考核范围 ',
        '    功在范围 (meritInScope): 在考核范围 或 人员身份 为 工勤人员 ',
      ],
    ],
    regions: {},
    undecided: { meritThirdClass: ['keyedFact'] },
  },
  {
    notice: '08',
    title: 'both grandchildren wanted',
    edits: [['  资格 有孙女 或 有孙子 ', '  资格 有孙女 且 有孙子 ']],
    regions: { studyHelp: [{ is: 'becomesIneligible | by eligible yes→no', witness: 1 }] },
  },
  {
    notice: '09',
    title: 'not the severely ill',
    edits: [['属于 {残疾人, 精神疾病患者, 重型精神疾病患者}', '属于 {残疾人, 精神疾病患者}']],
    regions: {
      communityCare: [
        {
          is: 'becomesIneligible | by eligible yes→no | where patientCategory in ["severeMentalIllness"]',
          witness: { patientCategory: 'severeMentalIllness' },
        },
      ],
    },
  },
  {
    notice: '09',
    title: 'mothers of the country too',
    edits: [['孕产妇城乡类别 为 城镇', '孕产妇城乡类别 存在']],
    regions: {
      systematicManagement: [
        {
          is: 'becomesEligible | by urbanMother no→yes | where pregnantWomanArea in ["rural"]',
          witness: { pregnantWomanArea: 'rural' },
        },
      ],
    },
  },
  {
    // Covered by another scheme: out before, or open between the two gates; after another disaster than the flood it is open.
    notice: '10',
    title: 'whoever is covered elsewhere too',
    edits: [[lineWith('10', '(notCovered)'), '']],
    regions: Object.fromEntries(
      ['temporaryAid', 'entry'].map((programme) => [
        programme,
        [
          {
            is: 'becomesEligible | by notCovered no→∅ | where otherAssistanceCoversNow in [true]',
            witness: { otherAssistanceCoversNow: true },
          },
          {
            is: 'settledIn | by notCovered no→∅ | where otherAssistanceCoversNow in [true]',
            witness: { otherAssistanceCoversNow: true, emergencyAidReceived: true },
          },
          { is: 'opened | by notCovered no→∅ | where otherAssistanceCoversNow in [true]', witness: 2 },
        ],
      ]),
    ),
  },
  {
    // On the last day itself it was open whether the term is over.
    notice: '11',
    title: 'day of expiry included',
    regions: {
      termination: [
        { is: 'settledIn | by pastLastDay no→yes', witness: { correctionTermEnd: '2008-06-30' } },
      ],
      expiredUnruly: [
        {
          is: 'settledIn | by pastLastDay no→yes',
          witness: { correctionTermEnd: '2008-06-30', keptSupervisionRules: false },
        },
      ],
    },
  },
  {
    // Who offended and broke no rule; where disobedience comes in, another ground is open.
    notice: '11',
    title: 'one of two grounds instead of both',
    regions: {
      officeSanction: [
        {
          is: 'becomesIneligible | by morals yes→no | where seriousBreach in [false]',
          witness: { offendedMorals: true },
        },
        {
          is: 'opened | by morals yes→no | where seriousBreach in [false]',
          witness: { offendedMorals: true, disobedient: true },
        },
      ],
    },
  },
  {
    // Minors whose crime is not light, or whose malice is not small.
    notice: '11',
    title: 'minors whatever the crime',
    edits: [['罪犯类型 含 未成年犯 且 较轻', '罪犯类型 含 未成年犯']],
    regions: { keyPerson: [{ is: 'becomesEligible | by minorKey no→yes', witness: 2 }] },
  },
  {
    notice: '12',
    title: 'a programme for a time',
    regions: {
      titleAndPromotion: [
        { is: 'becomesIneligible | by inForce ∅→no | where asOf [, 2023-12-31]', witness: {} },
      ],
    },
  },
  {
    // Teachers of county schools, in a row without a standard; away, leaving or elsewhere it is open.
    notice: '12',
    title: 'county schools too',
    edits: [[lineWith('12', '(ruralSchool)'), '']],
    regions: {
      allowance: [
        {
          is: 'becomesEligible | by ruralSchool no→∅ | where schoolType in ["countySchool"]',
          witness: { schoolType: 'countySchool' },
        },
        { is: 'opened | by ruralSchool no→∅ | where schoolType in ["countySchool"]', witness: 2 },
      ],
    },
  },
  {
    // Only records that both versions read are compared: those with a date.
    notice: '12',
    title: 'a fact may be absent no more',
    regions: {},
  },
  {
    // Who works in ordinary rooms; dispatched workers and the like are open.
    notice: '13',
    title: 'any post',
    edits: [[lineWith('13', '(heatPost)'), '']],
    regions: Object.fromEntries(
      ['visit', 'visitLeader'].map((programme) => [
        programme,
        [
          {
            is: 'becomesEligible | by heatPost no→∅ | where workSetting in ["indoorNormal"]',
            witness: { workSetting: 'indoorNormal' },
          },
          { is: 'opened | by heatPost no→∅ | where workSetting in ["indoorNormal"]', witness: 2 },
        ],
      ]),
    ),
  },
  {
    notice: '13',
    title: 'half a month longer',
    edits: [['  通常: 年度-08-31', '  通常: 年度-09-15']],
    regions: Object.fromEntries(
      ['visit', 'visitLeader'].map((programme) => [
        programme,
        [
          {
            is: 'becomesEligible | by inPeriod no→yes | where visitDate [2021-09-01, 2021-09-15]',
            witness: { visitDate: '2021-09-01' },
          },
          { is: 'opened | by inPeriod no→yes | where visitDate [2021-09-01, 2021-09-15]', witness: 2 },
        ],
      ]),
    ),
  },
  {
    // The rank above the deputy's now lies below it.
    notice: '14',
    title: 'ranks in another order',
    regions: {
      mustTakePart: [
        {
          is: 'becomesIneligible | by police yes→no | where policeRank in ["section"]',
          witness: { participantRole: 'policeOfficer', policeRank: 'section' },
        },
      ],
    },
  },
  {
    // On the list without a file, and so paired; whose income is not below the line is open there.
    notice: '14',
    title: 'no file wanted',
    edits: [[lineWith('14', '(onFile)'), '']],
    regions: {
      listed: [
        {
          is: 'becomesEligible | by onFile no→∅ | where fileEstablished in [false]',
          witness: { fileEstablished: false },
        },
      ],
      pairing: [
        {
          is: 'becomesEligible | by onFile no→∅ | where fileEstablished in [false]',
          witness: { fileEstablished: false },
        },
        { is: 'opened | by onFile no→∅ | where fileEstablished in [false]', witness: 2 },
      ],
    },
  },
];
