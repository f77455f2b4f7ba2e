import type { RuleTrace } from '../decision.ts';
import type { Lang } from '../describe/words.ts';

/** A lead sentence with what it lists; without a lead the items are paragraphs of their own. */
export interface Block {
  readonly heading: string;
  readonly lead: string;
  readonly items: readonly string[];
}

/** No block where there is nothing to list. */
export const block = (heading: string, lead: string, items: readonly string[]): readonly Block[] =>
  items.length === 0 ? [] : [{ heading, lead, items }];

/** One programme, the duties, or the procedures. */
export interface LetterSection {
  readonly title: string;
  readonly verdict: string;
  readonly blocks: readonly Block[];
}

/** A row of the annex: a rule, how deep it stands, its clauses, what it came to and why it is open. */
export interface AnnexRow {
  readonly depth: number;
  readonly rule: string;
  readonly clauses: string;
  readonly result: string;
  readonly truth: RuleTrace['truth'] | 'none';
  readonly note: string;
}

export interface AnnexTable {
  readonly title: string;
  readonly rows: readonly AnnexRow[];
}

/** The notice handed to the person decided about, as data: plain text only, in one language. */
export interface Letter {
  readonly lang: Lang;
  readonly title: string;
  /** The policy, as it is called. */
  readonly policy: string;
  readonly addressee: string;
  readonly about: readonly { readonly label: string; readonly value: string }[];
  readonly opening: string;
  /** The outcomes of all programmes at a glance; empty where there is only one. */
  readonly summary: readonly string[];
  readonly sections: readonly LetterSection[];
  readonly closing: readonly string[];
  /** Left blank for the office: who signs, the date, the seal. */
  readonly signature: readonly string[];
  readonly annex: {
    readonly title: string;
    readonly columns: readonly [string, string, string, string];
    readonly tables: readonly AnnexTable[];
  };
}
