import type { Entry, TabledEntry } from '../decide/entry.ts';
import type { Tally } from '../decide/tally.ts';

/** Writes entries as they come; `end` closes the document. `Said`: as much of an entry as it writes. */
export interface DecisionWriter<Said extends TabledEntry = Entry> {
  entry(entry: Said): Promise<void>;
  end(tally: Tally): Promise<void>;
  /** Lets go of what was written, also when the work breaks off. */
  flush?(): Promise<void>;
}
