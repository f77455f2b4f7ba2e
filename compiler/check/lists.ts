import type { FactMeta, Id, Type } from '../../runtime/types.ts';
import type { Aggregate, Every, Exists, Expression, ListExpression, Predicate } from '../ast/expressions.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import { expressions } from '../ir/children.ts';
import type { Expr, Source } from '../ir/expressions.ts';
import type { Every as Frequency } from '../ir/policy.ts';
import { bool, date, int, type Kit, money, type Scope, within } from './kit.ts';
import { reportUnknown } from './names.ts';
import { predicate } from './tests.ts';
import { typeWords } from './typing.ts';

/** A list with what its elements are. */
interface ListValue {
  readonly source: Source;
  readonly element: Type;
  /** Where the names of its fields and options hang. */
  readonly path: Id;
  /** `L 的 F`: the field asked of each element. */
  readonly map?: Expr;
}

export function listOf(
  kit: Kit,
  e: ListExpression,
  scope: Scope,
  predicates?: Predicate,
): (ListValue & { test?: Expr }) | null {
  if (e.population) {
    kit.reporter.report(codes.notYet, e.span, {
      what: { zh: '“全体” 的统计', en: 'counting over a population' },
    });
    return null;
  }
  const base = kit.value({ kind: 'name', name: e.name, span: e.name.span }, scope);
  if (!base) return null;
  const element =
    base.type.t === 'list'
      ? base.type.of
      : base.type.t === 'set'
        ? ({ t: 'enum', enum: base.type.enum } as const)
        : null;
  if (!element) {
    kit.reporter.report(codes.notAList, e.name.span, {
      name: e.name.text,
      found: typeWords(base.type, kit.resolved.symbols),
    });
    return null;
  }
  const path = base.k === 'fact' ? base.fact : '';
  const inner = within(scope, { type: element, path });
  const where = e.where ? kit.truth(e.where, inner) : undefined;
  const test = predicates
    ? predicate(kit, elementNode(kit, element, e, inner), predicates, inner, e)
    : undefined;
  const map = field(kit, e, element, path, inner);
  if (where === null || test === null || map === null) return null;
  const time = timeField(element);
  const named = [where, test].some((x) => x && speaksOfPeriod(x));
  const filter = named ? where : inPeriodToo(kit, elementNode(kit, element, e, inner), where, e, inner);
  const windowed = (scope.period || scope.windows) && time && !named;
  return {
    source: {
      k: 'list',
      of: base,
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

/** A filter that names the period itself chooses its own elements: cover without a gap asks which term holds that day. */
export function speaksOfPeriod(e: Expr): boolean {
  for (const inner of expressions(e)) if (inner.k === 'period') return true;
  return false;
}

function elementNode(kit: Kit, element: Type, e: ListExpression, scope: Scope): Expr {
  return kit.node({ k: 'bound', index: 0 }, element, e.span, scope);
}

function field(kit: Kit, e: ListExpression, element: Type, path: Id, inner: Scope): Expr | undefined | null {
  const word = e.fields[0];
  if (!word) return undefined;
  const meta =
    element.t === 'record' ? element.fields.find((f) => named(kit, path, f, word.text)) : undefined;
  if (!meta) {
    reportUnknown(kit, word, inner);
    return null;
  }
  return kit.node(
    { k: 'field', of: elementNode(kit, element, e, inner), field: meta.id },
    meta.type,
    word.span,
    inner,
  );
}

function named(kit: Kit, path: Id, meta: FactMeta, text: string): boolean {
  const name = kit.resolved.symbols.names.get(`${path}.${meta.id}`);
  return meta.id === text || name?.zh === text || name?.en === text;
}

/** The field that dates an element: its only date, or the first of them. */
function timeField(element: Type): Id | 'self' | undefined {
  if (element.t === 'date') return 'self';
  return element.t === 'record' ? element.fields.find((f) => f.type.t === 'date')?.id : undefined;
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
  const test = kit.truth(e.satisfies, within(scope, { type: list.element, path: list.path }));
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
  const map = list.map ? { map: list.map } : {};
  const of = list.map?.type ?? list.element;
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
