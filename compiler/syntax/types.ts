import type { CstNode } from '../../grammar/index.ts';
import { dataOf } from '../../grammar/index.ts';
import type { BuiltinType, RateWord, TypeBase, TypeNode } from '../ast/types.ts';
import { node, nodes, spanOf, token, tokens, which, words } from './cst.ts';
import { declaredName } from './names.ts';
import { operand } from './operand.ts';
import type { Stage } from './stage.ts';

/** What stands after the colon of a fact or a parameter. */
export function typeNode(cst: CstNode, stage: Stage): TypeNode {
  const suffixes = nodes(cst, 'suffix');
  const base = node(cst, 'typeBase');
  const has = (id: 'open' | 'optional' | 'list') =>
    suffixes.some((suffix) => which(suffix, [id]) !== undefined);
  return {
    span: spanOf(cst),
    base: base ? typeBase(base, stage) : { kind: 'records' },
    rate: rateWords(cst),
    ...limits(suffixes, stage),
    by: suffixes.flatMap((suffix) => words(suffix, 'Name')),
    open: has('open'),
    optional: has('optional'),
    list: has('list'),
  };
}

/** `每人每月` and its like, in order. */
export function rateWords(cst: CstNode): readonly RateWord[] {
  return tokens(cst, 'Rate').flatMap((rate) => dataOf(rate).rates ?? []);
}

function limits(suffixes: readonly CstNode[], stage: Stage): Pick<TypeNode, 'from' | 'to'> {
  const from = suffixes.map((suffix) => node(suffix, 'from')).find((found) => found);
  const to = suffixes.map((suffix) => node(suffix, 'to')).find((found) => found);
  return { ...(from ? { from: operand(from, stage) } : {}), ...(to ? { to: operand(to, stage) } : {}) };
}

function typeBase(cst: CstNode, stage: Stage): TypeBase {
  const builtin = token(cst, 'BuiltinType');
  if (builtin) return { kind: 'builtin', name: (dataOf(builtin).id ?? 'text') as BuiltinType };
  const shape = which(cst, ['manyOf', 'oneOfMany', 'list']);
  if (shape === 'list') return { kind: 'records' };
  const same = node(cst, 'same');
  const [of] = same ? words(same, 'Name') : [];
  if (same && of) {
    const extra = nodes(same, 'declared').map((name) => declaredName(name, stage.language));
    const choice = shape && { choice: shape === 'manyOf' ? ('many' as const) : ('one' as const) };
    return { kind: 'sameAs', of, extra, ...choice };
  }
  const inner = node(cst, 'options');
  if (!shape && inner) return named(inner, stage);
  const { ordered, options } = inner ? optionsOf(inner, stage) : { ordered: false, options: [] };
  return { kind: 'options', choice: shape === 'manyOf' ? 'many' : 'one', ordered, options };
}

/** One bare word is a unit or a subject; anything else is a list of options. */
function named(cst: CstNode, stage: Stage): TypeBase {
  const { ordered, options } = optionsOf(cst, stage);
  const [only] = options;
  const word = only?.zh ?? only?.en;
  if (only && word && options.length === 1 && !(only.zh && only.en)) return { kind: 'named', name: word };
  return { kind: 'options', choice: 'one', ordered, options };
}

/** `A (a) | B (b)`, ordered where `<` stands between. */
export function optionsOf(
  cst: CstNode,
  stage: Stage,
): Pick<TypeBase & { kind: 'options' }, 'ordered' | 'options'> {
  return {
    ordered: token(cst, 'Less') !== undefined,
    options: nodes(cst, 'declared').map((name) => declaredName(name, stage.language)),
  };
}
