import { analysisConditions as codes } from '../../diagnostics/catalogue/analysis-conditions.ts';
import type { Reporter } from '../../diagnostics/diagnostic.ts';
import { children, expressions } from '../../ir/children.ts';
import type { Expr } from '../../ir/expressions.ts';
import { roots } from '../../ir/roots.ts';
import type { Id } from '../../../runtime/types.ts';
import type { Example } from '../../diagnostics/diagnostic.ts';
import { analysisConflicts } from '../../diagnostics/catalogue/analysis-conflicts.ts';
import { and, type Formula, type Inquiry, negate, notOf } from '../../possible/index.ts';
import { holdsSomething } from '../../possible/spans.ts';
import { wordsOf } from '../../possible/words.ts';

/** Conditions that hold for nobody or for everybody, and groups whose lines contradict or repeat each other. */
export function conditions(inquiry: Inquiry, reporter: Reporter): void {
  new Conditions(inquiry, reporter).all();
}

/** What is asserted ought to hold always. */
const claims = new Set(['that', 'then']);

class Conditions {
  private readonly seen = new Set<string>();
  /** The kind of record that is looked at. */
  private subject: Id | undefined;
  /** In the filter of a list: no applicant shows what an element is. */
  private inList = 0;

  constructor(
    private readonly inquiry: Inquiry,
    private readonly reporter: Reporter,
  ) {}

  all(): void {
    for (const { expr, role, subject } of roots(this.inquiry.policy)) {
      if (role === 'cases' || claims.has(role)) continue;
      this.subject = subject;
      this.inquiry.each(expr.origin, this.reporter, () => {
        if (role === 'excluded' && this.everybody(expr)) this.inquiry.passOver();
        else if (expr.type.t === 'bool') this.outermost(expr, role);
        else this.inside(expr);
      });
    }
  }

  /** An exclusion of everybody is told beside the eligible. */
  private everybody(e: Expr): boolean {
    return !open(e) && this.inquiry.never(negate(this.inquiry.truth(e)));
  }

  private outermost(e: Expr, role: string): void {
    if (role === 'when') this.inPlay(e, []);
    else this.look(e, []);
  }

  /** Conditions within a value: of `若`, and the filters of lists. */
  private inside(e: Expr): void {
    if (e.k === 'table') {
      for (const part of [...e.keys, ...e.rows.map(({ then }) => then)]) this.inside(part);
      return;
    }
    for (const { expr, binds } of children(e)) {
      if (binds > 0) this.inList += 1;
      if (expr.type.t === 'bool') this.look(expr, []);
      else this.inside(expr);
      if (binds > 0) this.inList -= 1;
    }
  }

  /** An applicant for whom all of these hold. */
  private example(first: Expr, ...others: readonly Expr[]): Example | null {
    return this.inList > 0 ? null : this.inquiry.showing(this.subject, first, ...others);
  }

  /** Whether something was found in `e`, which holds together with `context`. */
  private look(e: Expr, context: readonly Expr[]): boolean {
    switch (e.k) {
      case 'rule':
        return this.look(e.body, context);
      case 'all':
        return this.every(e.parts, context);
      case 'any':
        return this.some(e, context);
      case 'atLeast':
        return this.each(e.parts, []);
      case 'not':
        return this.look(e.a, []);
      case 'guard':
        return this.guard(e, context);
      case 'except':
        return this.except(e, context);
      case 'if':
      case 'table':
        this.inside(e);
        return false;
      case 'lit':
      case 'hole':
      case 'def':
      case 'outcome':
        return false;
      default:
        this.inside(e);
        return this.single(e);
    }
  }

  private each(parts: readonly Expr[], context: readonly Expr[]): boolean {
    return parts.map((part) => this.look(part, context)).some(Boolean);
  }

  private single(e: Expr): boolean {
    const truth = this.inquiry.truth(e);
    // A span that runs backwards is told as such.
    const something = e.k === 'within' && holdsSomething(e.span);
    if (something && this.inquiry.never(this.inquiry.truth(something))) return true;
    const never = this.inquiry.never(truth);
    if (!never && !this.inquiry.never(negate(truth))) return false;
    const what = wordsOf(e, this.inquiry.policy);
    return this.say(e, () => {
      const shown = never ? this.shortOf(e) : this.example(e);
      const code = never ? codes.neverHolds : codes.alwaysHolds;
      this.reporter.show(code, e.origin.span, { what }, shown, at(e));
    });
  }

