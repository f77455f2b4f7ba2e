import { chinaCalendar } from '../calendar/china.ts';
import { le } from '../compare.ts';
import { civilDate, FIRST_DAY, LAST_DAY, parseDate } from '../dates.ts';
import type { Binding } from '../evaluator.ts';
import { InputErrors, printFound } from '../input/errors.ts';
import { expectedOf } from '../input/expected.ts';
import { indexOf as namesOf, nearest, normal } from '../input/names.ts';
import { missingParameter, type ParameterValues, readParameters, valueAt } from '../input/parameters.ts';
import { readRow } from '../input/read.ts';
import type { Case } from '../rules.ts';
import { reasonsOf } from '../truth.ts';
import type { Id, ParameterMeta, PolicyMeta, SubjectMeta } from '../types.ts';
import { hull, isDoubt, isUnknown, mergeReasons, unknownOf } from '../unknown.ts';
import type { Handle, Maybe, Row, Unknown, Value } from '../value.ts';
import { afterDecision, datedLists, fillFallbacks, fillLater } from './facts.ts';
import { OpenRecord } from './record.ts';
import { type GivenPopulations, laterRecords, readPopulations } from './relations/given.ts';
import { Populations } from './relations/populations.ts';
import type { Index, Run } from './run.ts';

function readDay(meta: PolicyMeta, raw: string): number {
  const day = typeof raw === 'string' ? parseDate(raw) : null;
  if (day !== null) return day;
  const expected = expectedOf(meta, { t: 'date' });
  throw new InputErrors([{ path: 'asOf', problem: 'noSuchDate', found: printFound(raw), expected }]);
}

/** The kind of record decided: the one asked for, or the only one there is. */
function readSubject(meta: PolicyMeta, asked: string | undefined): SubjectMeta {
  const [first, ...others] = meta.subjects;
  if (first === undefined) return { id: '', facts: [] };
  if (asked === undefined && others.length === 0) return first;
  const ids = meta.subjects.map((subject) => subject.id);
  const names = namesOf(meta, ids);
  const id = names.get(normal(asked ?? ''));
  const found = meta.subjects.find((subject) => subject.id === id);
  if (found !== undefined) return found;
  const near = nearest(asked ?? '', names);
  const expected = { zh: ids.join('、'), en: ids.join(', ') };
  const error = { path: 'subject', problem: 'unknownName', found: printFound(asked), expected } as const;
  throw new InputErrors([near === undefined ? error : { ...error, nearest: near }]);
}

/** A case without a record: for what the policy says of itself (parameters by date, computed circumstances). */
function caseWithoutRecord(run: Run): Case {
  const outside = (id: Id): never => {
    throw new RangeError(`${id} belongs to a record`);
  };
  return {
    asOf: run.asOf,
    parameters: run.parameters,
    circumstances: run.circumstances,
    facts: Object.create(null) as Row,
    calendar: run.calendar,
    roundYear: civilDate(run.asOf).year,
    memo: new Map(),
    outcome: outside,
    stepTime: outside,
    relations: run.populations.relations(null),
  };
}

/** The value written in the policy that is in force on the day of the case. */
function policyValue(index: Index, parameter: ParameterMeta, c: Case): Value {
  const { meta, parameterRows } = index.implementation;
  const rows = Object.hasOwn(parameterRows, parameter.id) ? parameterRows[parameter.id] : undefined;
  for (const row of [...(rows ?? [])].reverse()) {
    const begun = le(row.from(c), c.asOf, `${parameter.id}.from`);
    if (begun === true) return row.value(c);
    // Which version is in force is not known, so nothing is said of its value.
    if (isDoubt(begun)) return unknownOf(reasonsOf(begun));
  }
  return missingParameter(meta, parameter);
}

/** Values given at binding stand for those written in the policy; what neither gives is unknown. */
function valueOn(index: Index, given: ParameterValues, parameter: ParameterMeta, c: Case): Value {
  const values = given.get(parameter.id);
  if (values === undefined) return policyValue(index, parameter, c);
  return valueAt(values, c.asOf) ?? missingParameter(index.implementation.meta, parameter);
}

function bindParameters(index: Index, given: ParameterValues, row: Row, c: Case): void {
  for (const parameter of index.implementation.meta.parameters)
    fillLater(row, parameter.id, () => valueOn(index, given, parameter, c));
}

/** Days on which a parameter takes a new value, as far as they are known. */
function changesOf(index: Index, given: ParameterValues, id: Id, c: Case): readonly Maybe<number>[] {
  const values = given.get(id);
  if (values !== undefined) return values.map(({ from }) => from);
  const { parameterRows } = index.implementation;
  return (Object.hasOwn(parameterRows, id) ? (parameterRows[id] ?? []) : []).map((row) => row.from(c));
}

