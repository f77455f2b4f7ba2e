import type { CstNode, IToken } from '../../grammar/index.ts';
import { dataOf, tokens as T } from '../../grammar/index.ts';
import type { Expression, NumberLiteral, Rounded, UnitWord } from '../ast/expressions.ts';
import { join } from '../source/source.ts';
import { atom } from './atom.ts';
import { node, nodes, spanOf, token, tokenSpan, tokens, which, wordOf } from './cst.ts';
import { unitOf } from './quantity.ts';
import type { Stage } from './stage.ts';

/** Arithmetic with its precedence, and what closes it: 至今, 折合, rounding. */
export function operand(cst: CstNode, stage: Stage): Expression {
  const parts = nodes(cst, 'primary').map((part) => primary(part, stage));
  const operators = tokens(cst, 'operator').map(operatorOf);
  let value = climb(parts, operators);
  for (const finish of nodes(cst, 'finish')) value = finished(value, finish);
  return value;
}

type Operator = '+' | '-' | '*' | '/';

function operatorOf(of: IToken): Operator {
  if (of.tokenType === T.symbols['+']) return '+';
  if (of.tokenType === T.symbols['-']) return '-';
  return of.tokenType === T.symbols['×'] ? '*' : '/';
}

/** `× ÷` bind tighter than `+ -`; both group to the left. */
function climb(parts: readonly Expression[], operators: readonly Operator[]): Expression {
  const sums: Expression[] = [];
  const between: Operator[] = [];
  for (const [i, part] of parts.entries()) {
    const operator = operators[i - 1];
    const last = sums[sums.length - 1];
    if (last && (operator === '*' || operator === '/')) sums[sums.length - 1] = pair(operator, last, part);
    else {
      sums.push(part);
      if (operator) between.push(operator);
    }
  }
  return sums.slice(1).reduce((left, right, i) => pair(between[i] ?? '+', left, right), sums[0] ?? nothing);
}

const nothing: Expression = {
  kind: 'name',
  span: { start: 0, end: 0 },
  name: { span: { start: 0, end: 0 }, text: '', quoted: false },
};

function pair(op: Operator, left: Expression, right: Expression): Expression {
  return { kind: 'arithmetic', span: join(left.span, right.span), op, left, right };
}

function finished(of: Expression, cst: CstNode): Expression {
  const span = join(of.span, spanOf(cst));
  const how = which(cst, ['toNow', 'convertedTo']);
  if (how === 'toNow') return { kind: 'elapsed', span, since: of };
  const unit = unitOf(cst);
  if (how === 'convertedTo' && unit) return { kind: 'converted', span, of, unit };
  return rounded(of, cst, unit);
}

const modes: Readonly<Record<string, Rounded['mode']>> = {
  roundedUp: 'up',
  roundedDown: 'down',
  roundedHalf: 'half',
};

function rounded(of: Expression, cst: CstNode, unit: UnitWord | undefined): Expression {
  const span = join(of.span, spanOf(cst));
  const mode = modes[dataOf(token(cst, 'mode') ?? unreachable).id ?? ''] ?? 'half';
  if (!unit) return { kind: 'rounded', span, of, mode };
  const number = token(cst, 'Number');
  const value = number ? (dataOf(number).number?.value ?? '1') : '1';
  const to: NumberLiteral = {
    kind: 'number',
    span: unit.kind === 'builtin' ? unit.span : unit.span,
    value,
    percent: false,
    unit,
  };
  return { kind: 'rounded', span, of, mode, to };
}

const unreachable = { image: '', startOffset: 0, tokenTypeIdx: 0, tokenType: T.Stray };

function primary(cst: CstNode, stage: Stage): Expression {
  const inner = node(cst, 'atom');
  let value = inner ? atom(inner, stage) : nothing;
  for (const field of tokens(cst, 'Name')) {
    value = { kind: 'member', span: join(value.span, tokenSpan(field)), of: value, field: wordOf(field) };
  }
  return value;
}
