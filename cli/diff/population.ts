import { Breakdowns, type EffectKind, groupOf, PopulationTally, renames } from '../../compiler/index.ts';
import type { BoundPolicy } from '../../runtime/evaluator.ts';
import { Unusable } from '../console/failure.ts';
import { Progress } from '../console/progress.ts';
import type { Session } from '../console/session.ts';
import type { DecidedEntry, Entry } from '../decide/entry.ts';
import { decideRegister } from '../decide/register.ts';
import { type AskedFact, askedFacts, valueIn } from './asked-facts.ts';
import { curvesOf, type Sample } from './curves.ts';
import { monthAfter, type Period, readPeriod } from './period.ts';
import {
  type AskedRegister,
  openVersion,
  type PopulationOptions,
  type VersionOfRegister,
} from './register-version.ts';
import type { PolicyReport, PopulationReport } from './report.ts';

interface Running {
  readonly bound: BoundPolicy;
  readonly entries: AsyncGenerator<Entry>;
}

/** Decides a register by both versions, row by row side by side. Keeps only who is affected. */
export async function populationReport(
  session: Session,
  report: PolicyReport,
  { path, others }: AskedRegister,
  options: PopulationOptions,
): Promise<PopulationReport> {
  const { before, after } = report;
  if (!before?.policy || !after?.policy) throw new Unusable(session.texts.diff.populationNeedsBoth);
  const given = readPeriod(options.period, session.texts);
  const moved = renames(before.policy, after.policy);
  const back = new Map([...moved].map(([old, fresh]) => [fresh, old]));
  const beside = after.version.place;
  const progress = new Progress(session, session.texts.decide.progress);
  const run = async (version: VersionOfRegister, speaking: Session): Promise<Running> => {
    const { bound, open } = await openVersion(speaking, version, options);
    return { bound, entries: decideRegister(bound, open, session.language, (count) => progress.at(count)) };
  };
  const [a, b] = [before.policy, after.policy];
  const old = await run(
    { own: a, deployed: before.deployed, other: b, aliases: back, beside, path, others },
    session,
  );
  const fresh = await run(
    { own: b, deployed: after.deployed, other: a, aliases: moved, beside, path, others },
    { ...session, err: silent },
  );
  const asked = askedFacts(options.by ?? [], a, b, session);
  const comparison = new Comparison(old.bound, fresh.bound, given, asked);
  await together(old.entries, fresh.entries, comparison, progress);
  return { path, ...comparison.result() };
}

/** What the first run said about parameters holds for the second. */
const silent: Session['err'] = { write: async () => undefined };

/** What is added up while two runs go by. */
class Comparison {
  readonly #tally = new PopulationTally();
  readonly #breakdowns = new Breakdowns();
  readonly #samples = new Map<string, Sample>();
  #subject = '';
  #unread = 0;
  #asOf = '';
  #period: Period | null;

  constructor(
    readonly old: BoundPolicy,
    readonly fresh: BoundPolicy,
    period: Period | null,
    readonly asked: readonly AskedFact[],
  ) {
    this.#period = period;
  }

  add(a: DecidedEntry, b: DecidedEntry): void {
    this.#asOf = b.decision.asOf;
    this.#period ??= yearFrom(this.#asOf);
    this.#subject = b.decision.subject;
    const effects = this.#tally.add({ row: b.row, id: b.id }, a.decision, b.decision);
    for (const { kind } of effects) this.#keep(kind, a, b);
    const [old, fresh] = [
      this.old.payments(a.facts, this.#period),
      this.fresh.payments(b.facts, this.#period),
    ];
    this.#tally.pay(old, fresh);
    const values = new Map(this.asked.map((fact) => [fact.id, valueIn(fact, b.facts, a.facts)] as const));
    const paid = { decision: a.decision, payments: old };
    this.#breakdowns.add(values, groupOf(effects), paid, { decision: b.decision, payments: fresh });
  }

  /** The first who gets more and the first who gets less are drawn. */
  #keep(kind: EffectKind, a: DecidedEntry, b: DecidedEntry): void {
    if ((kind === 'moreMoney' || kind === 'lessMoney') && !this.#samples.has(kind))
      this.#samples.set(kind, { who: b.id === '' ? String(b.row) : b.id, before: a.facts, after: b.facts });
  }

  pass(): void {
    this.#unread++;
  }

  result(): Omit<PopulationReport, 'path'> {
    const period = this.#period ?? { from: '', to: '' };
    const curves = curvesOf(this.old, this.fresh, [...this.#samples.values()], this.#subject);
    const [result, breakdowns] = [this.#tally.result(), this.#breakdowns.result()];
    return { asOf: this.#asOf, period, unread: this.#unread, result, breakdowns, curves };
  }
}

/** Twelve months, the one of the decision date first. */
function yearFrom(asOf: string): Period {
  const from = asOf.slice(0, 7);
  return { from, to: monthAfter(from, 11) };
}

async function together(
  old: AsyncGenerator<Entry>,
  fresh: AsyncGenerator<Entry>,
  comparison: Comparison,
  progress: Progress,
): Promise<void> {
  try {
    for (;;) {
      const [a, b] = [await old.next(), await fresh.next()];
      if (a.done || b.done) return;
      if (a.value.kind === 'decided' && b.value.kind === 'decided') comparison.add(a.value, b.value);
      else comparison.pass();
    }
  } finally {
    await progress.clear();
  }
}
