import type { CstNode } from '../../grammar/index.ts';
import { dataOf } from '../../grammar/index.ts';
import type { Expression, Predicate } from '../ast/expressions.ts';
import { syntaxDiagnostics } from '../diagnostics/catalogue/syntax.ts';
import { listOf } from './atom.ts';
import { node, nodes, spanOf, tokens, which } from './cst.ts';
import { operand } from './operand.ts';
import { bound, countBound, measured, predicate } from './predicate.ts';
import type { Stage } from './stage.ts';

const absent = (cst: CstNode): Expression => ({ kind: 'text', span: spanOf(cst), value: '' });

/** Any body that is no group of lines and no amount. */
export function expression(cst: CstNode, stage: Stage): Expression {
  const value = plain(cst, stage);
  const by = node(cst, 'operand');
  if (!by) return value;
  const direction = which(cst, ['notDecreasing']) ? 'notDecreasing' : 'notIncreasing';
  return { kind: 'monotone', span: spanOf(cst), of: value, by: operand(by, stage), direction };
}

function plain(cst: CstNode, stage: Stage): Expression {
  const choice = node(cst, 'conditional');
  if (choice) {
    const [when, then, otherwise] = ['when', 'yes', 'no'].map((name) => part(choice, name, stage));
    return {
      kind: 'if',
      span: spanOf(choice),
      when: when ?? absent(choice),
      then: then ?? absent(choice),
      otherwise: otherwise ?? absent(choice),
    };
  }
  const rule = node(cst, 'implication');
  if (rule)
    return {
      kind: 'implies',
      span: spanOf(rule),
      when: part(rule, 'when', stage),
      then: part(rule, 'yes', stage),
    };
  return part(cst, 'condition', stage);
}

function part(cst: CstNode, name: string, stage: Stage): Expression {
  const inner = node(cst, name);
  return inner ? condition(inner, stage) : absent(cst);
}

/** Comparisons joined by 且 or by 或; the two together need brackets, and the message shows both ways. */
export function condition(cst: CstNode, stage: Stage): Expression {
  const parts = nodes(cst, 'negation').map((each) => negation(each, stage));
  const operators = tokens(cst, 'operator');
  const [first] = parts;
  if (parts.length < 2 || !first) return first ?? absent(cst);
  const ids = operators.map((operator) => (dataOf(operator).id === 'or' ? 'or' : 'and'));
  if (new Set(ids).size > 1) reportMixed(cst, parts, ids, stage);
  return { kind: 'junction', span: spanOf(cst), op: ids[0] ?? 'and', parts };
}

function reportMixed(
  cst: CstNode,
  parts: readonly Expression[],
  ids: readonly ('and' | 'or')[],
  stage: Stage,
): void {
  const written = parts.map((each) => stage.text.slice(each.span.start, each.span.end).replace(/\s+/g, ' '));
  const spelt = { zh: { and: '且', or: '或' }, en: { and: 'and', or: 'or' } }[stage.language];
  const bracketed = (tight: 'and' | 'or') => {
    const loose = tight === 'and' ? 'or' : 'and';
    const runs: string[][] = [[written[0] ?? '']];
    for (const [i, id] of ids.entries()) {
      const next = written[i + 1] ?? '';
      if (id === tight) runs[runs.length - 1]?.push(next);
      else runs.push([next]);
    }
    const shown = runs.map((run) => (run.length > 1 ? `(${run.join(` ${spelt[tight]} `)})` : (run[0] ?? '')));
    return shown.join(` ${spelt[loose]} `);
  };
  const params = { first: bracketed('and'), second: bracketed('or') };
  stage.reporter.report(syntaxDiagnostics.mixedJunction, spanOf(cst), params);
}

function negation(cst: CstNode, stage: Stage): Expression {
  const inner = node(cst, 'comparison');
  const value = inner ? comparison(inner, stage) : absent(cst);
  return which(cst, ['not']) ? { kind: 'not', span: spanOf(cst), of: value } : value;
}

function comparison(cst: CstNode, stage: Stage): Expression {
  const span = spanOf(cst);
  const existence = node(cst, 'existence');
  if (existence) return exists(existence, stage);
  const universal = node(cst, 'universal');
  if (universal) return every(universal, stage);
  const tail = node(cst, 'predicate');
  const subject = node(cst, 'operand');
  if (!subject) return tail ? { kind: 'test', span, predicate: predicate(tail, stage) } : absent(cst);
  const value = operand(subject, stage);
  const own = node(cst, 'boundWord') ?? node(cst, 'upperEnd');
  if (own) return { kind: 'test', span, predicate: bound(value, own, stage) };
  const number = node(cst, 'measured');
  const found: Predicate | undefined = tail ? predicate(tail, stage) : number && measured(number, stage);
  return found ? { kind: 'test', span, subject: value, predicate: found } : value;
}

function exists(cst: CstNode, stage: Stage): Expression {
  const count = node(cst, 'count');
  const tail = node(cst, 'predicate');
  return {
    kind: 'exists',
    span: spanOf(cst),
    negated: which(cst, ['none']) !== undefined,
    ...(count ? { bound: countBound(count) } : {}),
    list: listOf(cst, stage),
    ...(tail ? { predicate: predicate(tail, stage) } : {}),
  };
}

function every(cst: CstNode, stage: Stage): Expression {
  const tail = node(cst, 'predicate');
  return {
    kind: 'every',
    span: spanOf(cst),
    list: listOf(cst, stage),
    ...(tail ? { predicate: predicate(tail, stage) } : {}),
    satisfies: part(cst, 'condition', stage),
  };
}
