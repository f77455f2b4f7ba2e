import type { Id } from '../../../runtime/types.ts';
import { and, choose, NO, not, or, YES } from '../terms/logic.ts';
import { iteNum } from '../terms/number.ts';
import type { Bool, Num } from '../terms/term.ts';
import { chooseMonth, Day, type Month } from './day.ts';
import { settledIf, type Truth } from './truth.ts';

/**
 * A value of the language over all records at once: absent, unknown, or what `of` says. Of an unknown one no more is
 * said than whether it may prove absent, so whatever is settled here is settled so in the interpreter; where this is
 * unknown the interpreter may know better.
 */
export interface Sym {
  readonly absent: Bool;
  /** Never together with `absent`. */
  readonly unknown: Bool;
  /** Where unknown: it may prove absent. */
  readonly mayBeAbsent: Bool;
  readonly of: Payload;
}

export interface Item {
  readonly here: Bool;
  readonly value: Sym;
}

export type Payload =
  | { readonly t: 'nothing' }
  | { readonly t: 'bool'; readonly yes: Bool }
  /** Numbers, money in fen, ratios, years. */
  | { readonly t: 'num'; readonly n: Num }
  | { readonly t: 'date'; readonly day: Day }
  | { readonly t: 'month'; readonly month: Month }
  /** An option by its place in the enumeration, or a text by its place among the texts of the policy. */
  | { readonly t: 'code'; readonly n: Num }
  | { readonly t: 'set'; readonly has: ReadonlyMap<string, Bool> }
  | { readonly t: 'list'; readonly items: readonly Item[] }
  | { readonly t: 'record'; readonly fields: ReadonlyMap<Id, Sym> };

export type PayloadOf<T extends Payload['t']> = Extract<Payload, { readonly t: T }>;

const NOTHING: Payload = { t: 'nothing' };

export const known = (of: Payload): Sym => ({ absent: NO, unknown: NO, mayBeAbsent: NO, of });
export const ABSENT: Sym = { absent: YES, unknown: NO, mayBeAbsent: NO, of: NOTHING };
export const UNKNOWN: Sym = { absent: NO, unknown: YES, mayBeAbsent: YES, of: NOTHING };
/** Unknown, but surely there. */
export const UNKNOWN_THERE: Sym = { ...UNKNOWN, mayBeAbsent: NO };

export const isKnown = ({ absent, unknown }: Sym): Bool => and(not(absent), not(unknown));

/** Unknown where `when`, else as it is. */
export const unknownWhere = (when: Bool, a: Sym, mayBeAbsent: Bool = YES): Sym => ({
  absent: and(a.absent, not(when)),
  unknown: or(a.unknown, when),
  mayBeAbsent: choose(when, mayBeAbsent, a.mayBeAbsent),
  of: a.of,
});

export function chooseSym(c: Bool, a: Sym, b: Sym): Sym {
  if (a === b || (c.k === 'const' && c.value)) return a;
  if (c.k === 'const') return b;
  return {
    absent: choose(c, a.absent, b.absent),
    unknown: choose(c, a.unknown, b.unknown),
    mayBeAbsent: choose(c, a.mayBeAbsent, b.mayBeAbsent),
    of: choosePayload(c, a.of, b.of),
  };
}

function choosePayload(c: Bool, a: Payload, b: Payload): Payload {
  if (a.t === 'nothing') return b;
  if (b.t === 'nothing') return a;
  if (a.t === 'bool' && b.t === 'bool') return { t: 'bool', yes: choose(c, a.yes, b.yes) };
  if (a.t === 'num' && b.t === 'num') return { t: 'num', n: iteNum(c, a.n, b.n) };
  if (a.t === 'code' && b.t === 'code') return { t: 'code', n: iteNum(c, a.n, b.n) };
  if (a.t === 'date' && b.t === 'date') return { t: 'date', day: Day.choose(c, a.day, b.day) };
  if (a.t === 'month' && b.t === 'month') return { t: 'month', month: chooseMonth(c, a.month, b.month) };
  if (a.t === 'set' && b.t === 'set') return { t: 'set', has: chooseSet(c, a.has, b.has) };
  if (a.t === 'list' && b.t === 'list') return { t: 'list', items: chooseItems(c, a.items, b.items) };
  if (a.t === 'record' && b.t === 'record')
    return { t: 'record', fields: chooseFields(c, a.fields, b.fields) };
  throw new RangeError(`no value is both ${a.t} and ${b.t}`);
}

type Members = PayloadOf<'set'>['has'];

function chooseSet(c: Bool, a: Members, b: Members): Members {
  const options = new Set([...a.keys(), ...b.keys()]);
  return new Map([...options].map((o) => [o, choose(c, a.get(o) ?? NO, b.get(o) ?? NO)]));
}

/** Elements of the one list beside those of the other: only those of the chosen one are there. */
const chooseItems = (c: Bool, a: readonly Item[], b: readonly Item[]): readonly Item[] => [
  ...a.map(({ here, value }) => ({ here: and(c, here), value })),
  ...b.map(({ here, value }) => ({ here: and(not(c), here), value })),
];

function chooseFields(c: Bool, a: ReadonlyMap<Id, Sym>, b: ReadonlyMap<Id, Sym>): ReadonlyMap<Id, Sym> {
  return new Map([...a].map(([id, value]) => [id, chooseSym(c, value, b.get(id) ?? UNKNOWN)]));
}

/** What a value of type 是否 comes to: absent is no. */
export function truthOf(a: Sym): Truth {
  const yes = a.of.t === 'bool' ? a.of.yes : NO;
  const truth = settledIf(isKnown(a), yes);
  return { yes: truth.yes, no: or(a.absent, truth.no) };
}

export const ofTruth = ({ yes, no }: Truth): Sym => ({
  absent: NO,
  unknown: and(not(yes), not(no)),
  mayBeAbsent: NO,
  of: { t: 'bool', yes },
});

/** The payload of the kind, or nothing where the value is never known. */
export function payload<T extends Payload['t']>(a: Sym, t: T): PayloadOf<T> | null {
  if (a.of.t === 'nothing') return null;
  if (a.of.t !== t) throw new RangeError(`expected ${t}, found ${a.of.t}`);
  return a.of as PayloadOf<T>;
}
