import { printDate } from '../../dates.ts';
import type { DataWarning } from '../../decision.ts';
import { datingFact } from '../../dating.ts';
import type { Binding } from '../../evaluator.ts';
import { InputErrors, printFound } from '../../input/errors.ts';
import { expectedName, expectedObject, expectedOnce, expectedPopulation } from '../../input/expected.ts';
import { identified } from '../../input/identity.ts';
import { indexOf, nearest, normal } from '../../input/names.ts';
import { readRow } from '../../input/read.ts';
import { isObject } from '../../input/reading.ts';
import type { Id, PolicyMeta, SubjectMeta } from '../../types.ts';
import type { Row } from '../../value.ts';

/** One record of a population as it was given. */
export interface GivenRow {
  readonly id: string | null;
  readonly row: Row;
}

export interface GivenRecords {
  readonly rows: readonly GivenRow[];
  /** Whether they are all that there are. */
  readonly complete: boolean;
}

/** Populations by kind of record; those not in it were not given. */
export type GivenPopulations = ReadonlyMap<Id, GivenRecords>;

/** One record, its facts named in reasons by kind and id: `pair[A1].from`. */
export function readRecord(meta: PolicyMeta, { id: kind, facts }: SubjectMeta, raw: unknown): GivenRow {
  const { id, facts: given } = identified(meta, facts, raw);
  return { id, row: readRow(meta, facts, given, `${kind}[${id ?? ''}].`) };
}

/** The populations of a binding. Throws `InputErrors` with every place that is wrong: `populations.pair[3].from`. */
export function readPopulations(meta: PolicyMeta, binding: Binding, decided: Id): GivenPopulations {
  const raw: unknown = binding.populations ?? {};
  if (!isObject(raw)) {
    const found = printFound(raw);
    throw new InputErrors([{ path: 'populations', problem: 'wrongType', found, expected: expectedObject }]);
  }
  const kinds = indexOf(
    meta,
    meta.subjects.map(({ id }) => id),
  );
  const found = new Map<Id, GivenRecords>();
  const errors = Object.keys(raw).flatMap((name) => {
    const kind = meta.subjects.find(({ id }) => id === kinds.get(normal(name)));
    const path = `populations.${name}`;
    if (kind === undefined) return unknownKind(path, name, nearest(name, kinds));
    if (found.has(kind.id))
      return [{ path, problem: 'duplicate' as const, found: printFound(name), expected: expectedOnce }];
    const { given, errors: wrong } = readGiven(meta, kind, raw[name], path, kind.id === decided);
    found.set(kind.id, given);
    return wrong;
  });
  if (errors.length > 0) throw new InputErrors(errors);
  return found;
}

type Errors = InputErrors['errors'];

function unknownKind(path: string, name: string, near: string | undefined): Errors {
  const error = { path, problem: 'unknownName' as const, found: printFound(name), expected: expectedName };
  return [near === undefined ? error : { ...error, nearest: near }];
}

function readGiven(meta: PolicyMeta, kind: SubjectMeta, raw: unknown, path: string, needsIds: boolean) {
  const part = isObject(raw) && Object.hasOwn(raw, 'items') ? raw : { items: raw };
  const complete = Object.hasOwn(part, 'complete') ? part.complete : true;
  if (!Array.isArray(part.items) || typeof complete !== 'boolean') {
    const error = {
      path,
      problem: 'wrongType' as const,
      found: printFound(raw),
      expected: expectedPopulation,
    };
    return { given: { rows: [], complete: false }, errors: [error] };
  }
  const errors: Errors[number][] = [];
  const rows = part.items.flatMap((item: unknown, place): readonly GivenRow[] => {
    const at = `${path}[${place}]`;
    try {
      const row = readRecord(meta, kind, item);
      if (needsIds && row.id === null) errors.push(noId(`${at}.id`, item));
      return [row];
    } catch (error) {
      if (!(error instanceof InputErrors)) throw error;
      errors.push(...error.errors.map((one) => ({ ...one, path: one.path ? `${at}.${one.path}` : at })));
      return [];
    }
  });
  errors.push(...twice(rows, path));
  return { given: { rows, complete }, errors };
}

/** A record decided must be told from those given of its own kind. */
const noId = (path: string, raw: unknown): Errors[number] => ({
  path,
  problem: 'wrongType',
  found: printFound(raw),
  expected: {
    zh: '编号（被判定的一类记录都要有）',
    en: 'an id (every record of the kind decided needs one)',
  },
});

/** Two records of one id: a reference to it would mean either. */
export function twice(rows: readonly GivenRow[], path: string): Errors {
  const seen = new Set<string>();
  return rows.flatMap(({ id }, place): Errors => {
    if (id === null) return [];
    const isAgain = seen.has(id);
    seen.add(id);
    const found = printFound(id);
    return isAgain
      ? [{ path: `${path}[${place}].id`, problem: 'duplicate', found, expected: expectedOnce }]
      : [];
  });
}

/** Records dated after the day decided for are set aside: one warning a kind, which names the first such day and how many. */
export function laterRecords(
  subjects: readonly SubjectMeta[],
  given: GivenPopulations,
  asOf: number,
): readonly DataWarning[] {
  return subjects.flatMap((subject) => {
    const fact = datingFact(subject.facts);
    if (fact === undefined) return [];
    const days = (given.get(subject.id)?.rows ?? []).flatMap(({ row }) => {
      const day = row[fact];
      return typeof day === 'number' && day > asOf ? [day] : [];
    });
    if (days.length === 0) return [];
    const first = printDate(Math.min(...days));
    const detail = days.length === 1 ? first : `${first} (+${days.length - 1})`;
    return [{ path: `${subject.id}.${fact}`, problem: 'afterDecisionDate' as const, detail }];
  });
}
