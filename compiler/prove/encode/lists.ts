import type { Expr, Source } from '../../ir/expressions.ts';
import { and, choose, NO, not, or, YES } from '../terms/logic.ts';
import { add, eq, greatest, indicator, iteNum, least, lt, num, ZERO } from '../terms/number.ts';
import type { Bool, Num } from '../terms/term.ts';
import { Day, monthIndex, monthOfIndex } from '../values/day.ts';
import { compare, equal } from '../values/operate.ts';
import {
  chooseSym,
  isKnown,
  known,
  ofTruth,
  type Payload,
  payload,
  type Sym,
  UNKNOWN,
  UNKNOWN_THERE,
  unknownWhere,
} from '../values/sym.ts';
import * as truths from '../values/truth.ts';
import type { Env, Scope } from './scope.ts';

type Aggregate = Extract<Expr, { readonly k: 'aggregate' }>;

/** An element and whether it belongs to what is asked about. */
interface Candidate {
  readonly value: Sym;
  readonly belongs: truths.Truth;
}

/** The elements looked at; nothing is known of those of a list that is itself unknown. */
interface Selected {
  readonly candidates: readonly Candidate[];
  readonly unknown: Bool;
}

export function aggregate(e: Aggregate, scope: Scope, env: Env): Sym {
  if (e.source.k === 'population') return scope.outside('population', e.origin);
  if (e.source.keyed) return scope.outside('keyedFact', e.origin);
  switch (e.op) {
    case 'exists':
      return ofTruth(existence(e, scope, env));
    case 'none':
      return ofTruth(truths.negation(existence(e, scope, env)));
    case 'every':
      return ofTruth(universality(e, scope, env));
    default:
      return total(e, e.op, scope, env);
  }
}

/** Elements that pass the filter and `test`; dated ones after the decision date are set aside. */
export function selection(source: Source, scope: Scope, env: Env, test?: Expr): Selected {
  if (source.k === 'population') return { candidates: [], unknown: YES };
  const list = scope.value(source.of, env);
  const items = itemsOf(list, source.of, scope);
  const candidates = items.map(({ here, value }) => {
    const inner = [value, ...env];
    const tests = [source.where, test].flatMap((c) => (c ? [scope.truth(c, inner)] : []));
    const belongs = truths.all(
      truths.settled(and(here, not(list.absent))),
      inTime(source, value, scope),
      ...tests,
    );
    return { value, belongs };
  });
  return { candidates, unknown: list.unknown };
}

/** Elements of a list, or the options that a set holds. */
function itemsOf(list: Sym, e: Expr, scope: Scope): readonly { readonly here: Bool; readonly value: Sym }[] {
  if (list.of.t === 'set' && e.type.t === 'set') {
    const { enum: id } = e.type;
    return [...list.of.has].map(([option, here]) => ({
      here,
      value: known({ t: 'code', n: num(scope.codes.option(id, option)) }),
    }));
  }
  return payload(list, 'list')?.items ?? [];
}

function inTime({ time }: Source, value: Sym, scope: Scope): truths.Truth {
  if (time === undefined) return truths.TRUE;
  const day = time === 'self' ? value : fieldOf(value, time);
  const early = compare('le', day, known({ t: 'date', day: scope.world.asOf }));
  return { yes: or(day.absent, early.yes), no: and(not(day.absent), early.no) };
}

/** A field of a record: absent of an absent one, unknown of an unknown one. */
export function fieldOf(record: Sym, name: string): Sym {
  const own = payload(record, 'record')?.fields.get(name);
  if (!own) return { ...UNKNOWN, absent: record.absent, unknown: not(record.absent) };
  const value = unknownWhere(record.unknown, own);
  return {
    ...value,
    absent: or(record.absent, value.absent),
    unknown: and(not(record.absent), value.unknown),
  };
}

const sure = (c: Candidate): Bool => c.belongs.yes;
const possible = (c: Candidate): Bool => truths.may(c.belongs);
const openness = (selected: Selected): Bool =>
  or(selected.unknown, ...selected.candidates.map((c) => truths.isOpen(c.belongs)));

/** Settled only where the list is known. */
const overKnown = (unknown: Bool, { yes, no }: truths.Truth): truths.Truth => ({
  yes: and(not(unknown), yes),
  no: and(not(unknown), no),
});

function existence(e: Aggregate, scope: Scope, env: Env): truths.Truth {
  const selected = selection(e.source, scope, env, e.test);
  const { candidates, unknown } = selected;
  if (!e.atLeast && !e.atMost) return overKnown(unknown, truths.any(...candidates.map((c) => c.belongs)));
  const count = (of: (c: Candidate) => Bool): Sym =>
    known({ t: 'num', n: add(...candidates.map((c) => indicator(of(c)))) });
  const [fewest, most] = [count(sure), count(possible)];
  const atMost = (a: Sym, b: Sym): truths.Truth => compare('le', a, b);
  const low = e.atLeast && scope.value(e.atLeast, env);
  const high = e.atMost && scope.value(e.atMost, env);
  return overKnown(
    unknown,
    truths.all(
      low ? { yes: atMost(low, fewest).yes, no: atMost(low, most).no } : truths.TRUE,
      high ? { yes: atMost(most, high).yes, no: atMost(fewest, high).no } : truths.TRUE,
    ),
  );
}

