import type { FactMeta, PolicyMeta } from '../../runtime/types.ts';
import { Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import { type Applicant, openApplicants } from './applicants.ts';
import type { InputFormat } from './open.ts';

export interface OneOptions {
  readonly input?: InputFormat;
  readonly sheet?: string;
  readonly id?: string;
  readonly ignore?: readonly string[];
  /** Counted from 1; needed when the file holds several. */
  readonly row?: string;
}

/** The one applicant in a file, or the one asked for. */
export async function readOne(
  session: Session,
  path: string,
  meta: PolicyMeta,
  facts: readonly FactMeta[],
  options: OneOptions,
): Promise<Applicant> {
  const { texts } = session;
  const wanted = rowNumber(options.row, session);
  const source = { path, format: options.input, sheet: options.sheet };
  const wishes = { id: options.id, ignore: options.ignore ?? [] };
  const { rows } = await openApplicants({ source, meta, facts, wishes, texts });
  let found: Applicant | undefined;
  let count = 0;
  for await (const row of rows) {
    count++;
    if (wanted === undefined && count > 1) throw new Unusable(texts.decide.severalRows(path));
    if (count !== (wanted ?? 1)) continue;
    if (row.kind === 'unread')
      throw new Unusable(
        `${texts.data.row(path, row.row)} ${row.problems.map(({ message }) => message).join('\n')}`,
      );
    found = row;
    if (wanted !== undefined) break;
  }
  if (!found)
    throw new Unusable(count === 0 ? texts.data.empty(path) : texts.decide.noRow(wanted ?? 1, count));
  return found;
}

function rowNumber(text: string | undefined, { texts }: Session): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Unusable(texts.usage.notARow(text));
  return Number(text);
}
