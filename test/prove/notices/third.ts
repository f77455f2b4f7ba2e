import { lineWith, type RegionPair } from './kit.ts';

/** Notices 15 to 19. */
export const thirdPairs: readonly RegionPair[] = [
  {
    notice: '15',
    title: 'a tier pays more',
    regions: {
      allowance: [
        { is: 'moreMoney | 20 years to 29 years → 20 years to 29 years | 5000', witness: {} },
        { is: 'ifEligible', witness: 1 },
      ],
    },
  },
  {
    // 35 to 38 terms are 18 and 19 years: 700 become 800. The others keep their money under another name.
    notice: '15',
    title: 'a boundary moves',
    regions: {
      allowance: [
        {
          is: 'moreMoney | 10 years to 19 years → 18 years to 29 years | 10000',
          witness: { totalTerms: 38 },
        },
        { is: 'otherTier | 10 years to 19 years → 10 years to 17 years', witness: { totalTerms: 34 } },
        { is: 'otherTier | 20 years to 29 years → 18 years to 29 years', witness: {} },
        { is: 'ifEligible', witness: 1 },
      ],
    },
  },
  {
    // Only who comes of age in the first year or later: a man born on 1 January 1959 or after.
    notice: '15',
    title: 'paid from the same month',
    regions: {
      allowance: [
        { is: 'otherDates | from earlier -1 month', witness: { birthDate: '1959-01-01' } },
        { is: 'ifEligible', witness: 2 },
      ],
    },
  },
  {
    notice: '15',
    title: 'more terms wanted',
    regions: {
      allowance: [
        {
          is: 'becomesIneligible | by oneSchoolYear yes→no | where longestContinuousTerms [2, 4)',
          witness: { longestContinuousTerms: 3 },
        },
        { is: 'settledOut | by oneSchoolYear yes→no | where longestContinuousTerms [2, 4)', witness: 2 },
      ],
    },
  },
  {
    notice: '15',
    title: 'a condition for a time',
    regions: {
      allowance: [
        {
          is: 'becomesEligible | by inTeachingPost no→yes | where asOf [2024-07-01, ]',
          witness: { teachingPost: false, asOf: '2024-07-01' },
        },
        { is: 'opened | by inTeachingPost no→yes | where asOf [2024-07-01, ]', witness: 3 },
      ],
    },
  },
  {
    // A term is a third of a year: years are a third of the terms, rounded up. 61 to 87 terms were over 30 years and are 21
    // to 29; 88 to 90 are 30, for which there is no rate; 59 and 60 were 30 and are 20; 39 to 57 were 20 to 29 and are 13
    // to 19; 19 to 27 were 10 to 14 and are 7 to 9, which each city pays (350 to 650) or has not set.
    notice: '15',
    title: 'a term of four months',
    regions: {
      allowance: [
        { is: 'lessMoney | over 30 years → 20 years to 29 years | -10000', witness: { totalTerms: 61 } },
        { is: 'lessMoney | 20 years to 29 years → 10 years to 19 years | -10000', witness: {} },
        {
          is: 'lessMoney | 10 years to 19 years → 1 year to 9 years | -35000..-5000',
          witness: { totalTerms: 27 },
        },
        { is: 'moneyOpened | over 30 years → 30 years', witness: { totalTerms: 88 } },
        { is: 'moneyOpened | 10 years to 19 years → 1 year to 9 years', witness: 2 },
        { is: 'moneySettled | 30 years → 20 years to 29 years', witness: { totalTerms: 59 } },
        { is: 'ifEligible', witness: 1 },
      ],
    },
  },
  {
    // Nobody's money: the row without a rate is called otherwise.
    notice: '15',
    title: 'the last row for all that is left',
    edits: [['    0 年: 未规定 "没有任教学期的', '    其余: 未规定 "没有任教学期的']],
    regions: {
      allowance: [
        { is: 'otherTier | 0 years → otherwise', witness: { totalTerms: 0 } },
        { is: 'ifEligible', witness: 2 },
      ],
    },
  },
  {
    notice: '15',
    title: 'early leavers too',
    edits: [[lineWith('15', '(offPost)'), '']],
    regions: {
      allowance: [
        {
          is: 'becomesEligible | by offPost yes→∅ | where teacherType in ["minban"] | where inPlannedOffPostRetirement in [true]',
          witness: { inPlannedOffPostRetirement: true },
        },
        {
          is: 'opened | by offPost yes→∅ | where teacherType in ["minban"] | where inPlannedOffPostRetirement in [true]',
          witness: 2,
        },
      ],
    },
  },
  {
    // Two lines at once: by the one, by the other, by both.
    notice: '15',
    title: 'no roster of offences, and one term is enough',
    edits: [
      ['最长连续任教学期数 2 学期 以上', '最长连续任教学期数 1 学期 以上'],
      [lineWith('15', '(convicted)'), ''],
    ],
    regions: {
      allowance: ['becomesEligible', 'opened'].flatMap((kind) => {
        const more = kind === 'opened' ? 1 : 0;
        const terms = 'where longestContinuousTerms [1, 2)';
        const record = 'where criminalRecord in [true]';
        return [
          { is: `${kind} | by oneSchoolYear no→yes | ${terms}`, witness: 1 + more },
          { is: `${kind} | by convicted yes→∅ | ${record}`, witness: 1 + more },
          {
            is: `${kind} | by oneSchoolYear no→yes | by convicted yes→∅ | ${terms} | ${record}`,
            witness: 2 + more,
          },
        ];
      }),
    },
  },
  {
    // One of three suffices now. Who is of the group without question changes the rest, where all others are open.
    notice: '16',
    title: 'any instead of all',
    regions: {
      priorityHelp: [
        { is: 'becomesEligible | by dibaoOneYear no→yes', witness: 2 },
        { is: 'settledIn | by dibaoOneYear no→yes', witness: 2 },
      ],
      ...Object.fromEntries(
        (
          [
            ['jobOffer', 2],
            ['welfarePlacement', 2],
            ['startUpPreference', 3],
            ['skillsTraining', 3],
          ] as const
        ).map(([programme, witness]) => [
          programme,
          [{ is: 'settledIn | by dibaoOneYear no→yes | by others unknown→no', witness }],
        ]),
      ),
    },
  },
  {
    // The loan comes first: relief is passed over for whoever may have both.
    notice: '16',
    title: 'of two preferences the first',
    regions: {
      reliefHelp: [
        {
          is: 'passedOver',
          witness: { startsOwnBusiness: true, lacksFunds: true, meetsMicroLoanConditions: true },
        },
      ],
    },
  },
  {
    notice: '16',
    title: 'half a year is stable',
    edits: [['劳动合同期限 1 年 以上', '劳动合同期限 6 个月 以上']],
    regions: {
      stableEmployment: [
        {
          is: 'becomesEligible | by hiredStable no→yes | where contractMonths [6, 12)',
          witness: { employmentForm: 'hired', contractMonths: 6 },
        },
      ],
    },
  },
  {
    // Taken in on 10 March, looked at on 10 June: three months to the day.
    notice: '17',
    title: 'three months to the day',
    regions: {
      placement: [{ is: 'becomesEligible | by overThreeMonths no→yes', witness: { identityKnown: false } }],
    },
  },
  {
    notice: '17',
    title: 'who cannot consent is asked too',
    regions: {
      escort: [
        {
          is: 'becomesIneligible | by consent yes→no | where fullCivilCapacity in [false]',
          witness: 2,
        },
      ],
    },
  },
  {
    // From a fen above the bound on, without end.
    notice: '17',
    title: 'treatment up to ten thousand',
    edits: [
      [
        lineWith('17', '  金额 每人一次性 医疗费用实际发生额'),
        '  金额 每人一次性 医疗费用实际发生额\n    不超过 10000 元\n',
      ],
    ],
    regions: {
      medicalTreatment: [
        {
          is: 'lessMoney | null..-1 | where actualMedicalCost [10000.01, ]',
          witness: { actualMedicalCost: 10000.01 },
        },
      ],
    },
  },
  {
    notice: '18',
    title: 'an amount where there was none',
    regions: { provincialWarmthVisit: [{ is: 'moneySettled', witness: 1 }] },
  },
  {
    // The retired were open, and are out.
    notice: '18',
    title: 'those in service only',
    edits: [[lineWith('18', '(notInService)'), '']],
    regions: {
      schoolWarmthVisit: [
        {
          is: 'settledOut | by notInService unknown→∅ | where servingStaff in [false]',
          witness: { servingStaff: false },
        },
      ],
    },
  },
  {
    // Teachers with the county's consent; before the closing day without an application it was open.
    notice: '19',
    title: 'consent of the city',
    edits: [
      [
        '(teacherConsent): 教育行政部门同意级别 不低于 县',
        '(teacherConsent): 教育行政部门同意级别 不低于 市',
      ],
    ],
    regions: {
      examinedPost: [
        {
          is: 'becomesIneligible | by teacherConsent yes→no | where authorityConsentLevel in ["county"]',
          witness: { schoolTeacher: true, authorityConsentLevel: 'county' },
        },
        {
          is: 'settledOut | by teacherConsent yes→no | where authorityConsentLevel in ["county"]',
          witness: 4,
        },
      ],
    },
  },
  {
    // By post on the last day; who has not yet applied on it could still, and cannot any more.
    notice: '19',
    title: 'the last day for letters not included',
    edits: [['报名日期 在 邮寄报名末日 前(含)', '报名日期 在 邮寄报名末日 前(不含)']],
    regions: {
      examinedPost: [
        {
          is: 'becomesIneligible | by mailFiling yes→no | where appliedOn [2023-09-13, 2023-09-13]',
          witness: { channel: 'mail', appliedOn: '2023-09-13' },
        },
        {
          is: 'settledOut | by mailFiling unknown→no | where appliedOn in [null]',
          witness: { channel: 'mail', appliedOn: null, asOf: '2023-09-13' },
        },
      ],
    },
  },
  {
    notice: '19',
    title: 'sixty is enough',
    regions: {},
  },
];
