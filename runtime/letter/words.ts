import type { DutyState, Outcome, Selection, StepState, TruthName } from '../decision.ts';
import type { Range } from '../decision.ts';

/** The sentences of a letter: one file a language. Names come in words, dates as people write them. */
export interface LetterWords {
  readonly title: string;
  readonly addressee: (subject: string, id: string) => string;
  readonly label: {
    readonly policy: string;
    readonly source: string;
    readonly asOf: string;
    readonly version: string;
    readonly inForce: string;
  };
  readonly inForce: { readonly [truth in TruthName]: string };
  readonly opening: (policy: string, date: string) => string;
  readonly ordinal: (n: number) => string;
  readonly outcome: { readonly [outcome in Outcome]: string };
  readonly section: (name: string, outcome: string) => string;
  readonly verdict: { readonly [outcome in Outcome]: (programme: string) => string };
  readonly selected: { readonly [result in Selection['result']]: string };
  /** The register is ranked, and yet it is open. */
  readonly rankedOpen: string;
  readonly rank: (best: number, worst: number, places: string) => string;
  readonly cutOff: (keys: readonly string[]) => string;
  readonly openItem: (item: string, why: string) => string;
  /** What others still leave open, in a ranked register. */
  readonly othersOpen: string;
  readonly places: (range: Range) => string;
  readonly heading: {
    readonly why: string;
    readonly open: string;
    readonly change: string;
    readonly places: string;
    readonly amount: string;
    readonly papers: string;
    readonly papersComplete: string;
    readonly dates: string;
    readonly notes: string;
    readonly referral: string;
    readonly grants: string;
    readonly choice: string;
  };
  /** Behind "eligible", for one that another benefit is paid instead of. */
  readonly paidInstead: string;
  readonly met: string;
  readonly failed: string;
  readonly hit: string;
  readonly metSoFar: (names: string) => string;
  readonly unclear: string;
  readonly noExclusion: string;
  /** An exclusion that may apply. */
  readonly openExclusion: (name: string) => string;
  readonly item: (name: string, cites: readonly string[]) => string;
  readonly by: (name: string, inner: string) => string;
  readonly lifted: (name: string, exception: string) => string;
  /** A choice of which nothing is met; `count` lines were open to be met. */
  readonly noneOf: (name: string, inner: string, count: number) => string;
  /** The only condition of a programme, which has no name of its own. */
  readonly about: (facts: string) => string;
  /** The same, where it looks at more than can be listed. */
  readonly whole: string;
  readonly noAmount: string;
  readonly tooFew: (name: string, n: number, inner: string) => string;
  /** A way that was not open, because of what it lacked. */
  readonly lacking: (name: string, lacked: string) => string;
  readonly unwanted: (name: string) => string;
  readonly quoted: (name: string) => string;
  readonly ask: string;
  readonly proof: (fact: string, paper: string) => string;
  readonly decides: string;
  /** What a line is called that says only who decides. */
  readonly decided: (by: string) => string;
  readonly determines: (by: string, what: string) => string;
  readonly parameters: string;
  readonly silent: string;
  readonly others: string;
  readonly waiting: (step: string, until: string | null) => string;
  readonly calendar: (through: string) => string;
  readonly population: string;
  readonly changeLead: string;
  readonly change: { readonly yes: (rule: string) => string; readonly no: (rule: string) => string };
  readonly ifEligible: string;
  readonly tier: (row: string) => string;
  readonly tiers: (rows: string) => string;
  readonly amount: (name: string, money: string) => string;
  readonly months: (from: string | null | undefined, to: string | null, settled: boolean) => string;
  readonly noneYet: string;
  readonly amountOpen: (why: string) => string;
  readonly payers: (shares: string) => string;
  readonly payer: (name: string, share: string) => string;
  readonly grants: string;
  readonly perhaps: (name: string) => string;
  readonly refer: (name: string, to: string | undefined) => string;
  readonly dateOpen: (why: string) => string;
  readonly papersLead: string;
  /** It is not known whether they were handed in. */
  readonly papersUnsure: string;
  readonly papersDone: string;
  /** While the channel is not known: the papers of one. */
  readonly papersBy: (channel: string) => string;
  readonly deadline: {
    readonly met: (name: string, due: string | null) => string;
    readonly missed: (name: string, due: string | null) => string;
    readonly open: (name: string, due: string | null) => string;
    readonly undetermined: (name: string, due: string | null) => string;
  };
  readonly late: { readonly forfeit: string; readonly refuse: string; readonly record: string };
  readonly procedure: (name: string) => string;
  readonly steps: {
    readonly done: string;
    readonly next: string;
    readonly later: string;
    readonly ended: string;
  };
  readonly step: (name: string, actor: string | undefined) => string;
  readonly stepNote: { readonly [state in StepState['state']]: string };
  readonly due: (date: string) => string;
  readonly after: (steps: string) => string;
  readonly duties: string;
  readonly duty: { readonly [state in DutyState]: string };
  readonly closing: string;
  readonly signature: readonly string[];
  readonly annex: string;
  readonly columns: readonly [string, string, string, string];
  readonly exclusions: string;
  readonly joined: (parts: readonly string[]) => string;
  readonly reasons: (reasons: readonly string[]) => string;
  readonly periods: (named: readonly string[], more: number) => string;
  readonly on: (dates: readonly string[]) => string;
  readonly place: { readonly [result in Selection['result']]: string };
  readonly list: (items: readonly string[]) => string;
  readonly stop: (text: string) => string;
}