  /** Somebody whom a condition misses, on the very boundary where it has one. */
  private shortOf(e: Expr): Example | null {
    const on = e.k === 'cmp' && e.op === 'lt' ? this.example(notOf(e), { ...e, op: 'le' }) : null;
    return on ?? this.example(notOf(e));
  }

  /** Reports once a place, however often the same lines are used. */
  private say(e: Expr, report: () => void): true {
    const place = `${e.origin.span.start}-${e.origin.span.end}`;
    if (this.seen.has(place)) this.inquiry.passOver();
    else report();
    this.seen.add(place);
    return true;
  }

  private every(parts: readonly Expr[], context: readonly Expr[]): boolean {
    const truths = parts.map((part) => this.inquiry.truth(part));
    const found = parts.map((part, i) => this.look(part, [...context, ...parts.filter((_, j) => j !== i)]));
    // A plain 否 among them is meant.
    if (parts.some(isLiteral)) return found.some(Boolean);
    const whole = found.some(Boolean);
    if (!whole && this.inquiry.never(...truths)) return this.clash(parts, truths);
    // What was found in one line is no reason to pass over the others.
    const sound = parts.filter((_, i) => !found[i]);
    const left = truths.filter((_, i) => !found[i]);
    const repeated =
      sound.map((part, i) => this.repeated(part, i, sound, left, 'all')).some(Boolean) || whole;
    return repeated || this.together(sound, left);
  }

  /** A line that the others imply between them, though none of them alone. */
  private together(parts: readonly Expr[], truths: readonly Formula[]): boolean {
    if (parts.length < 3) return false;
    return parts.some((part, i) => {
      const [mine, others] = [truths[i], truths.filter((_, j) => j !== i)];
      if (!mine || open(part) || !others.some((other) => this.inquiry.share(mine, other))) return false;
      if (!this.inquiry.never(...others, negate(mine)) || this.settled(mine)) return false;
      const rest = parts.filter((_, j) => j !== i);
      return this.say(part, () => this.redundant(part, null, this.example(part, ...rest)));
    });
  }

  private clash(parts: readonly Expr[], truths: readonly Formula[]): boolean {
    for (const [j, second] of parts.entries())
      for (const [i, first] of parts.slice(0, j).entries()) {
        const [p, q] = [truths[i], truths[j]];
        if (!p || !q || !this.inquiry.share(p, q) || !this.inquiry.never(p, q)) continue;
        return this.contradict(first, second);
      }
    const [first, last] = [parts[0], parts.at(-1)];
    return first && last ? this.contradict(first, last) : false;
  }

  private contradict(first: Expr, second: Expr): true {
    const { policy } = this.inquiry;
    const params = {
      first: wordsOf(first, policy),
      second: wordsOf(second, policy),
      line: this.reporter.lineAt(first.origin.span),
    };
    return this.say(second, () =>
      this.reporter.show(
        codes.contradiction,
        second.origin.span,
        params,
        this.example(first, notOf(second)),
        {
          ...at(second),
          related: [
            {
              span: first.origin.span,
              zh: '与这一行矛盾',
              en: 'contradicts this line',
            },
          ],
        },
      ),
    );
  }

  /** In 同时满足 a line that another implies, in 满足其一 a line that implies another; of two that are the same the later. */
  private repeated(
    part: Expr,
    i: number,
    parts: readonly Expr[],
    truths: readonly Formula[],
    group: 'all' | 'any',
  ): boolean {
    const mine = truths[i];
    if (!mine || open(part)) return false;
    for (const [j, other] of parts.entries()) {
      const theirs = truths[j];
      if (i === j || !theirs || !this.inquiry.share(mine, theirs) || open(other)) continue;
      const [strong, weak] = group === 'all' ? [theirs, mine] : [mine, theirs];
      if (!this.inquiry.never(strong, negate(weak)) || this.settled(weak)) continue;
      if (j > i && this.inquiry.never(weak, negate(strong))) continue;
      const both = group === 'all' ? [other, part] : [part, other];
      return this.say(part, () =>
        this.redundant(part, other, this.example(both[0] ?? part, both[1] ?? other)),
      );
    }
    return false;
  }

  /** What holds for everybody, or nobody, is a finding of its own. */
  private settled(truth: Formula): boolean {
    return this.inquiry.never(truth) || this.inquiry.never(negate(truth));
  }

  private redundant(part: Expr, other: Expr | null, example: Example | null): void {
    const { policy } = this.inquiry;
    const params = {
      what: wordsOf(part, policy),
      because: other && wordsOf(other, policy),
      line: other ? this.reporter.lineAt(other.origin.span) : 0,
    };
    this.reporter.show(codes.redundant, part.origin.span, params, example, at(part));
  }

