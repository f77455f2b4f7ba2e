import type { AmountResult, ProgrammeDecision } from '../../runtime/decision.ts';
import type { BoundPolicy } from '../../runtime/evaluator.ts';
import { InputErrors } from '../../runtime/input/errors.ts';
import type { FactMeta, Id, PolicyMeta } from '../../runtime/types.ts';

type Facts = { readonly [fact: string]: unknown };

/** One applicant as each version reads them. */
export interface Sample {
  readonly who: string;
  readonly before: Facts;
  readonly after: Facts;
}

/** Yuan; `null` where the amount is not settled. For drawing only. */
export interface CurvePoint {
  readonly x: number;
  readonly before: number | null;
  readonly after: number | null;
}

/** An amount as a function of one numeric fact, everything else as with one applicant. */
export interface Curve {
  readonly programme: Id;
  readonly amount: Id;
  readonly per: AmountResult['per'];
  readonly fact: Id;
  readonly who: string;
  /** The applicant's own value. */
  readonly own: number | null;
  readonly points: readonly CurvePoint[];
}

const STEPS = 240;
const MOST = 4;

/** The curves in which two versions differ, for facts that the amount depends on. */
export function curvesOf(
  old: BoundPolicy,
  fresh: BoundPolicy,
  samples: readonly Sample[],
  subject: Id,
): readonly Curve[] {
  const found: Curve[] = [];
  for (const sample of samples) {
    for (const fact of numericFacts(fresh.meta, old.meta, subject)) {
      if (found.length >= MOST) return found;
      found.push(...curvesFor(old, fresh, sample, fact, found));
    }
  }
  return found.slice(0, MOST);
}

function numericFacts(meta: PolicyMeta, other: PolicyMeta, subject: Id): readonly FactMeta[] {
  const facts = (of: PolicyMeta): readonly FactMeta[] =>
    of.subjects.find(({ id }) => id === subject)?.facts ?? [];
  const there = new Set(facts(other).map(({ id }) => id));
  return facts(meta).filter(({ id, type }) => there.has(id) && ['int', 'qty', 'money'].includes(type.t));
}

function curvesFor(
  old: BoundPolicy,
  fresh: BoundPolicy,
  sample: Sample,
  fact: FactMeta,
  known: readonly Curve[],
): readonly Curve[] {
  const own = numberOf(valueUnder(sample.after, fact.id, fresh.meta));
  const decided = positions(fact, own).map((x) => ({
    x,
    before: decide(old, withValue(sample.before, fact.id, x, old.meta)),
    after: decide(fresh, withValue(sample.after, fact.id, x, fresh.meta)),
  }));
  const amounts = new Map(
    decided.flatMap(({ after }) =>
      Object.entries(after ?? {}).flatMap(([programme, { amounts: list }]) =>
        list.map((amount) => [`${programme} ${amount.id}`, { programme, amount }] as const),
      ),
    ),
  );
  return [...amounts.values()].flatMap(({ programme, amount }) => {
    const points = decided.map(({ x, before, after }) => ({
      x,
      before: paid(before?.[programme], amount.id),
      after: paid(after?.[programme], amount.id),
    }));
    const told = known.some((one) => one.fact === fact.id && one.amount === amount.id);
    if (told || !worthDrawing(points)) return [];
    return [{ programme, amount: amount.id, per: amount.per, fact: fact.id, who: sample.who, own, points }];
  });
}

/** It depends on the fact, and the versions differ. */
function worthDrawing(points: readonly CurvePoint[]): boolean {
  const varies = (read: (point: CurvePoint) => number | null): boolean => new Set(points.map(read)).size > 1;
  const differs = points.some(({ before, after }) => before !== after);
  return differs && (varies(({ before }) => before) || varies(({ after }) => after));
}

/** Whole numbers over the declared range, else up to twice the applicant's own. Money in whole yuan. */
function positions(fact: FactMeta, own: number | null): readonly number[] {
  const scale = fact.type.t === 'money' ? 100 : 1;
  const low = Math.ceil(Number(fact.min ?? 0) / scale);
  const high =
    fact.max === undefined
      ? Math.max(low + 1, Math.ceil((own ?? 50) * 2))
      : Math.floor(Number(fact.max) / scale);
  const step = Math.max(1, Math.ceil((high - low) / STEPS));
  const found: number[] = [];
  for (let x = low; x <= high; x += step) found.push(x);
  return found;
}

function decide(bound: BoundPolicy, facts: Facts): { readonly [programme: Id]: ProgrammeDecision } | null {
  try {
    return bound.decide(facts).programmes;
  } catch (error) {
    if (error instanceof InputErrors) return null;
    throw error;
  }
}

/** What one record gets: nothing where it is not eligible. */
function paid(programme: ProgrammeDecision | undefined, id: Id): number | null {
  if (!programme) return null;
  if (programme.outcome === 'ineligible') return 0;
  const amount = programme.amounts.find((one) => one.id === id);
  const { min, max } = amount?.total ?? amount?.amount ?? { min: 0, max: 0 };
  const settled = programme.outcome === 'eligible' && min !== null && String(min) === String(max);
  return settled && !String(min).includes('/') ? Number(min) / 100 : null;
}

const namesOf = (id: Id, meta: PolicyMeta): readonly (string | undefined)[] => [
  id,
  meta.names[id]?.zh,
  meta.names[id]?.en,
];

function valueUnder(facts: Facts, id: Id, meta: PolicyMeta): unknown {
  const name = namesOf(id, meta).find((one) => one !== undefined && one in facts);
  return name === undefined ? undefined : facts[name];
}

function withValue(facts: Facts, id: Id, value: number, meta: PolicyMeta): Facts {
  const names = namesOf(id, meta);
  const others = Object.entries(facts).filter(([name]) => !names.includes(name));
  return { ...Object.fromEntries(others), [id]: value };
}

function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : null;
}
