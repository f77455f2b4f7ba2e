import type { DutyDecision, DutyPeriod } from '../../runtime/decision.ts';
import { calendarName } from '../../runtime/describe/duty.ts';
import type { Id } from '../../runtime/types.ts';
import { flatten } from './compare.ts';
import { type Expectation, listText } from './mismatch.ts';

const keys = [
  'state',
  'due',
  'periods',
  'breachedPeriods',
  'true',
  'false',
  'unknown',
  'excusedBy',
  'reasons',
];
const truths = { true: 'yes', false: 'no', unknown: 'unknown' } as const;

/** Duties and targets by id or name: `lecture: { state: breached, periods: { 2024-02-01: breached } }`. */
export function compareDuties(
  expected: unknown,
  duties: { readonly [id: Id]: DutyDecision },
  at: Expectation,
): void {
  const ids = Object.keys(duties);
  for (const [name, wanted] of Object.entries(at.file.mapping(expected, at.path))) {
    const id = at.names.find(name, ids);
    const duty = id === undefined ? undefined : duties[id];
    const { noDuties, oneOf } = at.file.texts.yaml;
    const known = ids.length === 0 ? noDuties : oneOf(ids.map((one) => at.names.label(one)));
    compareDuty(wanted, duty ?? at.at(name).refuse(known), at.at(name));
  }
}

function compareDuty(expected: unknown, duty: DutyDecision, at: Expectation): void {
  const wanted = at.file.mapping(expected, at.path);
  at.file.onlyKeys(wanted, keys, at.path);
  const { cites } = duty;
  if ('state' in wanted) at.at('state').equal(wanted.state, duty.state, cites);
  if ('due' in wanted)
    at.at('due').equal(wanted.due, duty.due.find(({ binds }) => binds)?.due ?? null, cites);
  if ('excusedBy' in wanted) at.at('excusedBy').sameSet(wanted.excusedBy, duty.excusedBy, cites);
  if ('periods' in wanted) comparePeriods(wanted.periods, duty, at.at('periods'));
  if ('breachedPeriods' in wanted) compareBreached(wanted.breachedPeriods, duty, at.at('breachedPeriods'));
  if ('reasons' in wanted) compareReasons(wanted.reasons, duty, at.at('reasons'));
  for (const [key, truth] of Object.entries(truths))
    if (key in wanted) compareRules(wanted[key], duty, truth, at.at(key));
}

/** A number: of the periods. A list: the states of all periods, earliest first. By a day: the state of the period that the day is in. */
function comparePeriods(expected: unknown, duty: DutyDecision, at: Expectation): void {
  if (typeof expected === 'number') {
    if (expected !== duty.periods.length) at.fail(String(expected), String(duty.periods.length), duty.cites);
    return;
  }
  if (Array.isArray(expected)) {
    const wanted = listText(at.file.names(expected, at.path));
    const found = listText(duty.periods.map(({ state }) => state));
    if (wanted !== found) at.fail(wanted, found, duty.cites);
    return;
  }
  for (const [day, state] of Object.entries(at.file.mapping(expected, at.path)))
    at.at(day).equal(state, duty.periods.find((period) => covers(period, day))?.state ?? null, duty.cites);
}

/** Days in a row that came to the same are one period. */
const covers = ({ from, to }: DutyPeriod, day: string): boolean => from <= day && day <= to;

/** Exactly these are breached: `2024`, `2024-02`, `2024-02-05`, or the first and the last day as `2024-02-05/2024-02-11`. */
function compareBreached(expected: unknown, duty: DutyDecision, at: Expectation): void {
  const wanted = at.file.names(expected, at.path);
  const breached = duty.periods.filter(({ state }) => state === 'breached');
  const meant = (period: DutyPeriod): boolean => namesOf(period).some((name) => wanted.includes(name));
  if (wanted.length === breached.length && breached.every(meant)) return;
  at.fail(listText(wanted), listText(breached.map((period) => namesOf(period)[0] ?? '')), duty.cites);
}

const namesOf = (period: DutyPeriod): readonly string[] => {
  const days = `${period.from}/${period.to}`;
  const name = calendarName(period);
  return name === null ? [days] : [name, days];
};

function compareReasons(expected: unknown, duty: DutyDecision, at: Expectation): void {
  const wanted = [...at.file.names(expected, at.path)].sort();
  const found = [...new Set(duty.reasons.map(({ kind }) => kind))].sort();
  if (listText(wanted) !== listText(found)) at.fail(listText(wanted), listText(found), duty.cites);
}

function compareRules(
  expected: unknown,
  duty: DutyDecision,
  truth: (typeof truths)[keyof typeof truths],
  at: Expectation,
): void {
  const rules = flatten(duty.must);
  for (const name of at.file.names(expected, at.path)) {
    const rule = rules.find(({ id }) => at.names.means(name, id));
    if (rule?.truth !== truth) at.fail(`${name}: ${truth}`, rule?.truth ?? '–', rule?.cites);
  }
}
