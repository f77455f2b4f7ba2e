import type { Entry } from '../decide/entry.ts';
import type { Tally } from '../decide/tally.ts';

/** Writes entries as they come; `end` closes the document. */
export interface DecisionWriter {
  entry(entry: Entry): Promise<void>;
  end(tally: Tally): Promise<void>;
  /** Lets go of what was written, also when the work breaks off. */
  flush?(): Promise<void>;
}
