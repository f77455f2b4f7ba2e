import { parseDate, printDate } from '../dates.ts';
import type { DataWarning } from '../decision.ts';
import type { Events } from '../evaluator.ts';
import { type InputError, InputErrors, type InputProblem, printFound } from '../input/errors.ts';
import { expectedName, expectedOnce } from '../input/expected.ts';
import { indexOf, nearest, normal } from '../input/names.ts';
import type { EventLog } from '../rules.ts';
import type { Id } from '../types.ts';
import type { Row } from '../value.ts';
import type { Run } from './run.ts';

type Times = EventLog[string];

const NO_DATE = {
  zh: '日期，如 "2019-01-31"，或 {start, end}',
  en: 'a date such as "2019-01-31", or {start, end}',
};
const IN_ORDER = { zh: '不早于 start 的日期', en: 'a date not before start' };

const isObject = (raw: unknown): raw is { readonly [key: string]: unknown } =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

class Log {
  readonly errors: InputError[] = [];

  fail(
    path: string,
    problem: InputProblem,
    found: unknown,
    expected: InputError['expected'],
    near?: string,
  ): null {
    const error: InputError = { path, problem, found: printFound(found), expected };
    this.errors.push(near === undefined ? error : { ...error, nearest: near });
    return null;
  }

  day(path: string, raw: unknown): number | null {
    if (raw === null || raw === undefined) return null;
    const day = typeof raw === 'string' ? parseDate(raw) : null;
    return day ?? this.fail(path, typeof raw === 'string' ? 'noSuchDate' : 'wrongType', raw, NO_DATE);
  }

  times(path: string, raw: unknown): Times {
    if (!isObject(raw)) {
      const day = this.day(path, raw);
      return { start: day, end: day };
    }
    const extra = Object.keys(raw).find((key) => key !== 'start' && key !== 'end');
    if (extra !== undefined) this.fail(`${path}.${extra}`, 'unknownName', extra, NO_DATE);
    const start = this.day(`${path}.start`, raw.start);
    const end = this.day(`${path}.end`, raw.end);
    if (start !== null && end !== null && end < start)
      this.fail(`${path}.end`, 'outOfRange', raw.end, IN_ORDER);
    return { start, end };
  }
}

/**
 * What has happened so far, by step (its English or Chinese name): a date, or `{ start, end }`. For a step that is
 * counted by a fact the fact goes first. Throws `InputErrors` with every place that is wrong.
 */
export function readEvents(run: Run, raw: Events): EventLog {
  const log = new Log();
  const index = indexOf(run.index.implementation.meta, [...run.index.steps.keys()]);
  const found = new Map<Id, Times>();
  for (const [name, value] of Object.entries(raw)) {
    const id = index.get(normal(name));
    if (id === undefined) log.fail(`events.${name}`, 'unknownName', name, expectedName, nearest(name, index));
    else if (found.has(id)) log.fail(`events.${name}`, 'duplicate', name, expectedOnce);
    else found.set(id, log.times(`events.${name}`, value));
  }
  if (log.errors.length > 0) throw new InputErrors(log.errors);
  return Object.fromEntries(found);
}

/** Events of steps that a known fact dates otherwise: the fact goes first. */
export function overruledEvents(run: Run, events: EventLog, facts: Row): readonly DataWarning[] {
  return Object.entries(events).flatMap(([id, { end }]) => {
    const fact = run.index.steps.get(id)?.step.countedBy;
    const given = fact === undefined ? null : facts[fact];
    if (typeof given !== 'number' || end === null || given === end) return [];
    return [{ path: `events.${id}`, problem: 'differsFromComputed' as const, detail: printDate(given) }];
  });
}

/** Events after the day decided for are set aside. */
export function lateEvents(events: EventLog, asOf: number): readonly DataWarning[] {
  return Object.entries(events).flatMap(([step, { start, end }]) => {
    const day = [start, end].find((one) => one !== null && one > asOf);
    if (day === undefined || day === null) return [];
    return [{ path: `events.${step}`, problem: 'afterDecisionDate' as const, detail: printDate(day) }];
  });
}
