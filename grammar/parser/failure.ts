import type { IParserErrorMessageProvider, IToken, TokenType } from 'chevrotain';

/** Why a line could not be read, without words: the catalogue of diagnostics has those. */
export interface Failure {
  /** The rule that gave up, innermost. */
  readonly rule: string;
  readonly rules: readonly string[];
  /** Names of token types that would have been read here. */
  readonly expected: readonly string[];
  /** The token that could not be read; undefined at the end of the line. */
  readonly found: IToken | undefined;
  readonly previous: IToken | undefined;
}

const names = (paths: readonly TokenType[][][]) => [
  ...new Set(paths.flatMap((alternatives) => alternatives.map((path) => path[0]?.name ?? ''))),
];

function payload(rule: string, expected: readonly string[]): string {
  return JSON.stringify({ rule, expected });
}

/** Messages as data; `failureOf` reads them back. */
export const failureProvider: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected, ruleName }) => payload(ruleName, [expected.name]),
  buildNotAllInputParsedMessage: ({ ruleName }) => payload(ruleName, []),
  buildNoViableAltMessage: ({ expectedPathsPerAlt, ruleName }) =>
    payload(ruleName, names(expectedPathsPerAlt)),
  buildEarlyExitMessage: ({ expectedIterationPaths, ruleName }) =>
    payload(ruleName, names([expectedIterationPaths])),
};

interface ParserError {
  readonly message: string;
  readonly token: IToken;
  readonly previousToken?: IToken;
  readonly context: { readonly ruleStack: readonly string[] };
}

/** The structured form of an error that the parser raised. */
export function failureOf(error: ParserError, previous: IToken | undefined): Failure {
  const { rule, expected } = JSON.parse(error.message) as { rule: string; expected: string[] };
  const found = Number.isNaN(error.token.startOffset) ? undefined : error.token;
  return { rule, rules: error.context.ruleStack, expected, found, previous };
}
