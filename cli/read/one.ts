import type { FactMeta, PolicyMeta } from '../../runtime/types.ts';
import { Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import type { UnreadEntry } from '../decide/entry.ts';
import { type Applicant, openApplicants } from './applicants.ts';
import type { InputFormat } from './open.ts';

export interface OneOptions {
  readonly input?: InputFormat;
  readonly sheet?: string;
  readonly id?: string;
  readonly ignore?: readonly string[];
  /** Counted from 1; needed when the file holds several. */
  readonly row?: string;
  /** The id of the one wanted, instead. */
  readonly who?: string;
}

/** The one applicant in a file, or the one asked for. `spooled` is where standard input was kept. */
export async function readOne(
  session: Session,
  path: string,
  meta: PolicyMeta,
  facts: readonly FactMeta[],
  options: OneOptions,
  spooled?: string,
): Promise<Applicant> {
  const { texts } = session;
  if (options.row !== undefined && options.who !== undefined)
    throw new Unusable(texts.usage.conflict('--row', '--who'));
  const source = { path: spooled ?? path, shown: path, format: options.input, sheet: options.sheet };
  const wishes = { id: options.id, ignore: options.ignore ?? [] };
  const { rows } = await openApplicants({ source, meta, facts, wishes, texts });
  const found =
    options.who === undefined
      ? await numbered(rows, path, rowNumber(options.row, session), session)
      : await called(rows, options.who, session);
  if (found.kind === 'applicant') return found;
  throw new Unusable(
    `${texts.data.row(path, found.row)} ${found.problems.map(({ message }) => message).join('\n')}`,
  );
}

type Rows = AsyncIterable<Applicant | UnreadEntry>;

async function numbered(
  rows: Rows,
  path: string,
  wanted: number | undefined,
  { texts }: Session,
): Promise<Applicant | UnreadEntry> {
  let found: Applicant | UnreadEntry | undefined;
  let count = 0;
  for await (const row of rows) {
    count++;
    if (wanted === undefined && count > 1) throw new Unusable(texts.decide.severalRows(path));
    if (count !== (wanted ?? 1)) continue;
    found = row;
    if (wanted !== undefined) break;
  }
  if (found) return found;
  throw new Unusable(count === 0 ? texts.data.empty(path) : texts.decide.noRow(wanted ?? 1, count));
}

async function called(rows: Rows, who: string, { texts }: Session): Promise<Applicant | UnreadEntry> {
  let found: Applicant | UnreadEntry | undefined;
  for await (const row of rows) {
    if (row.id !== who) continue;
    if (found) throw new Unusable(texts.decide.severalOnes(who));
    found = row;
  }
  if (found) return found;
  throw new Unusable(texts.decide.noOne(who));
}

function rowNumber(text: string | undefined, { texts }: Session): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Unusable(texts.usage.notARow(text));
  return Number(text);
}