/** A parameter as it stood on a day that may not be known: then whatever it may have been. */
function valueAsOf(
  index: Index,
  given: ParameterValues,
  parameter: ParameterMeta,
  day: number | Unknown,
  c: Case,
): Value {
  const on = (asOf: number): Value => valueOn(index, given, parameter, { ...c, asOf, memo: new Map() });
  if (!isUnknown(day)) return on(day);
  const changes = changesOf(index, given, parameter.id, c).filter((from) => from !== null);
  if (changes.length === 0) return on(c.asOf);
  const { min, max } = day;
  const first = typeof min === 'number' ? min : FIRST_DAY;
  const last = typeof max === 'number' ? max : LAST_DAY;
  const days = changes.filter((from) => typeof from === 'number' && from > first && from <= last);
  const open = changes.filter(isUnknown);
  const values = [first, ...days].map((at) => on(Number(at)));
  const why = mergeReasons(day.reasons, ...open.map(({ reasons }) => reasons));
  return open.length > 0 ? unknownOf(why) : hull(values, why);
}

/** All parameters as they stood on a day that is asked for only when one of them is read. */
function parametersOn(
  index: Index,
  given: ParameterValues,
  present: Row,
  c: Case,
  day: () => Maybe<number>,
): Row {
  const row = Object.create(null) as Row;
  const own: Case = { ...c, parameters: row };
  for (const parameter of index.implementation.meta.parameters)
    fillLater(row, parameter.id, () => {
      const found = day();
      if (found === null) return present[parameter.id] ?? null;
      return valueAsOf(index, given, parameter, found, own);
    });
  return row;
}

/** What was given, under ids, as it was given. */
function repeated(meta: PolicyMeta, ids: readonly Id[], raw: { readonly [name: string]: unknown }) {
  const names = namesOf(meta, ids);
  const byId = new Map(Object.entries(raw).map(([name, value]) => [names.get(normal(name)) ?? name, value]));
  return Object.fromEntries(ids.flatMap((id) => (byId.get(id) === undefined ? [] : [[id, byId.get(id)]])));
}

/** What a binding fixes before the populations are known. */
type Fixed = Pick<Run, 'index' | 'asOf' | 'calendar' | 'subject' | 'datedLists' | 'computed' | 'given'>;

/** The record of another kind, or another record of the same, as it is looked at by rules. */
function caseOf(run: Run, subject: SubjectMeta, row: Row, self: Handle): Case {
  const { fallbacks } = run.index.implementation;
  const record = new OpenRecord({ ...run, ...about(run.index, subject) }, row, null, new Map(), self);
  fillFallbacks(row, fallbacks, record.case);
  return record.case;
}

/** What a run knows of the kind of record at hand. */
const about = ({ implementation }: Index, subject: SubjectMeta) => ({
  subject,
  datedLists: datedLists(subject.facts),
  computed: subject.facts.filter((fact) => Object.hasOwn(implementation.fallbacks, fact.id)),
});

/** Circumstances may be computed from populations (`未填则`), so they are settled once these are known. */
function settle(fixed: Fixed, values: ParameterValues, raw: unknown, given: GivenPopulations): Run {
  const { index, asOf } = fixed;
  const { meta, fallbacks } = index.implementation;
  const parameters = Object.create(null) as Row;
  const circumstances = readRow(meta, meta.circumstances, raw);
  const run: Run = {
    ...fixed,
    parameters,
    parametersOn: (day) => parametersOn(index, values, parameters, c, day),
    circumstances,
    warnings: [
      ...afterDecision(circumstances, datedLists(meta.circumstances), asOf),
      ...laterRecords(meta.subjects, given, asOf),
    ],
    populations: new Populations(meta.subjects, given, (subject, row, self) =>
      caseOf(run, subject, row, self),
    ),
    givenKinds: new Set(given.keys()),
    withRegister: (records) => settle(fixed, values, raw, new Map([...given, [fixed.subject.id, records]])),
  };
  const c = caseWithoutRecord(run);
  bindParameters(index, values, parameters, c);
  fillFallbacks(circumstances, fallbacks, c);
  return run;
}

/**
 * Fixes date, parameters, circumstances and populations, once for all records. Throws `InputErrors` where they do not
 * fit; what is left out is unknown and shows in the decisions that need it.
 */
export function bindRun(index: Index, binding: Binding): Run {
  const { meta } = index.implementation;
  const asOf = readDay(meta, binding.asOf);
  const rawCircumstances = binding.circumstances ?? {};
  const values = readParameters(meta, binding.parameters ?? {});
  const subject = readSubject(meta, binding.subject);
  const given = {
    parameters: repeated(
      meta,
      meta.parameters.map((parameter) => parameter.id),
      binding.parameters ?? {},
    ),
    circumstances: repeated(
      meta,
      meta.circumstances.map((fact) => fact.id),
      rawCircumstances,
    ),
  };
  const fixed = { index, asOf, calendar: chinaCalendar, ...about(index, subject), given };
  return settle(fixed, values, rawCircumstances, readPopulations(meta, binding, subject.id));
}
