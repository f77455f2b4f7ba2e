import { type Predeclared, predeclared } from '../../grammar/index.ts';
import type { Id, Type } from '../../runtime/types.ts';
import type { Expression, Member, NameReference } from '../ast/expressions.ts';
import type { Word } from '../ast/names.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import { resolveDiagnostics } from '../diagnostics/catalogue/resolve.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { CalendarFn, Expr } from '../ir/expressions.ts';
import type { Entry } from '../resolve/index.ts';
import { cut } from './cut.ts';
import { bool, date, type Kit, month, type Scope, year } from './kit.ts';
import { factOfElement, memberOfRecord, selfOf } from './relations.ts';
import { typeWords } from './typing.ts';

/** What a predeclared word means by itself, by the id that its spellings share. */
const standing: { readonly [word in Predeclared]?: { readonly fn: CalendarFn | null; readonly type: Type } } =
  {
    decisionDay: { fn: null, type: date },
    thisYear: { fn: 'yearOf', type: year },
    thisMonth: { fn: 'monthOf', type: month },
  };

const festivals: { readonly [word in Predeclared]?: string } = {
  springFestival: 'spring',
  newYearsEve: 'newYearsEve',
  dragonBoat: 'dragonBoat',
  midAutumn: 'midAutumn',
  doubleNinth: 'doubleNinth',
};

/** `D 的 当月` and the like. */
const dateMembers: { readonly [word in Predeclared]?: { readonly fn: CalendarFn; readonly type: Type } } = {
  thatMonth: { fn: 'monthOf', type: month },
  nextMonth: { fn: 'nextMonth', type: month },
  thatYear: { fn: 'yearOf', type: year },
};

const stepMembers: { readonly [word in Predeclared]?: 'start' | 'end' } = {
  start: 'start',
  completion: 'end',
};

/** The predeclared word that a name spells, in either language. */
export function wordId(name: string): Predeclared | undefined {
  return predeclared(name) as Predeclared | undefined;
}

export function nameReference(kit: Kit, e: NameReference, scope: Scope, expected?: Type): Expr | null {
  const option = optionOf(kit, e.name, expected);
  if (option)
    return kit.node({ k: 'lit', value: option.id }, { t: 'enum', enum: option.enum }, e.span, scope);
  const bound = boundField(kit, e.name, scope, e);
  if (bound) return bound;
  const entry = lookup(kit, e.name.text, scope);
  if (entry && takenByField(kit, entry, e.name, scope)) return null;
  if (entry) return reference(kit, entry, e, scope);
  const word = predeclaredName(kit, e, scope);
  if (word) return word;
  if (wordId(e.name.text) === 'self') return null;
  if (festivalOf(e.name.text)) {
    kit.reporter.report(codes.whichYear, e.span, { what: e.name.text });
    return null;
  }
  reportUnknown(kit, e.name, scope, expected);
  return null;
}

function optionOf(kit: Kit, word: Word, expected?: Type): { id: Id; enum: Id } | null {
  if (expected?.t !== 'enum' && expected?.t !== 'set') return null;
  const id = kit.resolved.symbols.enums.get(expected.enum)?.byName.get(word.text);
  return id ? { id, enum: expected.enum } : null;
}

/** A field of the element in hand, innermost list first. */
function boundField(kit: Kit, word: Word, scope: Scope, e: Expression): Expr | null {
  for (const [index, binder] of scope.binders.entries()) {
    if (binder.type.t === 'ref') {
      const found = factOfElement(kit, index, binder.type, word, scope);
      if (found) return found;
    }
    if (binder.type.t !== 'record') continue;
    const field = binder.type.fields.find((f) => {
      const name = kit.resolved.symbols.names.get(`${binder.path}.${f.id}`);
      return f.id === word.text || name?.zh === word.text || name?.en === word.text;
    });
    if (!field) continue;
    const element = kit.node({ k: 'bound', index }, binder.type, e.span, scope);
    return kit.node({ k: 'field', of: element, field: field.id }, field.type, e.span, scope);
  }
  return null;
}

