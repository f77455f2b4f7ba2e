import { type Exact, negate, over, parseExact } from '../../../runtime/exact.ts';

export type Sexpr = string | readonly Sexpr[];

/** Reads what a solver printed: a list of expressions. */
export function readSexprs(text: string): readonly Sexpr[] {
  const tokens = text.match(/\|[^|]*\||"[^"]*"|[()]|[^\s()]+/g) ?? [];
  const stack: Sexpr[][] = [[]];
  for (const token of tokens) {
    if (token === '(') stack.push([]);
    else if (token === ')') {
      const done = stack.pop() ?? [];
      stack.at(-1)?.push(done);
    } else stack.at(-1)?.push(token.startsWith('|') ? token.slice(1, -1) : token);
  }
  return stack[0] ?? [];
}

/** `true`, `5`, `(- 5)`, `(/ 1.0 2.0)`; `null` for anything else. */
export function valueOf(e: Sexpr | undefined): boolean | Exact | null {
  if (e === undefined) return null;
  if (typeof e === 'string') return e === 'true' || e === 'false' ? e === 'true' : parseExact(e);
  const [op, first, second] = e;
  const [a, b] = [valueOf(first), valueOf(second)];
  if (typeof a === 'boolean' || a === null) return null;
  if (op === '-' && second === undefined) return negate(a);
  return op === '/' && b !== null && typeof b !== 'boolean' ? over(a, b) : null;
}
