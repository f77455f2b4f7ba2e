import { columnsOf, type BoundColumns, type Policy } from '../../compiler/index.ts';
import type { Binding, BoundPolicy } from '../../runtime/evaluator.ts';
import type { Id } from '../../runtime/types.ts';
import type { UnreadEntry } from '../decide/entry.ts';
import { decideRegister, type OpenRows } from '../decide/register.ts';
import type { ApplicantSource } from '../read/applicants.ts';
import { Unusable } from '../console/failure.ts';
import { briefOf, type Line } from './brief.ts';
import type { Encode } from './encode.ts';
import { linesOf } from './from-decision.ts';
import { briefOfResults } from './from-results.ts';
import { type BriefPart, partOf } from './part.ts';
import type { BatchOfRows } from './rows.ts';

type Label = (id: Id) => string;

/** Whether batches come to all that decisions do: no places, nothing looked up in other records, no duties. */
export function columnsFor(
  policy: Policy,
  bound: BoundPolicy,
  binding: Binding,
  subject: Id | undefined,
): BoundColumns | null {
  const duties = policy.duties.some((one) => one.subject === undefined || one.subject === subject);
  if (subject === undefined || bound.selects || duties) return null;
  return columnsOf(policy).at(binding);
}

/** A batch, decided as a whole. */
export const decideBatch = (
  columns: BoundColumns,
  batch: BatchOfRows,
  label: Label,
  encode: Encode,
): BriefPart => partOf(briefOfResults(columns.columns(batch.batch), batch, label), batch.unread, encode);

/** So many lines are put into columns together. */
const MOST = 65_536;

/** Record by record, with whole decisions: what selects, and what looks at other records. */
export async function* decideRows(
  policy: Policy,
  bound: BoundPolicy,
  open: OpenRows,
  { texts }: Pick<ApplicantSource, 'texts'>,
  label: Label,
  encode: Encode,
  observing: (count: number) => Promise<void>,
): AsyncGenerator<BriefPart> {
  const amounts = Object.fromEntries(
    policy.programmes.map((one) => [one.id, one.amounts.map(({ id }) => id)]),
  );
  let lines: Line[] = [];
  let unread: UnreadEntry[] = [];
  for await (const entry of decideRegister(bound, open, texts.language, observing)) {
    if (entry.kind === 'unread') unread.push(entry);
    else {
      try {
        lines.push(...linesOf(entry, entry.decision, amounts));
      } catch (error) {
        if (error instanceof RangeError) throw new Unusable(texts.decide.noBrief(entry.row, error.message));
        throw error;
      }
    }
    if (lines.length + unread.length < MOST) continue;
    yield partOf(briefOf(lines, label), unread, encode);
    [lines, unread] = [[], []];
  }
  yield partOf(briefOf(lines, label), unread, encode);
}
