/** A solver of linear arithmetic that reads SMT-LIB 2. */
export interface Solver {
  /** `timeout`: milliseconds for each question. */
  session(timeout: number): Session;
}

export interface Session {
  /** Declarations, definitions and assertions that hold from now on. */
  tell(commands: string): void;
  /** Whether one more assertion can hold beside all told. */
  check(assertion: string): Promise<Checked>;
  close(): void;
}

export type Checked =
  | { readonly k: 'sat'; readonly model: Model }
  | { readonly k: 'unsat' }
  | { readonly k: 'undecided' };

/** Values by name of variable: `true`, `-5`, `1/2`; empty for what is neither. */
export type Model = ReadonlyMap<string, string>;

/** The solver said something that we do not read: a fault of ours. */
export class SolverFault extends Error {}
