import type { TruthName } from '../../runtime/decision.ts';
import type { EnumMeta, Id } from '../../runtime/types.ts';
import { children } from './children.ts';
import type { Expr } from './expressions.ts';
import type { Policy } from './policy.ts';

/** Beyond this many different conditions in one rule no table of all their truths is drawn up. */
const MOST_CONDITIONS = 7;
const ALL: readonly TruthName[] = ['yes', 'no', 'unknown'];

type Truths = ReadonlyMap<string, TruthName>;

/**
 * The truths that a condition can come to when the conditions it is made of are free of each other: what the notice leaves open
 * (`未规定`, `由 X 认定`) is never settled, and a condition and its opposite go together. Too many rather than too few.
 */
export class Possible {
  readonly #definitions: ReadonlyMap<Id, Expr>;
  readonly #programmes: ReadonlyMap<Id, readonly Expr[]>;
  readonly #enums: ReadonlyMap<Id, EnumMeta>;
  /** Conditions that every value there can be meets, known or not. */
  readonly #certain = new Set<string>();
  /** Whether definitions and programmes that are read are looked into. */
  #followed = true;
  readonly #known = new Map<Expr, readonly TruthName[]>();

  constructor(policy: Policy) {
    this.#definitions = new Map(policy.definitions.map(({ id, body }) => [id, body]));
    this.#enums = new Map(policy.enums.map((one) => [one.id, one]));
    this.#programmes = new Map(
      policy.programmes.map(({ id, eligible, excluded }) => [id, [eligible, ...excluded]]),
    );
  }

  truths(e: Expr): readonly TruthName[] {
    const known = this.#known.get(e);
    if (known) return known;
    const found = this.#together([e], ([truth = 'unknown']) => truth);
    this.#known.set(e, found);
    return found;
  }

  /** Of a line, while it is in play: one under a `当` that is no says neither yes nor no. */
  ofLine(e: Expr): readonly TruthName[] {
    if (e.k !== 'rule' || e.body.k !== 'guard') return this.truths(e);
    return this.#together([e.body.when, e.body], ([when, truth = 'unknown']) =>
      when === 'no' ? null : truth,
    );
  }

  /** Whether two conditions come to the same for all truths of what they are made of; false too where there is too much of it. */
  same(a: Expr, b: Expr): boolean {
    const found = this.#together([a, b], ([one, other]) => (one === other ? 'yes' : 'no'));
    return found.length === 1 && found[0] === 'yes';
  }

  /** Outcomes of a programme: eligible and not excluded. */
  outcomes(eligible: Expr, excluded: readonly Expr[]): readonly TruthName[] {
    return this.#together([eligible, ...excluded], outcome);
  }

  #together(
    roots: readonly Expr[],
    join: (truths: readonly TruthName[]) => TruthName | null,
  ): readonly TruthName[] {
    let atoms = this.#atomsOf(roots, true);
    // Too many: definitions and programmes that are read then stand for themselves.
    if (atoms.size > MOST_CONDITIONS) atoms = this.#atomsOf(roots, false);
    if (atoms.size > MOST_CONDITIONS) return ALL;
    const found = new Set<TruthName | null>();
    for (const truths of assignments([...atoms])) {
      if ([...truths].some(([key, truth]) => truth !== 'yes' && this.#certain.has(key))) continue;
      found.add(join(roots.map((root) => this.#truth(root, truths))));
    }
    return ALL.filter((truth) => found.has(truth));
  }

  #atomsOf(roots: readonly Expr[], followed: boolean): ReadonlySet<string> {
    this.#followed = followed;
    return new Set(roots.flatMap((root) => [...this.#atoms(root)]));
  }

  *#atoms(e: Expr): Generator<string> {
    const parts = this.#parts(e);
    if (parts) for (const part of parts) yield* this.#atoms(part);
    else if (e.k !== 'lit' && !this.#isOpen(e)) {
      const { key } = atom(e);
      if (this.#isCertain(e)) this.#certain.add(key);
      yield key;
    }
  }

  /** The conditions that a condition is put together from; null for one that stands for itself. */
  #parts(e: Expr): readonly Expr[] | null {
    switch (e.k) {
      case 'not':
      case 'all':
      case 'any':
      case 'atLeast':
      case 'guard':
      case 'except':
      case 'rule':
        return children(e).map(({ expr }) => expr);
      case 'if':
        return e.type.t === 'bool' ? [e.c, e.a, e.b] : null;
      case 'def': {
        const body = this.#definitions.get(e.def);
        return this.#followed && body && e.type.t === 'bool' ? [body] : null;
      }
      case 'outcome':
        return this.#followed && e.state === 'eligible' ? (this.#programmes.get(e.of) ?? null) : null;
      default:
        return null;
    }
  }

  /** One of all the options of a closed enumeration. */
  #isCertain(e: Expr): boolean {
    if (e.k !== 'member' || e.mode !== 'in' || e.a.type.t !== 'enum' || e.set.k !== 'lit') return false;
    const found = this.#enums.get(e.a.type.enum);
    const { value } = e.set;
    return (
      found !== undefined &&
      !found.open &&
      found.options.every((one) => Array.isArray(value) && value.includes(one))
    );
  }

  /** Whether a value is left open by the notice whatever the facts. */
  #isOpen(e: Expr): boolean {
    switch (e.k) {
      case 'hole':
        return true;
      case 'def': {
        const body = this.#definitions.get(e.def);
        return body !== undefined && body.type.t !== 'bool' && this.#isOpen(body);
      }
      case 'arith':
      case 'addPeriod':
      case 'round':
      case 'convert':
      case 'cmp':
        return children(e).some(({ expr }) => this.#isOpen(expr));
      default:
        return false;
    }
  }

  #truth(e: Expr, truths: Truths): TruthName {
    const parts = this.#parts(e)?.map((part) => this.#truth(part, truths));
    if (parts) return composed(e, parts);
    if (e.k === 'lit') return e.value === true ? 'yes' : 'no';
    if (this.#isOpen(e)) return 'unknown';
    const { key, opposite } = atom(e);
    const truth = truths.get(key) ?? 'unknown';
    return opposite ? not(truth) : truth;
  }
}

function composed(e: Expr, parts: readonly TruthName[]): TruthName {
  const [a = 'unknown', b = 'unknown', c = 'unknown'] = parts;
  switch (e.k) {
    case 'not':
      return not(a);
    case 'any':
      return any(parts);
    case 'atLeast':
      return atLeast(e.n, parts);
    case 'guard':
      return e.neutral ? any([not(a), b]) : all([a, b]);
    case 'except':
      return e.neutral ? any(parts) : all([a, ...parts.slice(1).map(not)]);
    case 'if':
      return any([all([a, b]), all([not(a), c]), all([b, c])]);
    case 'outcome':
      return outcome(parts);
    default:
      return all(parts);
  }
}

const not = (truth: TruthName): TruthName => (truth === 'unknown' ? truth : truth === 'yes' ? 'no' : 'yes');
const all = (truths: readonly TruthName[]): TruthName =>
  truths.includes('no') ? 'no' : truths.includes('unknown') ? 'unknown' : 'yes';
const any = (truths: readonly TruthName[]): TruthName => not(all(truths.map(not)));
const outcome = ([eligible = 'unknown', ...excluded]: readonly TruthName[]): TruthName =>
  all([eligible, ...excluded.map(not)]);

function atLeast(n: number, truths: readonly TruthName[]): TruthName {
  const sure = truths.filter((truth) => truth === 'yes').length;
  const open = truths.filter((truth) => truth === 'unknown').length;
  return sure >= n ? 'yes' : sure + open < n ? 'no' : 'unknown';
}

/** `a < b` is the opposite of `b ≤ a`; two conditions that read the same are one. */
function atom(e: Expr): { readonly key: string; readonly opposite: boolean } {
  if (e.k === 'cmp' && e.op === 'lt')
    return { key: shape({ ...e, op: 'le', a: e.b, b: e.a }), opposite: true };
  return { key: shape(e), opposite: false };
}

const shape = (e: Expr): string =>
  JSON.stringify(e, (key, value: unknown) => (key === 'id' || key === 'origin' ? undefined : value));

function* assignments(atoms: readonly string[]): Generator<Truths> {
  const count = ALL.length ** atoms.length;
  for (let n = 0; n < count; n++)
    yield new Map(
      atoms.map((key, i) => [key, ALL[Math.floor(n / ALL.length ** i) % ALL.length] ?? 'unknown']),
    );
}
