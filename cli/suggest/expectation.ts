import type { Place } from '../../compiler/index.ts';
import type { AmountResult, Decision, ProgrammeDecision, Range, RuleTrace } from '../../runtime/decision.ts';
import { flatten, NO_AMOUNT, truthsOf } from '../cases/compare.ts';
import type { PolicyNames } from '../policy/names.ts';
import { percentText } from '../render/shares.ts';

/** Everything that a case can expect, as it would be written. */
export interface View {
  readonly programmes: { readonly [id: string]: Expected };
  readonly steps: { readonly [id: string]: Expected };
  readonly duties: { readonly [id: string]: Expected };
  readonly warnings: readonly string[];
  readonly inForce: Decision['inForce'];
}

export type Expected = { readonly [key: string]: unknown };

export function viewOf(decision: Decision, names: PolicyNames): View {
  const steps = Object.values(decision.procedures).flatMap((procedure) => procedure.steps);
  return {
    programmes: mapped(decision.programmes, (one) => programmeView(one, names)),
    steps: Object.fromEntries(
      steps.map(({ id, state, due, planned, waitsFor, start, end }) => {
        const binding = due.find(({ binds }) => binds)?.due ?? null;
        return [id, { state, due: binding, ...(planned !== undefined && { planned }), start, end, waitsFor }];
      }),
    ),
    duties: mapped(decision.duties ?? {}, ({ state, periods, due, excusedBy, reasons, must }) => ({
      state,
      due: due.find(({ binds }) => binds)?.due ?? null,
      excusedBy,
      reasons: [...new Set(reasons.map(({ kind }) => kind))],
      ...(periods.length > 0 && { periods: periods.map((one) => one.state) }),
      ...listsOf(flatten(must)),
    })),
    warnings: [...new Set(decision.warnings.map(({ problem }) => problem))],
    inForce: decision.inForce,
  };
}

function mapped<A>(of: { readonly [id: string]: A }, one: (value: A) => Expected): View['programmes'] {
  return Object.fromEntries(Object.entries(of).map(([id, value]) => [id, one(value)]));
}

function programmeView(one: ProgrammeDecision, names: PolicyNames): Expected {
  const { tier, amounts } = one;
  const holding = (items: readonly { readonly id: string; readonly truth: string }[]): readonly string[] =>
    items.filter(({ truth }) => truth === 'yes').map(({ id }) => id);
  return {
    outcome: one.outcome,
    hit: one.hit,
    missing: one.missing,
    reasons: [...new Set(one.reasons.map(({ kind }) => kind))],
    ...(tier && {
      tier: tier.row === null ? null : names.label(tier.row),
      possibleTiers: tier.possible.map((id) => names.label(id)),
    }),
    ...amountView(amounts),
    ...(one.routes.length > 0 && { routes: holding(one.routes) }),
    ...(one.grants.length > 0 && { grants: holding(one.grants) }),
    ...(one.documents.length > 0 && {
      documentsMissing: one.documents
        .filter(({ required, submitted }) => required === 'yes' && submitted === 'no')
        .map(({ id }) => id),
    }),
    ...(one.shares.length > 0 && {
      shares: Object.fromEntries(one.shares.map(({ payer, share }) => [payer, percentText(share)])),
    }),
    ...truthLists(one),
  };
}

function amountView(amounts: readonly AmountResult[]): Expected {
  const [first] = amounts;
  if (!first) return { amount: {} };
  return {
    amount: Object.fromEntries(amounts.map(({ id, amount }) => [id, rangeOf(amount)])),
    ...(first.from !== undefined && { from: first.from }),
    ...(first.to !== undefined && { to: first.to }),
    ...(first.on !== undefined && { on: first.on }),
    ...(first.times !== undefined && { times: pairOf(first.times, Number) }),
    ...(first.total !== undefined && { total: rangeOf(first.total) }),
  };
}

/** Amounts by id as a case writes them: a single one without its id; none at all is left out. */
function written({ amount, ...rest }: Expected): Expected {
  const all = Object.entries(amount ?? {});
  const [only] = all;
  if (!only) return rest;
  return { ...rest, amount: all.length === 1 && only[1] !== NO_AMOUNT ? only[1] : amount };
}

const rangeOf = (range: Range): unknown => pairOf(range, yuanOf);

function pairOf({ min, max }: Range, one: (end: number | string) => unknown): unknown {
  const end = (value: number | string | null): unknown => (value === null ? null : one(value));
  return min === max && min !== null ? one(min) : [end(min), end(max)];
}

/** Fen as the yuan that a case writes; digits are moved. */
function yuanOf(fen: number | string): number {
  const digits = String(fen).replace('-', '').padStart(3, '0');
  return Number(`${String(fen).startsWith('-') ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`);
}

const KEYS = { yes: 'true', no: 'false', unknown: 'unknown' } as const;

const truthLists = (one: ProgrammeDecision): Expected => listsOf(truthsOf(one));

