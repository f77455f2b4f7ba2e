import type { FactMeta, Id, Type } from '../../runtime/types.ts';
import { datingFact } from '../../runtime/dating.ts';
import { KEYED_VALUE } from '../../runtime/elements.ts';
import type { Aggregate, Every, Exists, Expression, ListExpression, Predicate } from '../ast/expressions.ts';
import type { Word } from '../ast/names.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { expressions } from '../ir/children.ts';
import type { DateSpan, Expr, ListSource, Source } from '../ir/expressions.ts';
import type { Every as Frequency } from '../ir/policy.ts';
import { type Binder, bool, date, int, type Kit, money, type Scope, within } from './kit.ts';
import { reportUnknown } from './names.ts';
import { memberOfRecord } from './relations.ts';
import { inHand, predicate } from './tests.ts';
import { typeWords } from './typing.ts';

/** A list or a population with what its elements are. */
interface ListValue {
  readonly source: Source;
  /** Of a population, a reference to the record. */
  readonly element: Type;
  /** Where the names of its fields and options hang. */
  readonly path: Id;
  /** `L 的 F`: the field asked of each element. */
  readonly map?: Expr;
}

/** What is gone through, before its filter; fields of the expression that are left over are asked of each element. */
interface Base {
  readonly source:
    | { readonly k: 'list'; readonly of: Expr }
    | { readonly k: 'population'; readonly subject: Id };
  readonly element: Type;
  readonly path: Id;
  readonly fields: readonly Word[];
  /** Of a fact keyed by years or months. */
  readonly key?: 'year' | 'month';
}

export function listOf(
  kit: Kit,
  e: ListExpression,
  scope: Scope,
  predicates?: Predicate,
): (ListValue & { test?: Expr }) | null {
  const base = e.population ? populationOf(kit, e) : listBase(kit, e, scope);
  if (!base) return null;
  const { element, path } = base;
  const binder = binderOf(base);
  const inner = within(scope, binder);
  const where = e.where ? kit.truth(e.where, inner) : undefined;
  const test = predicates
    ? predicate(kit, tested(kit, base, predicates, e, inner), predicates, inner, e)
    : undefined;
  const map = mapOf(kit, e, base, inner);
  if (where === null || test === null || map === null) return null;
  const time = timeField(kit, element);
  const named = [where, test].some((x) => x && speaksOfPeriod(x));
  const filter = named ? where : inPeriodToo(kit, elementNode(kit, element, e, inner), where, e, inner);
  const windowed = (scope.period || scope.windows) && time && !named;
  return {
    source: {
      ...base.source,
      ...keyedBy(base, [where, test]),
      ...(filter ? { where: filter } : {}),
      ...(time ? { time } : {}),
      ...(windowed ? { windowed } : {}),
    },
    element,
    path,
    ...(map ? { map } : {}),
    ...(test ? { test } : {}),
  };
}

const binderOf = ({ element, path, key }: Base): Binder => ({
  type: element,
  path,
  ...(key ? { value: KEYED_VALUE } : {}),
});

/** A predicate right behind a list is about its elements; of a keyed fact `在 …` is about the key. */
function tested(kit: Kit, base: Base, p: Predicate, e: ListExpression, inner: Scope): Expr {
  if (base.key && p.kind === 'within') return fieldNode(kit, base, base.key, e, inner);
  return inHand(kit, binderOf(base), e.span, inner);
}

function fieldNode(kit: Kit, { element }: Base, id: Id, e: ListExpression, inner: Scope): Expr {
  const type = element.t === 'record' ? element.fields.find((f) => f.id === id)?.type : undefined;
  const of = elementNode(kit, element, e, inner);
  return kit.node({ k: 'field', of, field: id }, type ?? bool, e.span, inner);
}

/** Of a keyed fact the keys that the filter asks for: an absent one of them is unknown. */
function keyedBy({ key }: Base, filters: readonly (Expr | undefined)[]): Pick<ListSource, 'keyed'> {
  if (!key) return {};
  const [span] = filters.flatMap((filter) => (filter ? keysIn(filter, key) : []));
  return { keyed: { key, ...(span ? { span } : {}) } };
}