/** Inside a list's filter its fields come first: a name whose other half is a field's would mean that field once translated. */
function takenByField(kit: Kit, entry: Entry, word: Word, scope: Scope): boolean {
  const { names } = kit.resolved.symbols;
  const own = names.get(entry.id);
  for (const { type, path } of scope.binders) {
    for (const field of type.t === 'record' ? type.fields : []) {
      const name = names.get(`${path}.${field.id}`);
      const half = name?.en !== undefined && name.en === own?.en ? name.en : name?.zh;
      if (half === undefined || (half !== own?.en && half !== own?.zh)) continue;
      kit.reporter.report(codes.sharedName, word.span, { name: word.text, half });
      return true;
    }
  }
  return false;
}

export function lookup(kit: Kit, name: string, scope: Scope): Entry | undefined {
  const { facts, global } = kit.resolved.symbols;
  return (
    (scope.subject ? facts.get(scope.subject)?.get(name) : undefined) ??
    facts.get('')?.get(name) ??
    global.get(name)
  );
}

/** The node that a declared name stands for in an expression. */
function reference(kit: Kit, entry: Entry, e: NameReference, scope: Scope): Expr | null {
  switch (entry.kind) {
    case 'fact':
      return kit.node(
        { k: 'fact', fact: entry.id, of: entry.subject ? 'subject' : 'circumstances' },
        entry.type,
        e.span,
        scope,
      );
    case 'parameter':
      return parameter(kit, entry, e, scope);
    case 'definition': {
      const type = kit.definitionType(entry.id);
      return type && kit.node({ k: 'def', def: entry.id }, type, e.span, scope);
    }
    case 'step':
      return kit.node({ k: 'stepTime', step: entry.id, part: 'end' }, date, e.span, scope);
    default:
      kit.reporter.report(codes.notAValue, e.span, { name: e.name.text });
      return null;
  }
}

function parameter(
  kit: Kit,
  entry: Entry & { kind: 'parameter' },
  e: NameReference,
  scope: Scope,
): Expr | null {
  if (entry.type.t !== 'keyed') return kit.node({ k: 'param', param: entry.id }, entry.type, e.span, scope);
  const keys = entry.keyFacts.map((name) => keyOf(kit, name, e, scope));
  const [key, ...more] = keys.filter((one) => one !== null);
  if (!key || keys.length > more.length + 1) return null;
  const type = innermost(entry.type);
  return kit.node(
    { k: 'param', param: entry.id, key, ...(more.length > 0 ? { more } : {}) },
    type,
    e.span,
    scope,
  );
}

/** The fact, or the definition, that a parameter is keyed by. */
function keyOf(kit: Kit, name: string, e: NameReference, scope: Scope): Expr | null {
  const entry = lookup(kit, name, scope);
  if (entry?.kind === 'fact' || entry?.kind === 'definition') return reference(kit, entry, e, scope);
  kit.reporter.report(codes.keyOutOfReach, e.span, { name: e.name.text, key: name });
  return null;
}

/** What is found once every key is given. */
export function innermost(type: Type): Type {
  return type.t === 'keyed' ? innermost(type.of) : type;
}

function predeclaredName(kit: Kit, e: NameReference, scope: Scope): Expr | null {
  const id = wordId(e.name.text);
  if (!id) return null;
  if (id === 'yes' || id === 'no') return kit.node({ k: 'lit', value: id === 'yes' }, bool, e.span, scope);
  if (id === 'self') return selfOf(kit, e, scope);
  if (id === 'thatDay' && scope.period) return kit.node({ k: 'period', part: 'start' }, date, e.span, scope);
  const asOf = kit.node({ k: 'asOf' }, date, e.span, scope);
  const found = standing[id];
  if (found)
    return found.fn
      ? kit.node({ k: 'calendar', fn: found.fn, args: [asOf] }, found.type, e.span, scope)
      : asOf;
  const day = festivals[id];
  if (!day || !scope.yearly) return null;
  return festival(kit, kit.node({ k: 'roundYear' }, year, e.span, scope), day, e, scope);
}

function festivalOf(name: string): string | undefined {
  const id = wordId(name);
  return id && festivals[id];
}

function festival(kit: Kit, at: Expr, name: string, e: Expression, scope: Scope): Expr {
  const id = kit.node({ k: 'lit', value: name }, { t: 'text' }, e.span, scope);
  return kit.node({ k: 'calendar', fn: 'festival', args: [at, id] }, date, e.span, scope);
}

