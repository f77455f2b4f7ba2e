import type { CstNode } from '../../grammar/index.ts';
import { dataOf, spelling, tokens as T } from '../../grammar/index.ts';
import type { Clause } from '../ast/statements.ts';
import { syntaxDiagnostics } from '../diagnostics/catalogue/syntax.ts';
import { condition, expression } from './condition.ts';
import { node, nodes, spanOf, token, tokenSpan, which, wordOf } from './cst.ts';
import type { Stage } from './stage.ts';

/** The clauses at the end of a line, in any order, each at most once; citations are gathered into one. */
export function clauses(cst: CstNode, stage: Stage): readonly Clause[] {
  const inner = node(cst, 'clauses');
  const found = inner ? nodes(inner, 'clause').flatMap((each) => clause(each, stage) ?? []) : [];
  const kept: Clause[] = [];
  for (const each of found) {
    const at = kept.findIndex((other) => other.kind === each.kind);
    const earlier = kept[at];
    if (!earlier) kept.push(each);
    else if (earlier.kind === 'cite' && each.kind === 'cite') {
      kept[at] = { ...earlier, ids: [...earlier.ids, ...each.ids.filter((id) => !earlier.ids.includes(id))] };
    } else stage.reporter.report(syntaxDiagnostics.clauseTwice, each.span, { clause: nameOf(each, stage) });
  }
  return kept;
}

const clauseWords = {
  when: 'when',
  proof: 'proof',
  refer: 'referTo',
  fallback: 'fallback',
  accept: 'accept',
  cite: 'cite',
} as const;

function nameOf(of: Clause, stage: Stage): string {
  if (of.kind === 'by')
    return stage.language === 'zh' ? spelling('zh', 'word', 'actedBy') : spelling('en', 'word', 'by');
  if (of.kind === 'countedBy')
    return spelling(stage.language, 'word', stage.language === 'zh' ? 'counted' : 'countedBy');
  return spelling(stage.language, 'word', clauseWords[of.kind]);
}

function clause(cst: CstNode, stage: Stage): Clause | undefined {
  const span = spanOf(cst);
  const actor = node(cst, 'actor');
  if (actor) return byClause(actor);
  const cites = token(cst, 'Cites');
  if (cites) return { kind: 'cite', ids: dataOf(cites).cites ?? [], span: tokenSpan(cites) };
  const when = node(cst, 'condition');
  if (when) return { kind: 'when', condition: condition(when, stage), span };
  const fallback = node(cst, 'expression');
  if (fallback) return { kind: 'fallback', value: expression(fallback, stage), span };
  const reason = token(cst, T.TextToken.name);
  if (reason) return { kind: 'accept', reason: dataOf(reason).text ?? '', span };
  const name = token(cst, T.Name.name);
  if (!name) return undefined;
  const word = wordOf(name);
  if (which(cst, ['proof'])) return { kind: 'proof', document: word, span };
  if (which(cst, ['referTo'])) return { kind: 'refer', to: word, span };
  return { kind: 'countedBy', fact: word, span };
}

const roles = {
  determines: 'determines',
  determinedBy: 'determines',
  decides: 'decides',
  decidedBy: 'decides',
  handles: 'handles',
  handledBy: 'handles',
} as const;

function byClause(cst: CstNode): Clause | undefined {
  const name = token(cst, T.Name.name);
  const role = which(cst, ['determines', 'determinedBy', 'decides', 'decidedBy', 'handles', 'handledBy']);
  return name && { kind: 'by', actor: wordOf(name), role: role ? roles[role] : 'acts', span: spanOf(cst) };
}