function keysIn(e: Expr, key: Id): readonly DateSpan[] {
  const isKey = (a: Expr): boolean =>
    a.k === 'field' && a.field === key && a.of.k === 'bound' && a.of.index === 0;
  if (e.k === 'all') return e.parts.flatMap((part) => keysIn(part, key));
  if (e.k === 'within' && isKey(e.a)) return [e.span];
  return e.k === 'cmp' && e.op === 'eq' && isKey(e.a) ? [{ lo: e.b, loIn: true, hi: e.b, hiIn: true }] : [];
}

/** Whether such a period is made of whole years, or of whole months: a list of these then shows only what lies in it. */
const wholePeriods: { readonly [element: string]: readonly Frequency['unit'][] } = {
  year: ['year'],
  month: ['month', 'quarter', 'halfYear', 'year'],
};

/** Years and months inside a periodic duty, like dates, are those of the period. */
function inPeriodToo(
  kit: Kit,
  element: Expr,
  where: Expr | undefined,
  e: ListExpression,
  scope: Scope,
): Expr | undefined {
  const { every } = scope;
  if (!scope.period || !every || !wholePeriods[element.type.t]?.includes(every.unit)) return where;
  const edge = (part: 'start' | 'end'): Expr =>
    kit.node(
      {
        k: 'calendar',
        fn: element.type.t === 'year' ? 'yearOf' : 'monthOf',
        args: [kit.node({ k: 'period', part }, date, e.span, scope)],
      },
      element.type,
      e.span,
      scope,
    );
  const span = { lo: edge('start'), loIn: true, hi: edge('end'), hiIn: true };
  const inside = kit.node({ k: 'within', a: element, span }, bool, e.span, scope);
  return where ? kit.node({ k: 'all', parts: [where, inside] }, bool, e.span, scope) : inside;
}

/** `全体 K`. */
function populationOf(kit: Kit, e: ListExpression): Base | null {
  const { global, subjects, names } = kit.resolved.symbols;
  const entry = global.get(e.name.text);
  if (entry?.kind === 'subject') {
    const element: Type = { t: 'ref', subject: entry.id };
    return { source: { k: 'population', subject: entry.id }, element, path: '', fields: e.fields };
  }
  const spelt = (lang: 'zh' | 'en'): readonly string[] => subjects.map((id) => names.get(id)?.[lang] ?? id);
  const kinds = spelt(kit.resolved.notice.language);
  const near = nearest(e.name.text, [...spelt('zh'), ...spelt('en')]);
  kit.reporter.report(codes.noSuchKind, e.name.span, { name: e.name.text, nearest: near, kinds });
  return null;
}

/** A list by its name, or by way of the record that a reference names: `帮扶人 的 走访日期`. */
function listBase(kit: Kit, e: ListExpression, scope: Scope): Base | null {
  let of = kit.value({ kind: 'name', name: e.name, span: e.name.span }, scope);
  let fields = e.fields;
  for (let word = fields[0]; of?.type.t === 'ref' && word; word = fields[0]) {
    of = memberOfRecord(kit, of, word, scope);
    fields = fields.slice(1);
  }
  if (!of) return null;
  const keyed = keyedBase(of, fields);
  if (keyed) return keyed;
  const element = elementOf(of.type);
  if (element) return { source: { k: 'list', of }, element, path: pathOf(of), fields };
  kit.reporter.report(codes.notAList, e.name.span, {
    name: e.name.text,
    found: typeWords(of.type, kit.resolved.symbols),
  });
  return null;
}

/** A fact by years or months: its elements are the keys with their values. */
function keyedBase(of: Expr, fields: readonly Word[]): Base | null {
  const { type } = of;
  if (type.t !== 'keyed' || (type.key.t !== 'year' && type.key.t !== 'month')) return null;
  const key = type.key.t;
  const element: Type = {
    t: 'record',
    fields: [
      { id: key, type: type.key, optional: false },
      { id: KEYED_VALUE, type: type.of, optional: false },
    ],
  };
  return { source: { k: 'list', of }, element, path: pathOf(of), fields, key };
}

