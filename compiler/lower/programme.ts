import type { Expr } from '../ir/expressions.ts';
import { groupOf } from '../ir/lines.ts';
import type { Amount, Programme } from '../ir/policy.ts';
import type { ReadsOf } from '../ir/reads.ts';
import { excepted, guarded, negated } from './expression.ts';
import type { Line, LineShape, LoweredAmount, Straight } from './lowered.ts';
import type { Truth } from './nodes.ts';
import { NotStraight } from './outside.ts';
import type { Subject } from './subject.ts';

/** A programme as lines, tier and amounts, nothing staged yet. Throws `NotStraight`. */
export function lowerProgramme(programme: Programme, subject: Subject, reads: ReadsOf): Straight {
  const { policy, expressions } = subject;
  if (policy.transitions.some((one) => one.subject === undefined || one.subject === programme.subject))
    throw new NotStraight('version', programme.id);
  const choices = policy.choices ?? [];
  if (
    choices.some(({ members }) => members.some((one) => 'programme' in one && one.programme === programme.id))
  )
    throw new NotStraight('choice', programme.id);
  const late = programme.deadlines.find((deadline) => deadline.late !== 'record');
  if (late) throw new NotStraight('deadline', late.id);
  const lines = new Lines(subject, reads);
  const eligible = lines.line(programme.eligible);
  if (eligible.shape.k === 'guard' || eligible.shape.k === 'except')
    throw new NotStraight('condition', programme.id);
  return {
    id: programme.id,
    subject: programme.subject,
    excluded: programme.excluded.map((e) => lines.line(e)),
    eligible,
    ...(programme.tier && { tier: tierOf(programme, subject) }),
    amounts: programme.amounts.map((amount) => amountOf(amount, expressions)),
  };
}

function tierOf(programme: Programme, subject: Subject): NonNullable<Straight['tier']> {
  const { table, value } = subject.tier(programme);
  const rows = programme.tier?.table.rows ?? [];
  return { table, value, cites: Object.fromEntries(rows.map((row) => [row.id, row.origin.cites])) };
}

function amountOf(amount: Amount, expressions: Subject['expressions']): LoweredAmount {
  const { id, per, base, when, cap, floor, heads, events, pay } = amount;
  const monthly = per.includes('month') && !pay.on && !events;
  return {
    id,
    cites: amount.origin.cites,
    fromTier: base.k === 'tierOf',
    per,
    base: expressions.number(base),
    ...(when && { when: expressions.truth(when) }),
    ...(cap && { cap: expressions.number(cap) }),
    ...(floor && { floor: expressions.number(floor) }),
    single: !heads && !events,
    plain: !heads && !events && !pay.on,
    ...(monthly && pay.from && { from: expressions.number(pay.from) }),
    ...(monthly && pay.to && { to: expressions.number(pay.to) }),
    monthly,
  };
}

/** Rules with every line that decisions report. */
class Lines {
  readonly #subject: Subject;
  readonly #reads: ReadsOf;

  constructor(subject: Subject, reads: ReadsOf) {
    this.#subject = subject;
    this.#reads = reads;
  }

  #truth(e: Expr): Truth {
    return this.#subject.expressions.truth(e);
  }

  /** A line as a node of its own; anything that is not a line counts as a condition. */
  line(e: Expr): Line {
    if (e.k === 'guard') return this.#guarded(e, this.line(e.then));
    if (e.k === 'except') return this.#excepted(e, this.line(e.rule));
    const benefit = e.k === 'rule' && e.benefit ? { benefit: e.benefit } : {};
    const about = { id: e.id, cites: e.origin.cites, reads: this.#reads(e), ...benefit };
    return this.#body(about, e.k === 'rule' ? e.body : e);
  }

  #body(about: Omit<Line, 'truth' | 'shape'>, body: Expr): Line {
    if (body.k === 'guard') return this.#guarded(body, this.#body(about, body.then));
    if (body.k === 'except') return this.#excepted(body, this.#body(about, body.rule));
    const group = groupOf(body);
    if (!group) return { ...about, truth: this.#truth(body), shape: { k: 'condition' } };
    const { op, n } = group;
    const lines = group.lines.map((line) => this.line(line));
    return {
      ...about,
      truth: joined(about.id, op, n ?? 1, lines),
      shape: { k: 'group', op, ...(n !== undefined && { n }), lines },
    };
  }

  #guarded({ id, when, neutral }: Extract<Expr, { k: 'guard' }>, line: Line): Line {
    const test = this.#truth(when);
    const shape: LineShape = { k: 'guard', when: test, line, neutral };
    return { ...line, truth: guarded(test, line.truth, neutral, id), shape };
  }

  #excepted({ id, by, neutral }: Extract<Expr, { k: 'except' }>, line: Line): Line {
    const lifting = by.map((one) => ({ id: one.id, truth: this.#truth(one) }));
    const truths = lifting.map(({ truth }) => truth);
    const shape: LineShape = { k: 'except', line, by: lifting, neutral };
    return { ...line, truth: excepted(line.truth, truths, neutral, id), shape };
  }
}

function joined(
  at: string,
  op: 'all' | 'any' | 'none' | 'atLeast',
  n: number,
  lines: readonly Line[],
): Truth {
  const parts = lines.map(({ truth }) => truth);
  if (op === 'atLeast') return { holds: 'truth', at, k: 'atLeast', n, parts };
  if (op === 'none') return negated({ holds: 'truth', at, k: 'any', parts });
  return { holds: 'truth', at, k: op, parts };
}
