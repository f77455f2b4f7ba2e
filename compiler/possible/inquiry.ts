import { parseDate } from '../../runtime/dates.ts';
import { negate as minus } from '../../runtime/exact.ts';
import type { Id } from '../../runtime/types.ts';
import type { Example, Reporter } from '../diagnostics/diagnostic.ts';
import type { Expr, Origin } from '../ir/expressions.ts';
import type { Policy } from '../ir/policy.ts';
import { allOf } from './asked.ts';
import { Conditions } from './conditions.ts';
import { dayIn, inRound, withDays } from './dated.ts';
import { EXAMPLE_DAY, EXAMPLE_YEAR, exampleOf } from './example.ts';
import { and, difference, type Formula, type Key, YES, ZERO } from './formula.ts';
import { keysOf, satisfiable, search } from './search.ts';
import { share, spokenOf } from './shared.ts';
import type { Steady } from './steady.ts';

/** Decides a condition for an example by the reference interpreter. */
export type Replay = (subject: Id | undefined, condition: Expr, example: Example) => 'yes' | 'no' | 'unknown';

/** What can be asked about all applicants of one policy. */
export class Inquiry {
  readonly conditions: Conditions;
  private passed = 0;
  private readonly told = new WeakMap<Formula, boolean | undefined>();

  constructor(
    readonly policy: Policy,
    private readonly replay: Replay,
    private readonly steady?: Steady,
  ) {
    this.conditions = new Conditions(policy);
  }

  truth(e: Expr): Formula {
    return this.conditions.truth(e);
  }

  /** Does what is to be done about a part of the policy, unless it was done before and nothing was found. */
  each({ span }: Origin, reporter: Reporter, work: () => void): void {
    if (this.steady?.unchanged(span.start)) return;
    const before = reporter.found.length + this.passed;
    work();
    if (reporter.found.length + this.passed > before) this.steady?.found(span.start);
  }

  /** Something was not looked at or not told because it was for another part: whether that part stays is not known. */
  passOver(): void {
    this.passed += 1;
  }

  /** When all of these are there. */
  there(...values: readonly Expr[]): Formula {
    return and(...values.map((e) => this.conditions.present(e)));
  }

  /** What a condition speaks of, see `share`. */
  spokenOf(f: Formula): ReadonlySet<Key> {
    return spokenOf(f, this.conditions.variables);
  }

  /** Whether two conditions speak of anything together. */
  share(a: Formula, b: Formula): boolean {
    return share(a, b, this.conditions.variables);
  }

  /** Whether these surely never hold together. False where it cannot be told. */
  never(...formulas: readonly Formula[]): boolean {
    return this.possible(and(...formulas)) === false;
  }

  /** Whether these were seen to be able to hold together. */
  can(...formulas: readonly Formula[]): boolean {
    return this.possible(and(...formulas)) === true;
  }

  /** The same condition is asked about from several sides. */
  private possible(formula: Formula): boolean | undefined {
    if (this.told.has(formula)) return this.told.get(formula);
    const told = satisfiable(formula, this.conditions.variables);
    this.told.set(formula, told);
    return told;
  }

  /**
   * An applicant for whom the formula holds, and for whom the interpreter finds `shown` to hold; null where none was found.
   */
  example(subject: Id | undefined, formula: Formula, shown: Expr): Example | null {
    const model = search(and(formula, this.pins(keysOf(formula))), this.conditions.variables);
    const made = model && exampleOf(model, this.conditions.variables, this.policy);
    return made && this.shows(subject, shown, made) ? made : null;
  }

  /** An applicant for whom the interpreter finds all of these to hold; null where none was found, or where it says nothing. */
  showing(subject: Id | undefined, first: Expr, ...others: readonly Expr[]): Example | null {
    const parts = [first, ...others];
    const formula = and(...parts.map((part) => this.truth(part)));
    const made = this.example(subject, formula, allOf(parts, first));
    return made && made.words.zh !== '' ? made : null;
  }

  /** Whether the interpreter finds a condition to hold for an example. */
  shows(subject: Id | undefined, shown: Expr, example: Example): boolean {
    return this.replay(subject ?? this.policy.subjects[0]?.id, shown, example) === 'yes';
  }

  /** The same of days: those that `days` come to are said with it. */
  dated(subject: Id | undefined, shown: Expr, ...days: readonly Expr[]): Example | null {
    const [asked, ...ends] = [shown, ...days].map((e) => inRound(e, EXAMPLE_YEAR));
    if (!asked) return null;
    const made = this.example(subject, and(this.truth(asked), this.there(...ends)), asked);
    if (!made) return null;
    const said = ends.flatMap((e) => dayIn(EXAMPLE_YEAR, e, this.conditions.reach) ?? []);
    const words = withDays(made.words, said);
    return words.zh === '' ? null : { ...made, words };
  }

  /** The decision date and the open years of an example, and the days of steps. */
  private pins(used: ReadonlySet<Key>): Formula {
    const pins: Formula[] = [];
    const pin = (key: string, at: number): void => {
      pins.push(difference(key, ZERO, at, false), difference(ZERO, key, minus(at), false));
    };
    const { numbers } = this.conditions.variables;
    if (used.has('asOf')) pin('asOf', parseDate(EXAMPLE_DAY) ?? 0);
    for (const key of used) {
      const { inYear: year, of } = numbers.get(key) ?? {};
      if (of?.k === 'stepTime') pin(key, parseDate(EXAMPLE_DAY) ?? 0);
      if (!year) continue;
      pin(key, year.at(EXAMPLE_YEAR));
      if (used.has(year.year)) pin(year.year, EXAMPLE_YEAR);
    }
    return pins.length === 0 ? YES : and(...pins);
  }
}