function elementOf(type: Type): Type | null {
  if (type.t === 'list') return type.of;
  return type.t === 'set' ? { t: 'enum', enum: type.enum } : null;
}

function pathOf(of: Expr): Id {
  if (of.k === 'ofRecord') return pathOf(of.body);
  return of.k === 'fact' ? of.fact : '';
}

/** A filter that names the period itself chooses its own elements: cover without a gap asks which term holds that day. */
export function speaksOfPeriod(e: Expr): boolean {
  for (const inner of expressions(e)) if (inner.k === 'period') return true;
  return false;
}

function elementNode(kit: Kit, element: Type, e: ListExpression, scope: Scope): Expr {
  return kit.node({ k: 'bound', index: 0 }, element, e.span, scope);
}

/** `L 的 F`, `全体 K 的 F 的 G`: what is asked of each element; undefined where nothing is. */
function mapOf(kit: Kit, e: ListExpression, base: Base, inner: Scope): Expr | undefined | null {
  const [word, ...others] = base.fields;
  if (!word) return base.key ? fieldNode(kit, base, KEYED_VALUE, e, inner) : undefined;
  const element = elementNode(kit, base.element, e, inner);
  let found: Expr | null =
    base.element.t === 'ref'
      ? memberOfRecord(kit, element, word, inner)
      : fieldOf(kit, element, base, word, inner);
  for (const next of others) {
    if (found && found.type.t !== 'ref') reportUnknown(kit, next, inner);
    found = found?.type.t === 'ref' ? memberOfRecord(kit, found, next, inner) : null;
  }
  return found;
}

function fieldOf(kit: Kit, element: Expr, { path }: Base, word: Word, inner: Scope): Expr | null {
  const { type } = element;
  const meta = type.t === 'record' ? type.fields.find((f) => named(kit, path, f, word.text)) : undefined;
  if (meta) return kit.node({ k: 'field', of: element, field: meta.id }, meta.type, word.span, inner);
  reportUnknown(kit, word, inner);
  return null;
}

function named(kit: Kit, path: Id, meta: FactMeta, text: string): boolean {
  const name = kit.resolved.symbols.names.get(`${path}.${meta.id}`);
  return meta.id === text || name?.zh === text || name?.en === text;
}

/** The field that dates an element: its only date, or the first of them; of a record, the first that is never absent. */
function timeField(kit: Kit, element: Type): Id | 'self' | undefined {
  if (element.t === 'date') return 'self';
  if (element.t === 'ref') return datingFact(factsOf(kit, element.subject));
  return element.t === 'record' ? element.fields.find((f) => f.type.t === 'date')?.id : undefined;
}

/** The facts of a kind in the order of the file, each once. */
function factsOf(kit: Kit, subject: Id): readonly { id: Id; type: Type; optional: boolean }[] {
  return [...new Set(kit.resolved.symbols.facts.get(subject)?.values() ?? [])];
}

export function exists(kit: Kit, e: Exists, scope: Scope): Expr | null {
  const list = listOf(kit, e.list, scope, e.predicate);
  if (!list) return null;
  const bounds = e.bound ? countBounds(kit, e.bound, scope) : {};
  if (!bounds) return null;
  const node = kit.node(
    {
      k: 'aggregate',
      op: e.negated && !e.bound ? 'none' : 'exists',
      source: list.source,
      ...(list.test ? { test: list.test } : {}),
      ...bounds,
    },
    bool,
    e.span,
    scope,
  );
  return e.negated && e.bound ? kit.node({ k: 'not', a: node }, bool, e.span, scope) : node;
}

