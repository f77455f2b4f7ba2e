import type { Decision } from '../../runtime/decision.ts';
import type { BoundPolicy, Events, Selector } from '../../runtime/evaluator.ts';
import { InputErrors } from '../../runtime/input/errors.ts';
import type { Applicant } from '../read/applicants.ts';
import type { ProblemReport } from '../render/problems.ts';
import { problemsIn, type UnreadEntry } from './entry.ts';
import type { Language } from '../console/language.ts';

/** The others, and how to tell the applicant among them. */
export interface Company {
  readonly rows: AsyncIterable<Applicant | UnreadEntry>;
  readonly isSame: (row: Applicant) => boolean;
  /** A file with one record only is no register: its ranks stay open. */
  readonly mayBeAlone: boolean;
}

/**
 * One applicant decided as a member of a register, so that ranks and places are known. The register is read once; rows that
 * do not fit are reported and ranked nowhere. Throws `InputErrors` where the applicant's own facts do not fit.
 */
export async function decideMember(
  bound: BoundPolicy,
  { facts }: Applicant,
  events: Events | undefined,
  { rows, isSame, mayBeAlone }: Company,
  problems: ProblemReport,
  language: Language,
): Promise<Decision> {
  const selector = bound.selector();
  let place = -1;
  let count = 0;
  for await (const row of rows) {
    if (row.kind === 'unread') {
      selector.pass();
      await problems.add(row);
    } else if (place < 0 && isSame(row)) {
      selector.observe(facts);
      place = count++;
    } else if (await observed(row, selector, problems, language)) count++;
  }
  if (count === (place < 0 ? 0 : 1) && !mayBeAlone) return bound.decide(facts, events);
  if (place < 0) {
    selector.observe(facts);
    place = count;
  }
  return selector.finish().decide(place, facts, events);
}

async function observed(
  { row, id, facts }: Applicant,
  selector: Selector,
  problems: ProblemReport,
  language: Language,
): Promise<boolean> {
  try {
    selector.observe(facts);
    return true;
  } catch (error) {
    if (!(error instanceof InputErrors)) throw error;
    selector.pass();
    await problems.add({ kind: 'unread', row, id, problems: problemsIn(error, language) });
    return false;
  }
}
