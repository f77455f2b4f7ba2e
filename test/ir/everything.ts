import type { Expr, Policy } from '../../compiler/index.ts';
import type { Amount, Hole, Programme } from '../../compiler/testkit.ts';
import type { Type } from '../../runtime/types.ts';
import {
  Builder,
  bool,
  date,
  int,
  keyed,
  list,
  money,
  month,
  oneOf,
  policy,
  qty,
  ratio,
  record,
  someOf,
  text,
  year,
  yearlyDay,
} from './build.ts';

const field = (id: string, type: Type, optional = false) => ({ id, type, optional });
const warningType = record(field('on', date), field('level', oneOf('level')), field('cost', money, true));

/** A made-up policy in which every kind of node, stage and declaration stands at least once. */
export function everything(): Policy {
  const b = new Builder();
  const facts = {
    birth: b.fact(date, 'birth'),
    sex: () => b.fact(oneOf('sex'), 'sex'),
    flag: () => b.fact(bool, 'flag'),
    death: () => b.fact(date, 'death'),
    debt: () => b.fact(money, 'debt'),
    terms: () => b.fact(qty('term'), 'terms'),
    visits: () => b.fact(list(date), 'visits'),
    warnings: () => b.circumstance(list(warningType), 'warnings'),
    papers: () => b.fact(someOf('paper'), 'papers'),
    city: () => b.fact(text, 'city'),
    level: () => b.fact(oneOf('level'), 'level'),
    constructor: () => b.fact(bool, 'constructor'),
  };
  const years = (n: string) => b.lit(qty('year'), n);
  const def = (type: Type, id: string) => b.node(type, { k: 'def', def: id });
  const asOf = () => b.node(date, { k: 'asOf' });
  const calendar = (type: Type, fn: Extract<Expr, { k: 'calendar' }>['fn'], ...args: Expr[]) =>
    b.node(type, { k: 'calendar', fn, args });
  const firstYear = () => b.param(year, 'firstYear');
  const hole = (type: Type) => b.node(type, { k: 'hole', why: 'unspecified', text: "it's */ silent" });
  const decided = (type: Type) => b.node(type, { k: 'hole', why: 'determination', by: '县委员会' });

  const requiredAge = b.node(qty('year'), {
    k: 'if',
    c: b.cmp('eq', facts.sex(), b.lit(oneOf('sex'), 'male')),
    a: years('60'),
    b: years('55'),
  });
  const reachedOn = b.node(date, {
    k: 'addPeriod',
    date: facts.birth,
    n: def(qty('year'), 'requiredAge'),
    sign: 1,
  });
  const serviceYears = b.node(qty('year'), {
    k: 'round',
    mode: 'up',
    to: '1',
    a: b.node(qty('year'), { k: 'convert', a: facts.terms() }),
  });
  const costs = b.node(money, {
    k: 'aggregate',
    op: 'sum',
    source: {
      k: 'list',
      of: facts.warnings(),
      where: b.cmp(
        'le',
        b.lit(oneOf('level'), 'mid'),
        b.node(oneOf('level'), { k: 'field', of: b.bound(warningType, 0), field: 'level' }),
      ),
      time: 'on',
    },
    map: b.node(money, { k: 'field', of: b.bound(warningType, 0), field: 'cost' }),
  });
  const latest = b.node(date, {
    k: 'aggregate',
    op: 'max',
    source: { k: 'list', of: facts.visits(), time: 'self' },
  });
  const kinds = b.node(int, {
    k: 'aggregate',
    op: 'distinct',
    source: { k: 'list', of: facts.warnings(), time: 'on' },
    map: b.node(oneOf('level'), { k: 'field', of: b.bound(warningType, 0), field: 'level' }),
  });
  const share = b.table(
    ratio,
    'share',
    [facts.city(), facts.flag()],
    [
      b.row(
        'share.南城, yes',
        [
          b.node(bool, {
            k: 'member',
            a: b.bound(text, 0),
            set: b.lit(someOf('text'), ['南城', '北城']),
            mode: 'in',
          }),
          b.bound(bool, 1),
        ],
        b.lit(ratio, '1/3'),
        '六.1',
      ),
      b.row('share.otherwise', [null, null], b.lit(ratio, '1/2')),
    ],
  );
  const nested = b.node(bool, {
    k: 'aggregate',
    op: 'every',
    source: { k: 'list', of: facts.visits() },
    test: b.node(bool, {
      k: 'aggregate',
      op: 'exists',
      source: { k: 'list', of: facts.warnings() },
      test: b.cmp(
        'lt',
        b.bound(date, 1),
        b.node(date, { k: 'field', of: b.bound(warningType, 0), field: 'on' }),
      ),
    }),
  });

  const oldEnough = b.rule('aid.达到年龄', b.cmp('le', def(date, 'reachedOn'), asOf()), '一.1');
  const counted = b.rule(
    'aid.two of',
    b.node(bool, {
      k: 'atLeast',
      n: 2,
      parts: [
        b.rule('aid.two of.1', facts.flag()),
        b.rule('aid.two of.2', b.cmp('lt', facts.debt(), b.lit(money, '3000050'))),
        b.rule(
          'aid.two of.3',
          b.node(bool, {
            k: 'member',
            a: facts.papers(),
            set: b.lit(someOf('paper'), ['id', 'bill']),
            mode: 'any',
          }),
        ),
        b.rule('aid.two of.4', nested),
      ],
    }),
  );
  const waived = b.node(bool, {
    k: 'except',
    neutral: true,
    rule: b.rule(
      'aid.waived',
      b.node(bool, { k: 'member', a: facts.papers(), set: b.lit(someOf('paper'), ['id']), mode: 'all' }),
    ),
    by: [b.rule('aid.waived.lifted', b.cmp('eq', facts.level(), b.lit(oneOf('level'), 'other')))],
  });
  const guardedRule = b.rule(
    'aid.guarded',
    b.node(bool, {
      k: 'guard',
      neutral: true,
      when: b.node(bool, { k: 'present', a: facts.death() }),
      then: b.node(bool, {
        k: 'within',
        a: facts.death(),
        span: {
          lo: b.lit(date, '2019-01-01'),
          loIn: true,
          hi: calendar(date, 'endOf', firstYear()),
          hiIn: false,
        },
      }),
    }),
  );
  const noneOf = b.rule(
    'aid.none',
    b.not(
      b.any(
        b.rule('aid.none.1', facts.constructor()),
        b.rule(
          'aid.none.2',
          b.node(bool, {
            k: 'aggregate',
            op: 'exists',
            source: {
              k: 'list',
              of: facts.visits(),
              where: b.node(bool, {
                k: 'within',
                a: b.bound(date, 0),
                span: {
                  lo: b.node(date, { k: 'addPeriod', date: asOf(), n: years('2'), sign: -1 }),
                  loIn: false,
                  hi: asOf(),
                  hiIn: true,
                },
              }),
              time: 'self',
            },
            atLeast: b.int(2),
            atMost: b.int(4),
          }),
        ),
      ),
    ),
  );
  const eligible = b.rule(
    'aid.eligible',
    b.all(
      oldEnough,
      counted,
      waived,
      guardedRule,
      noneOf,
      b.rule('aid.open', b.any(b.node(bool, { k: 'present', a: facts.visits() }), hole(bool))),
    ),
  );
  const excluded = [
    b.rule(
      'aid.犯罪',
      b.node(bool, { k: 'guard', neutral: false, when: facts.flag(), then: b.cmp('le', kinds, b.int(1)) }),
      '三.3',
    ),
    b.rule(
      'aid.late',
      b.node(bool, { k: 'aggregate', op: 'none', source: { k: 'list', of: facts.papers() } }),
    ),
    b.rule('aid.same', b.cmp('eq', facts.flag(), facts.constructor())),
  ];

  const key = () => b.bound(qty('year'), 0);
  const tier = {
    origin: b.origin(),
    table: b.table(
      money,
      'aid.tier',
      [def(qty('year'), 'serviceYears')],
      [
        b.row('aid.tier.over 30', [b.cmp('lt', years('30'), key())], b.lit(money, '90000'), '四.4'),
        b.row('aid.tier.30', [b.cmp('eq', key(), years('30'))], hole(money)),
        b.row(
          'aid.tier.20 to 29',
          [b.all(b.cmp('le', years('20'), key()), b.cmp('lt', key(), years('30')))],
          b.lit(money, '80000'),
        ),
        b.row('aid.tier.under 20', [b.cmp('lt', key(), years('20'))], b.param(money, 'rate', facts.city())),
      ],
    ),
  };
  const tierOf = () => b.node(money, { k: 'tierOf', programme: 'aid' });
  const pay = { yearly: false };
  const amount = (id: string, base: Expr, more: Partial<Amount>): Amount => ({
    id,
    origin: b.origin('五'),
    base,
    per: [],
    pay,
    ...more,
  });
  const amounts = [
    amount('aid.monthly', tierOf(), {
      per: ['person', 'month'],
      pay: {
        yearly: false,
        from: calendar(month, 'nextMonth', def(date, 'reachedOn')),
        to: calendar(month, 'monthOf', facts.death()),
      },
    }),
    amount('aid.event', b.lit(money, '20000'), {
      per: ['event'],
      heads: b.fact(qty('person'), 'heads'),
      cap: b.node(money, {
        k: 'round',
        mode: 'down',
        to: '100',
        a: b.node(money, { k: 'arith', op: '*', a: facts.debt(), b: def(ratio, 'share') }),
      }),
      floor: b.lit(money, '0'),
      events: {
        source: {
          k: 'list',
          of: facts.warnings(),
          where: b.cmp(
            'lt',
            b.lit(oneOf('level'), 'low'),
            b.node(oneOf('level'), { k: 'field', of: b.bound(warningType, 0), field: 'level' }),
          ),
          time: 'on',
        },
        first: true,
        by: [b.node(oneOf('level'), { k: 'field', of: b.bound(warningType, 0), field: 'level' })],
      },
    }),
    amount('aid.visits', b.lit(money, '100'), {
      per: ['event'],
      when: facts.flag(),
      events: { source: { k: 'list', of: facts.visits(), time: 'self' }, first: false, by: [] },
    }),
    amount('aid.festival', b.lit(money, '20000'), {
      per: ['person'],
      pay: {
        yearly: true,
        on: calendar(date, 'lunar', b.node(year, { k: 'roundYear' }), b.int(9), b.int(9)),
      },
    }),
    amount('aid.once', b.node(money, { k: 'arith', op: '-', a: costs, b: facts.debt() }), {
      per: ['once'],
      pay: { yearly: false, on: calendar(month, 'month', firstYear(), b.int(10)) },
    }),
  ];
  const holeIn = (id: string): Hole => ({ k: 'hole', id, why: 'determination', by: '常务理事会' });
  const aid: Programme = b.programme('aid', 'person', eligible, {
    excluded,
    tier,
    amounts,
    grants: [
      { id: 'aid.doctor', origin: b.origin(), when: facts.flag() },
      { id: 'aid.book', origin: b.origin() },
    ],
    routes: [
      {
        id: 'aid.route',
        mode: 'first',
        origin: b.origin(),
        items: [
          { id: 'aid.route.民政', when: facts.flag(), refer: '民政局', origin: b.origin('七') },
          { id: 'aid.route.other', when: b.yes(), origin: b.origin() },
        ],
      },
    ],
    select: [
      {
        id: 'aid.places',
        origin: b.origin(),
        source: { k: 'eligible' },
        groupBy: [facts.city()],
        order: [
          { key: facts.debt(), direction: 'descending' },
          { key: facts.level(), direction: 'ascending' },
        ],
        limits: [b.int(40)],
        clash: 'least',
        ties: holeIn('aid.places.ties'),
        refill: false,
      },
      {
        id: 'aid.second',
        origin: b.origin(),
        source: { k: 'stage', stage: 'aid.places' },
        only: facts.flag(),
        groupBy: [],
        order: holeIn('aid.second.order'),
        limits: [b.int(10), b.int(12)],
        clash: holeIn('aid.second.clash'),
        ties: 'admit',
        must: facts.flag(),
        refill: true,
      },
    ],
    documents: {
      fact: 'papers',
      origin: b.origin(),
      items: [
        { id: 'aid.paper.id', options: ['id'], form: 'copy', copies: 2, origin: b.origin() },
        {
          id: 'aid.paper.bill',
          options: ['bill', 'receipt'],
          form: 'original',
          copies: 1,
          when: facts.flag(),
          origin: b.origin(),
        },
      ],
    },
    deadlines: [
      {
        id: 'aid.申报',
        origin: b.origin('八'),
        date: b.fact(date, 'received'),
        span: {
          loIn: false,
          hi: b.node(date, {
            k: 'addPeriod',
            date: calendar(date, 'date', firstYear(), b.int(10), b.int(8)),
            n: b.lit(qty('workday'), '5'),
            sign: 1,
          }),
          hiIn: true,
        },
        late: 'forfeit',
      },
    ],
    shares: {
      origin: b.origin(),
      keys: [facts.city()],
      rows: [
        {
          id: 'aid.share.南城',
          origin: b.origin(),
          cases: [b.cmp('eq', b.bound(text, 0), b.lit(text, '南城'))],
          parts: [
            { payer: '省', share: b.lit(ratio, '1/2') },
            { payer: '市', share: b.lit(ratio, '1/2') },
          ],
        },
        {
          id: 'aid.share.rest',
          origin: b.origin(),
          cases: [null],
          parts: { k: 'hole', id: 'aid.share.rest.parts', why: 'unspecified', text: '未写明' },
        },
      ],
    },
  });
  const household = b.programme(
    'household',
    'family',
    b.rule(
      'household.eligible',
      b.all(
        b.rule('household.size', b.cmp('lt', b.lit(qty('person'), '2'), b.fact(qty('person'), 'members'))),
        b.rule('household.decided', decided(bool)),
      ),
    ),
  );

  const steps = [
    {
      id: 'claim',
      origin: b.origin(),
      actor: '申请人',
      late: 'record' as const,
      due: [
        {
          id: 'claim.first',
          origin: b.origin('九'),
          round: 'first' as const,
          span: {
            loIn: false,
            hi: calendar(date, 'inYear', firstYear(), b.lit(yearlyDay, '02-29')),
            hiIn: true,
          },
        },
        {
          id: 'claim.later',
          origin: b.origin(),
          round: 'later' as const,
          span: {
            loIn: false,
            hi: calendar(date, 'inYear', b.node(year, { k: 'roundYear' }), b.lit(yearlyDay, '03-31')),
            hiIn: true,
          },
        },
      ],
    },
    {
      id: 'review',
      origin: b.origin(),
      late: 'refuse' as const,
      needs: b.node(bool, { k: 'outcome', of: 'claim', state: 'done' }),
      lasts: b.lit(qty('workday'), '5'),
      when: b.node(bool, { k: 'outcome', of: 'aid', state: 'eligible' }),
      planned: {
        lo: calendar(date, 'festival', firstYear(), b.lit(text, 'midAutumn')),
        loIn: true,
        hiIn: false,
      },
      due: [
        {
          id: 'review.due',
          origin: b.origin(),
          span: {
            loIn: false,
            hi: b.node(date, {
              k: 'addPeriod',
              date: b.node(date, { k: 'stepTime', step: 'claim', part: 'end' }),
              n: b.lit(qty('workday'), '5'),
              sign: 1,
            }),
            hiIn: true,
          },
        },
      ],
    },
    {
      id: 'counted',
      origin: b.origin(),
      late: 'record' as const,
      countedBy: 'received',
      during: {
        lo: calendar(date, 'startOf', firstYear()),
        loIn: true,
        hi: calendar(date, 'endOf', calendar(month, 'month', firstYear(), b.int(2))),
        hiIn: true,
      },
      due: [],
    },
  ];

  return policy('everything', {
    names: {
      everything: { zh: '样样俱全' },
      aid: { zh: '救助', en: 'aid' },
      birth: { zh: '出生日期', en: 'birth' },
      'sex.male': { zh: '男', en: 'male' },
      term: { zh: '学期', en: 'term' },
      'aid.达到年龄': { zh: '达到年龄' },
    },
    source: '样例',
    enums: [
      { id: 'sex', options: ['male', 'female'], ordered: false, open: false },
      { id: 'level', options: ['low', 'mid', 'high'], ordered: true, open: true },
      { id: 'paper', options: ['id', 'bill', "it's"], ordered: false, open: false },
    ],
    parameters: [
      b.parameter('firstYear', year),
      b.parameter('rate', keyed(text, money), { determiner: '市' }),
      b.parameter('wage', money, {
        rows: [
          { from: b.lit(date, '2019-01-01'), value: b.lit(money, '150000'), origin: b.origin() },
          { from: b.lit(date, '2022-01-01'), value: b.lit(money, '170000'), origin: b.origin() },
        ],
      }),
    ],
    circumstances: [
      b.declare('warnings', list(warningType), { determiner: '气象部门' }),
      b.declare('issued', date),
    ],
    subjects: [
      {
        id: 'person',
        origin: b.origin(),
        facts: [
          b.declare('birth', date),
          b.declare('sex', oneOf('sex')),
          b.declare('flag', bool),
          b.declare('constructor', bool),
          b.declare('death', date, { optional: true }),
          b.declare('debt', money, { min: '0', max: '50000000', proof: '凭据' }),
          b.declare('terms', qty('term'), { min: '0', max: '120', determiner: '教育局' }),
          b.declare('visits', list(date)),
          b.declare('papers', someOf('paper')),
          b.declare('city', text),
          b.declare('level', oneOf('level')),
          b.declare('heads', qty('person'), { fallback: b.lit(qty('person'), '1') }),
          b.declare('received', date, { optional: true }),
          b.declare('half-year', yearlyDay),
          b.declare('__proto__', ratio),
        ],
      },
      { id: 'family', origin: b.origin(), facts: [b.declare('members', qty('person'), { min: '1' })] },
    ],
    definitions: [
      {
        id: 'requiredAge',
        subject: 'person',
        type: qty('year'),
        body: requiredAge,
        origin: b.origin('一.1'),
      },
      { id: 'reachedOn', subject: 'person', type: date, body: reachedOn, origin: b.origin() },
      { id: 'serviceYears', subject: 'person', type: qty('year'), body: serviceYears, origin: b.origin() },
      { id: 'share', subject: 'person', type: ratio, body: share, origin: b.origin() },
      { id: 'unused', subject: 'person', type: date, body: latest, origin: b.origin() },
    ],
    programmes: [aid, household],
    duties: duties(b, facts.visits, facts.warnings),
    procedures: [{ id: 'application', subject: 'person', origin: b.origin(), steps }],
    assertions: [
      {
        id: 'alive',
        origin: b.origin(),
        subject: 'person',
        claim: { k: 'always', that: b.cmp('lt', facts.birth, asOf()) },
      },
      {
        id: 'tiered',
        origin: b.origin(),
        subject: 'person',
        claim: {
          k: 'implies',
          when: b.node(bool, { k: 'outcome', of: 'aid', state: 'eligible' }),
          then: b.cmp('le', b.param(money, 'wage'), tierOf()),
        },
      },
      {
        id: 'weekday',
        origin: b.origin(),
        claim: {
          k: 'always',
          that: b.cmp(
            'le',
            calendar(int, 'weekday', asOf()),
            b.node(int, { k: 'aggregate', op: 'count', source: { k: 'list', of: facts.warnings() } }),
          ),
        },
      },
      {
        id: 'growing',
        origin: b.origin(),
        subject: 'person',
        claim: { k: 'monotone', of: tierOf(), by: facts.terms(), direction: 1 },
      },
    ],
    inForce: {
      origin: b.origin(),
      lo: calendar(date, 'date', firstYear(), b.int(1), b.int(21)),
      loIn: true,
      hi: b.node(date, {
        k: 'addPeriod',
        date: calendar(date, 'date', firstYear(), b.int(1), b.int(21)),
        n: years('5'),
        sign: 1,
      }),
      hiIn: false,
    },
  });
}

