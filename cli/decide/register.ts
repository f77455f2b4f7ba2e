import type { BoundPolicy, Events, SelectedRegister } from '../../runtime/evaluator.ts';
import { InputErrors } from '../../runtime/input/errors.ts';
import type { Language } from '../console/language.ts';
import type { Applicant } from '../read/applicants.ts';
import { type Entry, problemsIn, type UnreadEntry } from './entry.ts';

/** Opens the register anew each time: policies with 名额 read it twice. */
export type OpenRows = () => Promise<AsyncIterable<Applicant | UnreadEntry>>;

/** Decides a register row by row. Memory does not grow with it, but for what a selection must remember of each row. */
export async function* decideRegister(
  bound: BoundPolicy,
  open: OpenRows,
  language: Language,
  observing: (count: number) => Promise<void>,
  events?: Events,
): AsyncGenerator<Entry> {
  const register = bound.selects ? await observe(bound, await open(), observing) : null;
  let place = 0;
  for await (const row of await open()) {
    if (row.kind === 'unread') yield row;
    else {
      const entry = decideRow(row, { bound, register, place, language, events });
      if (entry.kind === 'decided') place++;
      yield entry;
    }
  }
}

/** First pass: what ranks and quotas need of every row. Rows that cannot be read are passed over; the second pass reports them. */
async function observe(
  bound: BoundPolicy,
  rows: AsyncIterable<Applicant | UnreadEntry>,
  observing: (count: number) => Promise<void>,
): Promise<SelectedRegister> {
  const selector = bound.selector();
  let count = 0;
  for await (const row of rows) {
    if (row.kind === 'unread') {
      selector.pass();
      continue;
    }
    try {
      selector.observe(row.facts);
    } catch (error) {
      if (!(error instanceof InputErrors)) throw error;
      selector.pass();
    }
    await observing(++count);
  }
  return selector.finish();
}

interface Around {
  readonly bound: BoundPolicy;
  readonly register: SelectedRegister | null;
  readonly place: number;
  readonly language: Language;
  readonly events: Events | undefined;
}

function decideRow(
  { row, id, facts }: Applicant,
  { bound, register, place, language, events }: Around,
): Entry {
  try {
    const decision = register ? register.decide(place, facts, events) : bound.decide(facts, events);
    return { kind: 'decided', row, id, facts, decision };
  } catch (error) {
    return { kind: 'unread', row, id, problems: problemsIn(error, language) };
  }
}
