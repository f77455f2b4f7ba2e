import { firstDayOfMonth, lastDayOfMonth, parseDate, parseMonth } from '../dates.ts';
import type { Decision } from '../decision.ts';
import { describe } from '../describe/describe.ts';
import type { Binding, BoundPolicy, Evaluator, Events } from '../evaluator.ts';
import { InputErrors, printFound } from '../input/errors.ts';
import { expectedOf } from '../input/expected.ts';
import { identified } from '../input/identity.ts';
import { knownOf, rowOf } from '../input/known.ts';
import { readRow } from '../input/read.ts';
import type { Implementation } from '../rules.ts';
import { truthName } from '../truth.ts';
import type { PolicyMeta } from '../types.ts';
import { recordId } from '../value.ts';
import { bindRun } from './bind.ts';
import { decisionOf, openSelections, prepare, selectingProgrammes, timelineOf } from './decide.ts';
import { readEvents } from './events-input.ts';
import { byDate, paymentsIn } from './payments.ts';
import { RegisterSelector } from './register.ts';
import type { GivenRow } from './relations/given.ts';
import { indexOf, looksAtRegister, programmesOf, type Run } from './run.ts';
import { SummaryCounter } from './summary.ts';

type RawFacts = { readonly [fact: string]: unknown };

/** A day, or a month: its first day, or its last one where the period ends with it. */
function readPeriodDay(meta: PolicyMeta, path: 'from' | 'to', raw: string): number {
  const month = typeof raw === 'string' ? parseMonth(raw) : null;
  if (month !== null) return path === 'from' ? firstDayOfMonth(month) : lastDayOfMonth(month);
  const day = typeof raw === 'string' ? parseDate(raw) : null;
  if (day !== null) return day;
  const expected = expectedOf(meta, { t: 'date' });
  throw new InputErrors([{ path, problem: 'noSuchDate', found: printFound(raw), expected }]);
}

/** Runs `work` on one row of a register; errors name the row. */
function atRow<T>(row: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputErrors)) throw error;
    const dot = (path: string) => (path === '' ? '' : `.${path}`);
    throw new InputErrors(error.errors.map((one) => ({ ...one, path: `[${row}]${dot(one.path)}` })));
  }
}

function boundPolicy<Facts>(run: Run): BoundPolicy<Facts> {
  const { meta } = run.index.implementation;
  const read = (raw: unknown): GivenRow => {
    const { id, facts } = identified(meta, run.subject.facts, raw);
    return { id, row: readRow(meta, run.subject.facts, facts) };
  };
  const log = (events: Events | undefined) => (events === undefined ? null : readEvents(run, events));

  const decide = (facts: Facts, events?: Events): Decision => {
    const prepared = prepare(run, read(facts), log(events));
    return decisionOf(prepared, openSelections(prepared.record));
  };
  const selector = () => new RegisterSelector<Facts>(run, read);

  return {
    meta,
    selects: selectingProgrammes(run).length > 0 || looksAtRegister(run),
    decide,
    read(facts) {
      const { id, row } = read(facts);
      return id === null ? knownOf(row) : Object.assign(knownOf(row), { [recordId]: id });
    },
    decideRead(record) {
      const row = rowOf(meta, run.subject.facts, record);
      const prepared = prepare(run, { id: record[recordId] ?? null, row }, null);
      return decisionOf(prepared, openSelections(prepared.record));
    },
    explain(facts, events) {
      const decision = decide(facts, events);
      return { decision, zh: describe(decision, meta, 'zh'), en: describe(decision, meta, 'en') };
    },
    selector,
    decideAll(rows) {
      const pass = selector();
      for (const [row, facts] of rows.entries()) atRow(row, () => pass.observe(facts));
      const register = pass.finish();
      const counter = new SummaryCounter();
      const decisions = rows.map((facts, row) => register.decide(row, facts));
      for (const decision of decisions) counter.add(decision);
      return { decisions, summary: counter.summary() };
    },
    payments(facts, period) {
      const days = {
        from: readPeriodDay(meta, 'from', period.from),
        to: readPeriodDay(meta, 'to', period.to),
      };
      const { record } = prepare(run, read(facts), null);
      const states = programmesOf(run).map((programme) => record.programme(programme.id));
      return byDate(states.flatMap((state) => paymentsIn(state, record, days)));
    },
    timeline(events, facts) {
      const { record, warnings } = prepare(run, read(facts ?? {}), readEvents(run, events));
      const timeline = timelineOf(record);
      return { procedures: timeline.procedures, warnings: [...warnings, ...timeline.warnings] };
    },
    check(facts) {
      const { record } = prepare(run, read(facts), null);
      return run.index.implementation.assertions
        .filter(({ subject }) => subject === undefined || subject === run.subject.id)
        .map(({ id, holds }) => ({ id, truth: truthName(holds(record.case)) }));
    },
  };
}

/** Makes an evaluator of a policy's rules, whether interpreted or compiled. */
export function definePolicy<Facts = RawFacts>(implementation: Implementation): Evaluator<Facts> {
  const index = indexOf(implementation);
  return {
    meta: implementation.meta,
    implementation,
    bind: (binding: Binding) => boundPolicy<Facts>(bindRun(index, binding)),
  };
}