function listsOf(lines: readonly Pick<RuleTrace, 'id' | 'truth'>[]): Expected {
  const found: { [key: string]: string[] } = { true: [], false: [], unknown: [] };
  for (const { id, truth } of lines) if (!found[KEYS[truth]]?.includes(id)) found[KEYS[truth]]?.push(id);
  return found;
}

/** What a case about certain rules, steps and duties expects: of their programmes the outcome and what goes with it. */
export function expectationOf(
  decision: Decision,
  places: readonly Place[],
  ids: ReadonlySet<string>,
  names: PolicyNames,
): Expected {
  const view = viewOf(decision, names);
  const rules = new Set(places.flatMap(({ rule }) => (rule === null ? [] : [rule])));
  const about = new Set([...places.flatMap(({ deciding }) => deciding), ...ids, ...rules]);
  const states = (of: View['steps']): Expected =>
    Object.fromEntries(
      Object.entries(of)
        .filter(([id]) => about.has(id))
        .map(([id, one]) => [id, filled(one, ['state', 'due', ...short(one)])]),
    );
  return together(
    Object.fromEntries(
      Object.entries(view.programmes)
        .filter(([id]) => about.has(id))
        .map(([id, one]) => [id, relevant(one, rules)]),
    ),
    states(view.steps),
    states(view.duties),
    view.warnings,
  );
}

/** Periods of a year of days are no reading matter. */
const short = ({ periods }: Expected): readonly string[] =>
  Array.isArray(periods) && periods.length < 13 ? ['periods'] : [];

const outcomes: { readonly [outcome: string]: readonly string[] } = {
  eligible: ['outcome', 'hit', 'tier', 'amount', 'from', 'to', 'on', 'total', 'routes', 'grants'],
  ineligible: ['outcome', 'hit', 'routes'],
  undetermined: ['outcome', 'hit', 'missing', 'reasons', 'possibleTiers', 'routes'],
};

function relevant(one: Expected, rules: ReadonlySet<string>): Expected {
  const truths = Object.values(KEYS).map((key): readonly [string, readonly string[]] => [
    key,
    (one[key] as readonly string[]).filter((id) => rules.has(id)),
  ]);
  const kept = filled(written(one), outcomes[String(one.outcome)] ?? []);
  return { ...kept, ...Object.fromEntries(truths.filter(([, ids]) => ids.length > 0)) };
}

/** The entries that say something; of what may be missing, an empty list does too. */
const filled = (one: Expected, keys: readonly string[]): Expected =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const value = one[key];
      const empty = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
      return empty && !(key === 'missing' || key === 'tier') ? [] : value === undefined ? [] : [[key, value]];
    }),
  );

/** The differences between two decisions as expectations of the first; empty where no case can tell them apart. */
export function differenceOf(own: View, other: View): Expected {
  const programmes = Object.entries(own.programmes).flatMap(([id, one]) => {
    const rest = other.programmes[id];
    const differing = rest ? differingEntries(one, rest) : {};
    return Object.keys(differing).length > 0 ? [[id, { outcome: one.outcome, ...written(differing) }]] : [];
  });
  const parts = (a: View['steps'], b: View['steps']): Expected =>
    Object.fromEntries(
      Object.entries(a).flatMap(([id, one]) => {
        const differing = differingEntries(one, b[id] ?? {});
        return Object.keys(differing).length > 0 ? [[id, differing]] : [];
      }),
    );
  const warned = JSON.stringify(own.warnings) !== JSON.stringify(other.warnings);
  return {
    ...together(
      Object.fromEntries(programmes) as Expected,
      parts(own.steps, other.steps),
      parts(own.duties, other.duties),
      own.warnings,
      warned,
    ),
    ...(own.inForce !== other.inForce && { inForce: own.inForce }),
  };
}

/** What is paid by the other decision alone. */
const notPaid = (own: Expected, other: Expected): Expected =>
  Object.fromEntries(
    Object.keys(other)
      .filter((id) => !(id in own))
      .map((id) => [id, NO_AMOUNT]),
  );

/** Of the lists of rules only those that the other does not have: a case expects them among others. */
function differingEntries(one: Expected, other: Expected): Expected {
  return Object.fromEntries(
    Object.entries(one).flatMap(([key, value]) => {
      if (JSON.stringify(value) === JSON.stringify(other[key])) return [];
      if (key === 'amount')
        return [[key, { ...notPaid(value as Expected, other[key] as Expected), ...(value as Expected) }]];
      if (!Object.values<string>(KEYS).includes(key)) return [[key, value]];
      const rest = new Set(other[key] as readonly string[]);
      const own = (value as readonly string[]).filter((id) => !rest.has(id));
      return own.length > 0 ? [[key, own]] : [];
    }),
  );
}

function together(
  programmes: Expected,
  steps: Expected,
  duties: Expected,
  warnings: readonly string[],
  always = false,
): Expected {
  const any = (part: Expected): boolean => Object.keys(part).length > 0;
  const said = any(programmes) || any(steps) || any(duties) || always;
  return {
    ...programmes,
    ...(any(steps) && { steps }),
    ...(any(duties) && { duties }),
    ...(said && (warnings.length > 0 || always) && { warnings }),
  };
}