export function member(kit: Kit, e: Member, scope: Scope): Expr | null {
  const step = e.of.kind === 'name' ? lookup(kit, e.of.name.text, scope) : undefined;
  const word = wordId(e.field.text);
  const part = word && stepMembers[word];
  if (step?.kind === 'step' && part)
    return kit.node({ k: 'stepTime', step: step.id, part }, date, e.span, scope);
  if (step?.kind === 'programme') return programmeMember(kit, step, e, scope);
  const of = kit.value(e.of, scope);
  if (!of) return null;
  if (of.type.t === 'ref') return memberOfRecord(kit, of, e.field, scope);
  const dated = word && dateMembers[word];
  if (dated && (of.type.t === 'date' || of.type.t === 'month')) {
    return kit.node({ k: 'calendar', fn: dated.fn, args: [of] }, dated.type, e.span, scope);
  }
  const day = festivalOf(e.field.text);
  if (of.type.t === 'year' && day) return festival(kit, of, day, e, scope);
  kit.reporter.report(codes.noSuchMember, e.field.span, {
    field: e.field.text,
    of: typeWords(of.type, kit.resolved.symbols),
  });
  return null;
}

/** `项目 的 档次`, `项目 的 金额`: what the tier table gives. */
function programmeMember(
  kit: Kit,
  entry: Entry & { kind: 'programme' },
  e: Member,
  scope: Scope,
): Expr | null {
  const type = kit.tierType(entry.id);
  const word = wordId(e.field.text);
  if (type && (word === 'tier' || word === 'amount')) {
    return kit.node({ k: 'tierOf', programme: entry.id }, type, e.span, scope);
  }
  kit.reporter.report(codes.noSuchMember, e.field.span, {
    field: e.field.text,
    of: { zh: '项目', en: 'a programme' },
  });
  return null;
}

/** One finding for a name that nothing declares: run-together words, a near name, or just unknown. */
export function reportUnknown(kit: Kit, word: Word, scope: Scope, expected?: Type): void {
  if (wordId(word.text) && !word.quoted) {
    kit.reporter.report(codes.wordOutOfPlace, word.span, { word: word.text });
    return;
  }
  const known = inReach(kit, scope, expected);
  const parts = word.quoted ? null : cut(word.text, known, kit.resolved.languageAt(word.span.start));
  if (parts) {
    kit.reporter.report(
      resolveDiagnostics.glued,
      word.span,
      { name: word.text, parts },
      { fix: [{ span: word.span, text: parts.join(' ') }] },
    );
    return;
  }
  const owners = ownersOf(kit, word, scope);
  if (owners.length > 0) {
    kit.reporter.report(resolveDiagnostics.needsSubject, word.span, { choices: owners });
    return;
  }
  const words = expected
    ? typeWords(expected, kit.resolved.symbols)
    : { zh: '一个已声明的名称', en: 'a declared name' };
  kit.reporter.report(resolveDiagnostics.unknownName, word.span, {
    name: word.text,
    nearest: nearest(word.text, known),
    expected: words,
  });
}

/** Kinds of record that have a fact of this name, where the rule is for none of them: its block should have said `对 X`. */
function ownersOf(kit: Kit, word: Word, scope: Scope): readonly string[] {
  const { subjects, facts, names } = kit.resolved.symbols;
  if (scope.subject !== null) return [];
  return subjects.filter((id) => facts.get(id)?.has(word.text)).map((id) => names.get(id)?.zh ?? id);
}

function inReach(kit: Kit, scope: Scope, expected?: Type): ReadonlySet<string> {
  const { facts, global, enums } = kit.resolved.symbols;
  const names = new Set<string>();
  if (expected?.t === 'enum' || expected?.t === 'set')
    for (const n of enums.get(expected.enum)?.byName.keys() ?? []) names.add(n);
  for (const binder of scope.binders) {
    for (const n of binder.type.t === 'ref' ? (facts.get(binder.type.subject)?.keys() ?? []) : [])
      names.add(n);
    if (binder.type.t !== 'record') continue;
    for (const field of binder.type.fields) {
      const name = kit.resolved.symbols.names.get(`${binder.path}.${field.id}`);
      for (const n of [name?.zh, name?.en]) if (n) names.add(n);
    }
  }
  for (const n of scope.subject ? (facts.get(scope.subject)?.keys() ?? []) : []) names.add(n);
  for (const n of facts.get('')?.keys() ?? []) names.add(n);
  for (const n of global.keys()) names.add(n);
  return names;
}