/** `2 次 以上` as counts: the unit of the number is whatever is being counted. */
function countBounds(kit: Kit, p: Predicate, scope: Scope): { atLeast?: Expr; atMost?: Expr } | null {
  const count = (e: Expression, shift: number): Expr | null => {
    const n = kit.value(e, scope, int);
    if (!n) return null;
    if (n.k === 'lit' && typeof n.value === 'string') {
      return kit.node(
        { k: 'lit', value: String(BigInt(n.value.split('/')[0] ?? '0') + BigInt(shift)) },
        int,
        e.span,
        scope,
      );
    }
    const one = kit.node({ k: 'lit', value: String(shift) }, int, e.span, scope);
    return shift === 0 ? n : kit.node({ k: 'arith', op: '+', a: n, b: one }, int, e.span, scope);
  };
  if (p.kind === 'range') return pair(count(p.from, 0), count(p.to, 0));
  if (p.kind !== 'bound') return {};
  switch (p.op) {
    case 'ge':
      return pair(count(p.value, 0), undefined);
    case 'gt':
      return pair(count(p.value, 1), undefined);
    case 'le':
      return pair(undefined, count(p.value, 0));
    case 'lt':
      return pair(undefined, count(p.value, -1));
    case 'eq':
      return pair(count(p.value, 0), count(p.value, 0));
  }
}

function pair(
  atLeast: Expr | null | undefined,
  atMost: Expr | null | undefined,
): { atLeast?: Expr; atMost?: Expr } | null {
  if (atLeast === null || atMost === null) return null;
  return { ...(atLeast ? { atLeast } : {}), ...(atMost ? { atMost } : {}) };
}

export function every(kit: Kit, e: Every, scope: Scope): Expr | null {
  const list = listOf(kit, e.list, scope, e.predicate);
  if (!list) return null;
  const keyed = list.source.k === 'list' && list.source.keyed ? { value: KEYED_VALUE } : {};
  const test = kit.truth(e.satisfies, within(scope, { type: list.element, path: list.path, ...keyed }));
  if (!test) return null;
  const where = [list.source.where, list.test].filter((x) => x !== undefined);
  const [first] = where;
  const joined = where.length > 1 ? kit.node({ k: 'all', parts: where }, bool, e.span, scope) : first;
  const source: Source = { ...list.source, ...(joined ? { where: joined } : {}) };
  return kit.node({ k: 'aggregate', op: 'every', source, test }, bool, e.span, scope);
}

const numbers: readonly Type['t'][] = ['money', 'int', 'qty', 'ratio'];

/** Types that can be added up, or have a least and a greatest. */
const summed: { readonly [op: string]: readonly Type['t'][] } = {
  sum: numbers,
  min: [...numbers, 'rate', 'date', 'month', 'year'],
  max: [...numbers, 'rate', 'date', 'month', 'year'],
};

const counting = new Set(['persons', 'households', 'times', 'items']);

export function aggregate(kit: Kit, e: Aggregate, scope: Scope): Expr | null {
  const list = listOf(kit, e.list, scope);
  if (!list) return null;
  const of = list.map?.type ?? list.element;
  // The records themselves are what there is to name: 唯一 gives the one, as a reference.
  const whole =
    of.t === 'ref' && !list.map
      ? elementNode(kit, of, e.list, within(scope, { type: of, path: '' }))
      : undefined;
  const asked = list.map ?? whole;
  const map = asked ? { map: asked } : {};
  if (counting.has(e.op)) {
    const unit = { persons: 'person', households: 'household', times: 'time', items: 'item' }[
      e.op as 'persons'
    ];
    return kit.node({ k: 'aggregate', op: 'count', source: list.source }, { t: 'qty', unit }, e.span, scope);
  }
  if (e.op === 'distinct')
    return kit.node({ k: 'aggregate', op: 'distinct', source: list.source, ...map }, int, e.span, scope);
  const op = ({ sum: 'sum', max: 'max', min: 'min', earliest: 'min', latest: 'max', only: 'only' } as const)[
    e.op as 'sum'
  ];
  if (!(summed[op] ?? [of.t]).includes(of.t)) {
    kit.reporter.report(codes.wrongType, e.list.span, {
      what: e.list.name.text,
      found: typeWords(of, kit.resolved.symbols),
      expected: typeWords(money, kit.resolved.symbols),
    });
    return null;
  }
  return kit.node({ k: 'aggregate', op, source: list.source, ...map }, of, e.span, scope);
}
