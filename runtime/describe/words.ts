import type {
  AmountResult,
  ChoiceResult,
  DataWarning,
  DeadlineResult,
  DocumentResult,
  DutyState,
  Outcome,
  Range,
  Reason,
  Selection,
  StageResult,
  StepState,
  TruthName,
} from '../decision.ts';
import type { Per } from '../types.ts';

export type Lang = 'zh' | 'en';

/** Finds the name of anything that has an id. */
export type NameOf = (id: string) => string;

/** All that a description says in its own words: one file a language. Amounts come in fen. */
export interface Words {
  readonly outcome: { readonly [outcome in Outcome]: string };
  readonly truth: { readonly [truth in TruthName]: string };
  readonly heading: {
    readonly why: string;
    readonly exclusions: string;
    readonly selection: string;
    readonly amount: string;
    readonly choice: string;
    readonly grants: string;
    readonly shares: string;
    readonly routes: string;
    readonly documents: string;
    readonly deadlines: string;
    readonly open: string;
    readonly change: string;
    readonly procedures: string;
    readonly duty: string;
    readonly target: string;
    readonly warnings: string;
  };
  readonly title: (policy: string) => string;
  readonly decidedFor: (date: string, version: string) => string;
  readonly inForce: { readonly [truth in TruthName]: string };
  readonly programme: (name: string, outcome: string) => string;
  readonly group: (op: 'all' | 'any' | 'none' | 'atLeast', n: number) => string;
  /** A line of the notice without a name of its own: by the facts it looks at. */
  readonly unnamed: (facts: readonly string[]) => string;
  readonly cites: (cites: readonly string[]) => string;
  readonly mark: (text: string, truth: string) => string;
  readonly notApplicable: string;
  readonly liftedBy: (exception: string) => string;
  readonly noExclusion: string;
  readonly money: (range: Range) => string;
  readonly rate: (money: string, per: readonly Per[]) => string;
  readonly times: (money: string, times: Range) => string;
  readonly total: (money: string) => string;
  /** The value that an amount rests on is not there. */
  readonly absent: { readonly [how in NonNullable<AmountResult['absent']>]: string };
  readonly months: (from: string | null | undefined, to: string | null, settled: boolean) => string;
  readonly on: (dates: readonly string[]) => string;
  readonly tier: (row: string | null, possible: readonly string[]) => string;
  /** A choice between this programme and `others`, and how it came out. */
  readonly choice: (by: ChoiceResult['by'], others: string, outcome: string) => string;
  readonly paid: { readonly [truth in TruthName]: string };
  readonly notPaid: (kind: NonNullable<ChoiceResult['notPaid']>['kind'], paid: string) => string;
  /** An exclusion by a benefit of another notice. */
  readonly benefit: (name: string, source: string | undefined) => string;
  /** A benefit with what it comes to. */
  readonly worth: (name: string, money: string | null, source: string | undefined) => string;
  readonly share: (payer: string, share: string) => string;
  readonly selected: { readonly [result in Selection['result']]: string };
  readonly stage: (stage: string, result: string) => string;
  readonly stageResult: { readonly [result in StageResult['result']]: string };
  readonly rank: (best: number, worst: number) => string;
  readonly places: (range: Range) => string;
  readonly cutOff: (keys: readonly string[]) => string;
  readonly refer: (to: string) => string;
  readonly paper: (name: string, form: DocumentResult['form'], copies: number) => string;
  /** Only for who chooses this way. */
  readonly byChannel: (paper: string, channel: string) => string;
  readonly held: (paper: string, by: string | undefined) => string;
  readonly paperState: { readonly missing: string; readonly unsure: string };
  readonly allPapers: string;
  readonly deadline: (name: string, due: string | null) => string;
  readonly deadlineState: { readonly [state in DeadlineResult['state']]: string };
  readonly late: { readonly [late in DeadlineResult['late']]: string };
  readonly ask: (facts: readonly string[]) => string;
  readonly reason: (reason: Reason, nameOf: NameOf) => string;
  readonly because: (reasons: readonly string[]) => string;
  readonly change: (rule: string, to: 'yes' | 'no') => string;
  readonly step: (name: string, state: string, actor: string | undefined) => string;
  readonly stepState: { readonly [state in StepState['state']]: string };
  readonly due: (date: string) => string;
  readonly done: (start: string | null, end: string | null) => string;
  readonly waitsFor: (steps: readonly string[]) => string;
  readonly next: string;
  readonly dutyState: { readonly [state in DutyState]: string };
  /** Periods of one state; `more` of them are not named. */
  readonly periods: (state: string, named: readonly string[], more: number) => string;
  readonly fromTo: (from: string, to: string) => string;
  readonly excusedBy: (exception: string) => string;
  readonly warning: (warning: DataWarning, nameOf: NameOf) => string;
  readonly list: (items: readonly string[]) => string;
}