function universality(e: Aggregate, scope: Scope, env: Env): truths.Truth {
  const { candidates, unknown } = selection(e.source, scope, env);
  const each = candidates.map(({ value, belongs }) =>
    truths.any(truths.negation(belongs), e.test ? scope.truth(e.test, [value, ...env]) : truths.TRUE),
  );
  return overKnown(unknown, truths.all(...each));
}

type Total = Exclude<Aggregate['op'], 'exists' | 'none' | 'every'>;

function total(e: Aggregate, op: Total, scope: Scope, env: Env): Sym {
  const selected = selection(e.source, scope, env, e.test);
  const open = openness(selected);
  if (op === 'count') {
    const n = add(...selected.candidates.map((c) => indicator(sure(c))));
    return unknownWhere(open, known({ t: 'num', n }), NO);
  }
  const values = selected.candidates.map((c) => ({
    belongs: sure(c),
    value: e.map ? scope.value(e.map, [c.value, ...env]) : c.value,
  }));
  const unsettled = or(open, ...values.map((v) => and(v.belongs, v.value.unknown)));
  const counted = values.map(({ belongs, value }) => ({ here: and(belongs, isKnown(value)), value }));
  if (op === 'distinct') return distinct(e, counted, unsettled, scope);
  if (op === 'only') return only(values, open);
  return op === 'sum' ? sum(counted, unsettled) : extreme(counted, unsettled, op === 'min');
}

interface Counted {
  readonly here: Bool;
  readonly value: Sym;
}

function sum(counted: readonly Counted[], open: Bool): Sym {
  const shares = counted.map(({ here, value }) => iteNum(here, payload(value, 'num')?.n ?? ZERO, ZERO));
  return unknownWhere(open, known({ t: 'num', n: add(...shares) }), NO);
}

/** Numbers, days and months as numbers, and back. */
function ordinal(of: Payload): Num {
  if (of.t === 'num') return of.n;
  if (of.t === 'date') return of.day.day;
  return of.t === 'month' ? monthIndex(of.month) : ZERO;
}

function extreme(counted: readonly Counted[], open: Bool, lowest: boolean): Sym {
  const [first, ...others] = counted;
  if (!first) return unknownWhere(open, { ...UNKNOWN, absent: YES, unknown: NO });
  const better = lowest ? least : greatest;
  let value: Payload = first.value.of;
  let any = first.here;
  for (const { here, value: next } of others) {
    value = merged(any, value, here, next.of, better);
    any = or(any, here);
  }
  return unknownWhere(open, { absent: not(any), unknown: NO, mayBeAbsent: NO, of: value });
}

/** The better of two that may both be there, else the one that is. */
function merged(a: Bool, x: Payload, b: Bool, y: Payload, better: (a: Num, b: Num) => Num): Payload {
  if (x.t === 'nothing' || y.t === 'nothing') return x.t === 'nothing' ? y : x;
  if (x.t === 'date' && y.t === 'date') {
    const earlier = eq(better(x.day.day, y.day.day), x.day.day);
    const first = and(a, or(not(b), earlier));
    return { t: 'date', day: Day.choose(first, x.day, y.day) };
  }
  const [m, n] = [ordinal(x), ordinal(y)];
  const value = iteNum(and(a, b), better(m, n), iteNum(a, m, n));
  return x.t === 'month' ? { t: 'month', month: monthOfIndex(value) } : { t: 'num', n: value };
}

/** Elements whose value no earlier one has. */
function distinct(e: Aggregate, counted: readonly Counted[], open: Bool, scope: Scope): Sym {
  const kinds = new Set(counted.map(({ value }) => value.of.t));
  if (kinds.has('bool') || kinds.has('set') || kinds.has('list') || kinds.has('record'))
    return scope.outside('distinct', e.origin);
  const fresh = counted.map(({ here, value }, i) => {
    const again = counted.slice(0, i).map((other) => and(other.here, equal(other.value, value).yes));
    return indicator(and(here, not(or(...again))));
  });
  return unknownWhere(open, known({ t: 'num', n: add(...fresh) }), NO);
}

/** The one element's value: absent of none, unknown of several. */
function only(values: readonly { readonly belongs: Bool; readonly value: Sym }[], open: Bool): Sym {
  const count = add(...values.map(({ belongs }) => indicator(belongs)));
  const none: Sym = { ...UNKNOWN_THERE, absent: YES, unknown: NO };
  const one = values.reduceRight<Sym>((rest, { belongs, value }) => chooseSym(belongs, value, rest), none);
  return unknownWhere(or(open, lt(num(1), count)), one, choose(open, YES, NO));
}
