import type { Expr, Policy } from '../../compiler/index.ts';
import type { Choice, Programme } from '../../compiler/testkit.ts';
import type { Type } from '../../runtime/index.ts';
import {
  Builder,
  bool,
  date,
  int,
  keyed,
  list,
  money,
  oneOf,
  policy,
  qty,
  ref,
  someOf,
  text,
  year,
} from '../ir/build.ts';
import { Random } from './random.ts';
import { randomDuties } from './random-duty.ts';
import { LEVEL, PAPERS, RandomExpressions, stayType, visitType } from './random-expression.ts';

/** A small policy of random rules over fixed facts; the same for the same seed. */
export function randomPolicy(seed: number): Policy {
  const r = new Random(seed);
  const b = new Builder();
  const make = new RandomExpressions(r, b);
  const definitions = r.some(0, 4, () => {
    const type = r.one<Type>(bool, int, money, date);
    const id = `definition${make.known.length}`;
    const body = make.of(type, 2);
    make.known.push({ id, type });
    return { id, subject: 'person', type, body, origin: b.origin() };
  });
  const duties = randomDuties(r, b, make);
  make.duties = duties.map(({ id }) => id);
  return policy(`random${seed >>> 0}`, {
    enums: [
      { id: 'level', options: LEVEL, ordered: true, open: r.below(2) > 0 },
      { id: 'paper', options: PAPERS, ordered: false, open: false },
    ],
    parameters: [
      b.parameter('firstYear', year),
      {
        ...b.parameter('wage', money, { determiner: '省' }),
        rows: [0, 1].slice(r.below(3)).map((i) => rateFrom(b, i)),
      },
      b.parameter('rate', keyed(text, money)),
      b.parameter('rates', keyed(text, keyed(text, money))),
    ],
    circumstances: [b.declare('events', list(visitType), { determiner: '气象台' })],
    subjects: [
      { id: 'person', origin: b.origin(), facts: facts(b) },
      { id: 'house', origin: b.origin(), facts: houseFacts(b) },
    ],
    definitions: [...definitions, roomy(b)],
    programmes: [programme(r, b, make), other(b, make)],
    ...(r.below(2) > 0 && { choices: [choice(r, b, make)] }),
    procedures: [
      {
        id: 'steps',
        subject: 'person',
        origin: b.origin(),
        steps: [
          {
            id: 'claim',
            origin: b.origin(),
            late: 'record',
            due: [
              {
                id: 'claim.due',
                origin: b.origin(),
                span: period(dueDate(r, b)),
                pauses: r.some(0, 2, () => pause(b)),
              },
            ],
          },
        ],
      },
    ],
    duties,
    transitions: r.some(0, 1, () => ({
      subject: 'person',
      day: b.fact(date, r.one('signed', 'death')),
      origin: b.origin('七'),
    })),
    assertions: [
      {
        id: 'assertion',
        origin: b.origin(),
        subject: 'person',
        claim: { k: 'implies', when: make.of(bool, 2), then: make.of(bool, 2) },
      },
    ],
  });
}

/** A value of an effective-dated parameter, from a day among those of the records on. */
const rateFrom = (b: Builder, i: number) => ({
  from: b.lit(date, `${2019 + 2 * i}-07-01`),
  value: b.lit(money, String(100_000 * (i + 1))),
  origin: b.origin('三'),
});

function facts(b: Builder) {
  return [
    b.declare('flag', bool),
    b.declare('held', bool, { optional: true }),
    b.declare('constructor', bool, { determiner: '街道' }),
    b.declare('age', int, { min: '0', max: '120' }),
    b.declare('heads', int),
    b.declare('terms', qty('term'), { min: '0', max: '120' }),
    b.declare('debt', money, { min: '0' }),
    b.declare('income', money, { optional: true }),
    b.declare('birth', date),
    b.declare('death', date, { optional: true }),
    b.declare('signed', date),
    b.declare('level', oneOf('level')),
    b.declare('papers', someOf('paper')),
    b.declare('city', text),
    b.declare('visits', list(date)),
    b.declare('grades', keyed(year, oneOf('level'))),
    b.declare('home', ref('house'), { optional: true }),
    b.declare('mentor', ref('person')),
    b.declare('stays', list(stayType)),
  ];
}

function houseFacts(b: Builder) {
  return [
    b.declare('owner', ref('person'), { optional: true }),
    b.declare('rooms', int, { min: '0', max: '9' }),
    b.declare('rent', money, { min: '0' }),
    b.declare('street', text),
    b.declare('shut', bool, { optional: true }),
    b.declare('built', date),
  ];
}

/** A definition of another kind of record, which the rules of persons reach through references. */
function roomy(b: Builder) {
  const rooms = b.node(int, { k: 'aggregate', op: 'count', source: { k: 'population', subject: 'person' } });
  const body = b.cmp('lt', rooms, b.fact(int, 'rooms'));
  return { id: 'roomy', subject: 'house', type: bool, body, origin: b.origin() };
}

/** Papers of every form: one of several, by a channel, with an authority. */
function papers(r: Random, b: Builder, make: RandomExpressions): NonNullable<Programme['documents']> {
  const items = r.some(0, 3, () => {
    const held = r.below(4) === 0;
    const options = PAPERS.filter(() => r.below(2) > 0);
    return {
      id: `aid.documents.${b.int(0).id}`,
      options: options.length > 0 ? options : ['id'],
      form: held ? ('held' as const) : r.one<'original' | 'copy' | 'both'>('original', 'copy', 'both'),
      copies: 1 + r.below(3),
      ...(held && { by: '公安机关' }),
      ...(r.below(3) === 0 && { channel: 'level.low' }),
      ...(r.below(2) > 0 && { when: make.of(bool, 2) }),
      origin: b.origin(),
    };
  });
  return { fact: 'papers', origin: b.origin(), items };
}

