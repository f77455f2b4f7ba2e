import type { UnreadEntry } from '../decide/entry.ts';
import type { Brief } from './brief.ts';
import type { Encode, Written } from './encode.ts';
import { type BriefCounts, countsOf } from './totals.ts';

/** Some records decided, ready to be written, and those before or among them that could not be read. */
export interface BriefPart {
  readonly written: Written;
  readonly counts: BriefCounts;
  readonly unread: readonly UnreadEntry[];
}

export const partOf = (brief: Brief, unread: readonly UnreadEntry[], encode: Encode): BriefPart => ({
  written: encode(brief),
  counts: countsOf(brief),
  unread,
});