  private some(e: Extract<Expr, { k: 'any' | 'all' }>, context: readonly Expr[]): boolean {
    const found = this.each(e.parts, context);
    if (found) return true;
    const truths = e.parts.map((part) => this.inquiry.truth(part));
    if (this.inquiry.never(...truths.map(negate)) && !open(e)) {
      const what = wordsOf(e, this.inquiry.policy);
      return this.say(e, () =>
        this.reporter.show(codes.alwaysHolds, e.origin.span, { what }, this.example(e), at(e)),
      );
    }
    return e.parts
      .map((part, i) => this.dead(part, truths[i], context) || this.repeated(part, i, e.parts, truths, 'any'))
      .some(Boolean);
  }

  private dead(part: Expr, truth: Formula | undefined, context: readonly Expr[]): boolean {
    const around = context.map((e) => this.inquiry.truth(e));
    if (!truth || around.length === 0 || !this.inquiry.never(...around, truth)) return false;
    if (!this.inquiry.can(and(...around))) return false;
    const what = wordsOf(part, this.inquiry.policy);
    return this.say(part, () =>
      this.reporter.show(
        codes.deadBranch,
        part.origin.span,
        { what },
        this.example(notOf(part), ...context),
        at(part),
      ),
    );
  }

  private guard(e: Expr & { k: 'guard' }, context: readonly Expr[]): boolean {
    if (this.inPlay(e.when, context)) return true;
    return this.look(e.then, e.then.k === 'hole' ? [] : [...context, e.when]);
  }

  private inPlay(when: Expr, context: readonly Expr[]): boolean {
    const truth = this.inquiry.truth(when);
    const around = context.map((e) => this.inquiry.truth(e));
    const idle =
      this.inquiry.never(truth) || (this.inquiry.never(...around, truth) && this.inquiry.can(...around));
    if (!idle) return this.look(when, context);
    const what = wordsOf(when, this.inquiry.policy);
    return this.say(when, () =>
      this.reporter.show(
        codes.neverInPlay,
        when.origin.span,
        { what },
        this.example(notOf(when), ...context),
        at(when),
      ),
    );
  }

  /** Exceptions that between them take the whole rule back. */
  private nothingLeft(e: Expr & { k: 'except' }, rule: Formula): boolean {
    const hit = e.neutral ? negate(rule) : rule;
    const lifted = e.by.map((by) => negate(this.inquiry.truth(by)));
    if (!this.inquiry.can(hit) || !this.inquiry.never(hit, ...lifted)) return false;
    const [what, last] = [wordsOf(e.rule, this.inquiry.policy), e.by.at(-1) ?? e];
    const missed = e.neutral ? notOf(e.rule) : e.rule;
    return this.say(last, () =>
      this.reporter.show(
        analysisConflicts.exceptionsLeaveNothing,
        last.origin.span,
        { what, neutral: e.neutral },
        this.example(missed),
        at(last),
      ),
    );
  }

  private except(e: Expr & { k: 'except' }, context: readonly Expr[]): boolean {
    const found = [this.look(e.rule, context), this.each(e.by, [])].some(Boolean);
    if (found) return true;
    const rule = this.inquiry.truth(e.rule);
    if (!open(e) && this.nothingLeft(e, rule)) return true;
    const truths = e.by.map((by) => this.inquiry.truth(by));
    if (e.by.map((by, i) => this.repeated(by, i, e.by, truths, 'any')).some(Boolean)) return true;
    const against = e.neutral ? negate(rule) : rule;
    return e.by
      .map((by) => {
        if (!this.inquiry.never(this.inquiry.truth(by), against)) return false;
        const params = { what: wordsOf(by, this.inquiry.policy), neutral: e.neutral };
        const anyway = e.neutral ? e.rule : notOf(e.rule);
        return this.say(by, () =>
          this.reporter.show(codes.exceptionIdle, by.origin.span, params, this.example(by, anyway), at(by)),
        );
      })
      .some(Boolean);
  }
}

const isLiteral = (e: Expr): boolean => (e.k === 'rule' ? isLiteral(e.body) : e.k === 'lit');

const at = (e: Expr): { readonly cites: readonly string[] } => ({ cites: e.origin.cites });

/** What is left open by the notice is neither repeated nor certain. */
const open = (e: Expr): boolean => [...expressions(e)].some(({ k }) => k === 'hole');
