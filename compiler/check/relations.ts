import type { Id, Type } from '../../runtime/types.ts';
import type { Expression, State, Test } from '../ast/expressions.ts';
import type { Word } from '../ast/names.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import type { Expr } from '../ir/expressions.ts';
import type { Entry } from '../resolve/index.ts';
import { bool, type Kit, type Scope } from './kit.ts';
import { written } from './literals.ts';
import { typeWords } from './typing.ts';

type Reference = Type & { readonly t: 'ref' };

/** `帮扶人 的 单位`: a fact or a definition of the record that a reference names. */
export function memberOfRecord(kit: Kit, record: Expr, word: Word, scope: Scope): Expr | null {
  const found = record.type.t === 'ref' ? factOrDefinition(kit, record, record.type, word, scope) : null;
  if (found) return found;
  kit.reporter.report(codes.noSuchMember, word.span, {
    field: word.text,
    of: typeWords(record.type, kit.resolved.symbols),
  });
  return null;
}

function factOrDefinition(kit: Kit, record: Expr, of: Reference, word: Word, scope: Scope): Expr | null {
  const { facts, global } = kit.resolved.symbols;
  const fact = facts.get(of.subject)?.get(word.text);
  const at = word.span;
  if (fact) {
    const body = kit.node({ k: 'fact', fact: fact.id, of: 'subject' }, fact.type, at, scope);
    return kit.node({ k: 'ofRecord', record, body }, fact.type, at, scope);
  }
  const entry = global.get(word.text);
  const type = entry?.kind === 'definition' ? kit.definitionType(entry.id) : null;
  if (entry?.kind !== 'definition' || !type || kit.definitionSubject(entry.id) !== of.subject) return null;
  const body = kit.node({ k: 'def', def: entry.id }, type, at, scope);
  return kit.node({ k: 'ofRecord', record, body }, type, at, scope);
}

/** A fact or a definition of the record in hand, in the filter of a population; the record itself is 本人. */
export function factOfElement(kit: Kit, index: number, of: Reference, word: Word, scope: Scope): Expr | null {
  const element = kit.node({ k: 'bound', index }, of, word.span, scope);
  return factOrDefinition(kit, element, of, word, scope);
}

/** `本人`. */
export function selfOf(kit: Kit, e: Expression, scope: Scope): Expr | null {
  if (scope.subject !== null)
    return kit.node({ k: 'self' }, { t: 'ref', subject: scope.subject }, e.span, scope);
  kit.reporter.report(codes.noSelf, e.span, {});
  return null;
}

/** `P 符合` in a filter asks it of the record in hand; `帮扶人 的 P 符合` of the one named. Undefined: of neither. */
export function stateOfRecord(kit: Kit, e: Test, state: State, scope: Scope): Expr | null | undefined {
  const { global } = kit.resolved.symbols;
  if (e.subject?.kind === 'member') {
    const entry = global.get(e.subject.field.text);
    if (entry?.kind !== 'programme') return undefined;
    const record = kit.value(e.subject.of, scope);
    if (!record) return null;
    const isTheirs = record.type.t === 'ref' && record.type.subject === entry.subject;
    return isTheirs ? outcomeOf(kit, e, entry, record, state, scope) : undefined;
  }
  const entry = e.subject?.kind === 'name' ? global.get(e.subject.name.text) : undefined;
  const subject = entry && subjectOf(kit, entry);
  const index = scope.binders.findIndex(({ type }) => type.t === 'ref' && type.subject === subject);
  const binder = scope.binders[index];
  if (!entry || !binder) return undefined;
  const record = kit.node({ k: 'bound', index }, binder.type, e.span, scope);
  return outcomeOf(kit, e, entry, record, state, scope);
}

function outcomeOf(kit: Kit, e: Test, entry: Entry, record: Expr, state: State, scope: Scope): Expr | null {
  const isOutcome = entry.kind === 'programme' && (state === 'eligible' || state === 'ineligible');
  if (!isOutcome) {
    const words = { zh: kit.resolved.textOf(e.predicate.span), en: state };
    kit.reporter.report(codes.stateOfOther, e.span, { what: written(kit, e), state: words });
    return null;
  }
  const body = kit.node({ k: 'outcome', of: entry.id, state: 'eligible' }, bool, e.span, scope);
  return kit.node({ k: 'ofRecord', record, body }, bool, e.span, scope);
}

/** Whose record a programme, a stage, a step or a duty is about. */
export function subjectOf(kit: Kit, entry: Entry): Id | undefined {
  if (entry.kind === 'programme') return entry.subject;
  const { symbols } = kit.resolved;
  if (!('block' in entry)) return undefined;
  if (entry.block.subject) return kit.resolved.subjectOf(entry.block);
  return symbols.subjects.length === 1 ? symbols.subjects[0] : undefined;
}
