import type { CstNode, IToken } from 'chevrotain';
import type { Failure } from './failure.ts';
import { failureOf, failureProvider } from './failure.ts';
import type { LineParser } from './lines.ts';
import { ReadyParser } from './ready-parser.ts';

/** The shapes of line that the grammar knows. */
export type LineRule =
  | 'blockLine'
  | 'defineLine'
  | 'grantsLine'
  | 'unitLine'
  | 'parameterLine'
  | 'factLine'
  | 'optionLine'
  | 'textLine'
  | 'spanLine'
  | 'bodyLine'
  | 'orderLine'
  | 'groupLine'
  | 'sharesLine'
  | 'itemLine'
  | 'bareLine'
  | 'rowLine'
  | 'shareRowLine'
  | 'documentLine';

export type LineResult =
  | { readonly ok: true; readonly cst: CstNode }
  | { readonly ok: false; readonly failure: Failure };

let parser: LineParser | undefined;

/** One parser serves the whole process; the grammar is validated by a test, not on every start. */
function sharedParser(): LineParser {
  parser ??= new ReadyParser({ skipValidations: true, errorMessageProvider: failureProvider });
  return parser;
}

/** Reads the tokens of one logical line as `rule`. The first error ends the line. */
export function parseLine(rule: LineRule, tokens: readonly IToken[]): LineResult {
  const shared = sharedParser();
  shared.input = [...tokens];
  const cst = shared[rule]();
  const [error] = shared.errors;
  if (!error) return { ok: true, cst };
  const at = tokens.indexOf(error.token);
  const previous = at < 0 ? tokens[tokens.length - 1] : tokens[at - 1];
  return { ok: false, failure: failureOf(error, previous) };
}