/** A periodic duty with windowed lists and the period itself, a dated one with 期限 and 例外, and a target. */
function duties(b: Builder, visits: () => Expr, warnings: () => Expr): Policy['duties'] {
  const begun = () => ({ lo: b.fact(date, 'received'), loIn: true, hiIn: false });
  const windowed = { k: 'list' as const, of: visits(), time: 'self' as const, windowed: true as const };
  const visited = b.node(bool, { k: 'aggregate', op: 'exists', source: windowed, atLeast: b.int(1) });
  const warned = b.node(bool, {
    k: 'aggregate',
    op: 'exists',
    source: { k: 'list', of: warnings(), time: 'on' },
    test: b.node(bool, {
      k: 'within',
      a: b.node(date, { k: 'field', of: b.bound(warningType, 0), field: 'on' }),
      span: {
        lo: b.node(date, { k: 'period', part: 'start' }),
        loIn: true,
        hi: b.node(date, { k: 'period', part: 'end' }),
        hiIn: true,
      },
    }),
  });
  const received = b.fact(date, 'received');
  const common = { kind: 'duty' as const, subject: 'person', reads: 'log' as const, excused: [], due: [] };
  return [
    {
      ...common,
      id: 'person.visit',
      origin: b.origin('八.1'),
      every: { count: 1, unit: 'month' },
      during: begun(),
      must: b.rule('person.visit', b.any(visited, warned), '八.1'),
    },
    {
      ...common,
      id: 'person.answer',
      origin: b.origin('八.2'),
      reads: 'state',
      when: b.fact(bool, 'flag'),
      must: b.rule('person.answer', b.node(bool, { k: 'present', a: received }), '八.2'),
      excused: [b.rule('person.answer.except.1', b.fact(bool, 'constructor'), '八.3')],
      due: [
        {
          id: 'person.answer.due.1',
          origin: b.origin('八.2'),
          span: { loIn: false, hi: b.lit(date, '2022-12-31'), hiIn: true },
        },
      ],
    },
    {
      ...common,
      id: 'person.reached',
      kind: 'target',
      origin: b.origin('八.4'),
      reads: 'state',
      measuredOn: b.lit(date, '2020-12-31'),
      must: b.rule('person.reached', b.node(bool, { k: 'outcome', of: 'person.answer', state: 'met' })),
    },
  ];
}