function programme(r: Random, b: Builder, make: RandomExpressions): Programme {
  let count = 0;
  const line = (depth: number): Expr => {
    count += 1;
    const id = `aid.rule${count}`;
    const lines = () => r.some(1, 3, () => line(depth - 1));
    const grouped = (): Expr => {
      const op = r.one<'all' | 'any' | 'atLeast' | 'none'>('all', 'any', 'atLeast', 'none');
      if (op === 'none') return b.not(b.any(...lines()));
      return op === 'atLeast'
        ? b.node(bool, { k: op, n: 2, parts: lines() })
        : b.node(bool, { k: op, parts: lines() });
    };
    const body = depth > 0 && r.below(2) > 0 ? grouped() : make.of(bool, 2);
    const rule = b.rule(id, body, r.one('一', '二.3'));
    const how = r.below(6);
    if (how === 0) return b.node(bool, { k: 'guard', when: make.of(bool, 1), then: rule, neutral: true });
    if (how === 1)
      return b.node(bool, { k: 'except', rule, by: [b.rule(`${id}.lift`, make.of(bool, 1))], neutral: true });
    return rule;
  };
  const eligible = b.rule('aid.eligible', b.all(line(2), line(1)));
  const excluded = r.some(0, 2, () => b.rule(`aid.excluded${b.int(0).id}`, make.of(bool, 2)));
  return b.programme('aid', 'person', eligible, {
    excluded,
    tier: { origin: b.origin(), table: tierTable(b, make, r) },
    amounts: [
      {
        id: 'aid.amount',
        origin: b.origin(),
        base: b.node(money, { k: 'tierOf', programme: 'aid' }),
        per: ['person', 'month'],
        when: make.of(bool, 1),
        cap: b.fact(money, 'debt'),
        pay: { yearly: false },
      },
    ],
    documents: papers(r, b, make),
    grants: [{ id: 'aid.grant', origin: b.origin(), when: make.of(bool, 2) }],
    select: [
      {
        id: 'aid.places',
        origin: b.origin(),
        source: { k: 'eligible' },
        groupBy: [],
        order: [{ key: make.of(int, 2), direction: 'descending' }],
        limits: [b.int(2)],
        clash: 'least',
        ties: 'admit',
        refill: false,
      },
    ],
  });
}

const period = (hi: Expr & { readonly k: 'addPeriod' }) => ({
  lo: hi.date,
  loIn: false,
  hi,
  hiIn: true,
});

/** Dates that may be unknown, absent or in the wrong order: then nothing is left out. */
const pause = (b: Builder) => ({
  lo: b.fact(date, 'signed'),
  loIn: true,
  hi: b.fact(date, 'death'),
  hiIn: true,
});

/** A second programme, whose amount may be chosen or not. */
function other(b: Builder, make: RandomExpressions): Programme {
  return b.programme('more', 'person', b.rule('more.eligible', make.of(bool, 2)), {
    excluded: [
      { ...b.rule('more.received', make.of(bool, 1), '五'), benefit: { source: '别的方案' } } as Expr,
    ],
    amounts: [
      {
        id: 'more.amount',
        origin: b.origin(),
        base: wholeFen(b, make),
        per: ['person', 'month'],
        when: make.of(bool, 1),
        floor: b.lit(money, '1000'),
        pay: { yearly: false },
      },
    ],
    grants: [{ id: 'more.grant', origin: b.origin() }],
  });
}

function choice(r: Random, b: Builder, make: RandomExpressions): Choice {
  const by = r.one<Choice['by']>('highest', 'highest', 'inOrder', 'unspecified');
  const benefit = { benefit: 'choice.aid.outside', source: '别的方案', amount: wholeFen(b, make) };
  const members = [{ programme: 'aid' }, { programme: 'more' }, ...(by === 'unspecified' ? [] : [benefit])];
  return {
    id: 'choice.aid',
    origin: b.origin('六'),
    by,
    members: r.below(2) > 0 ? members : [...members].reverse(),
  };
}

/** Reads no step, because the graph of steps has no cycle. */
function dueDate(r: Random, b: Builder): Expr & { readonly k: 'addPeriod' } {
  const n = b.lit(qty(r.one('workday', 'month', 'day')), String(1 + r.below(20)));
  const kind = { k: 'addPeriod', date: b.fact(date, r.one('birth', 'signed', 'death')), n, sign: 1 } as const;
  return { ...b.node(date, kind), ...kind };
}

/** A step that can leave a fraction of a fen must state its rounding. */
function wholeFen(b: Builder, make: RandomExpressions): Expr {
  return b.node(money, { k: 'round', a: make.of(money, 1), mode: 'half', to: '1' });
}

function tierTable(b: Builder, make: RandomExpressions, r: Random) {
  const key = () => b.bound(int, 0);
  const [low, high] = [r.below(30), 30 + r.below(60)];
  const rows = [
    b.row('aid.tier.low', [b.cmp('lt', key(), b.int(low))], wholeFen(b, make)),
    b.row(
      'aid.tier.mid',
      [b.all(b.cmp('le', b.int(low), key()), b.cmp('lt', key(), b.int(high)))],
      wholeFen(b, make),
    ),
  ];
  return b.table(
    money,
    'aid.tier',
    [make.of(int, 2)],
    [...rows, b.row('aid.tier.rest', [null], b.lit(money, '5000'))],
  );
}
