import type { InputError } from '../../runtime/input/errors.ts';
import type { Id, PolicyMeta } from '../../runtime/types.ts';
import { Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import { openApplicants } from '../read/applicants.ts';
import { PolicyNames } from './names.ts';

/** Where a record of a population stands: its file and its row. */
interface Place {
  readonly path: string;
  readonly row: number;
}

/** Records of other kinds read from files, with their places for messages. */
export interface FiledPopulations {
  readonly populations: { readonly [kind: Id]: readonly unknown[] };
  /** The error with the file and row in front of it, where it is about one of these records. */
  readonly placed: (error: InputError) => { readonly at: string; readonly error: InputError };
}

/** `KIND=FILE`, any number of times; several files of one kind are read one after another. */
export async function readPopulations(
  asked: readonly string[],
  meta: PolicyMeta,
  session: Session,
): Promise<FiledPopulations> {
  const records = new Map<Id, unknown[]>();
  const places = new Map<Id, Place[]>();
  for (const one of asked) {
    const { kind, path } = parsed(one, meta, session);
    const found = await readFile(kind, path, meta, session);
    records.set(kind, [...(records.get(kind) ?? []), ...found.map(({ facts }) => facts)]);
    places.set(kind, [...(places.get(kind) ?? []), ...found.map(({ row }) => ({ path, row }))]);
  }
  return { populations: Object.fromEntries(records), placed: (error) => placeOf(error, places, session) };
}

function parsed(text: string, meta: PolicyMeta, { texts }: Session): { kind: Id; path: string } {
  const equals = text.indexOf('=');
  if (equals < 1 || equals === text.length - 1) throw new Unusable(texts.usage.notAPopulation(text));
  const name = text.slice(0, equals).trim();
  const kinds = meta.subjects.map(({ id }) => id);
  const kind = new PolicyNames(meta, 'zh').find(name, kinds);
  if (kind === undefined) throw new Unusable(texts.decide.noSuchSubject(name, kinds));
  return { kind, path: text.slice(equals + 1) };
}

/** A row that cannot be read would be missing from every count: it stops the run. */
async function readFile(kind: Id, path: string, meta: PolicyMeta, session: Session) {
  const { texts } = session;
  const facts = meta.subjects.find(({ id }) => id === kind)?.facts ?? [];
  const source = { path };
  const { rows, unused } = await openApplicants({ source, meta, facts, wishes: { ignore: [] }, texts });
  if (unused.length > 0)
    await session.err.write(`${session.paintErr('dim', texts.data.unusedColumns(path, unused))}\n`);
  const found: { readonly facts: unknown; readonly row: number }[] = [];
  for await (const row of rows) {
    if (row.kind === 'unread')
      throw new Unusable(
        `${texts.data.row(path, row.row)} ${row.problems.map(({ message }) => message).join('\n')}`,
      );
    found.push({ facts: row.facts, row: row.row });
  }
  return found;
}

function placeOf(error: InputError, places: ReadonlyMap<Id, readonly Place[]>, { texts }: Session) {
  const match = /^populations\.([^[\]]+)\[(\d+)\]\.?(.*)$/u.exec(error.path);
  const place = match && places.get(match[1] ?? '')?.[Number(match[2])];
  if (!match || !place) return { at: '', error };
  return { at: `${texts.data.row(place.path, place.row)} `, error: { ...error, path: match[3] ?? '' } };
}
