import type { Type } from '../../runtime/types.ts';
import type { DateSpan, Expr, Origin, Source } from './expressions.ts';
import { type Outline, outline, section } from './outline.ts';

/** One expression as an outline, operator first. Ids of rules, tables and rows and their clauses are shown. */
export function expressionOutline(e: Expr): Outline {
  switch (e.k) {
    case 'lit':
      return outline(literal(e.value, e.type));
    case 'fact':
      return outline(e.of === 'subject' ? e.fact : `circumstance ${e.fact}`);
    case 'param':
      return outline(`parameter ${e.param}`, optional(e.key), ...(e.more ?? []).map(expressionOutline));
    case 'def':
      return outline(`definition ${e.def}`);
    case 'asOf':
    case 'roundYear':
      return outline(e.k);
    case 'period':
      return outline(`${e.part} of the period`);
    case 'bound':
      return outline(`$${e.index}`);
    case 'self':
      return outline('self');
    case 'ofRecord':
      return outline('of the record', expressionOutline(e.record), expressionOutline(e.body));
    case 'field':
      return outline(`field ${e.field}`, expressionOutline(e.of));
    case 'hole':
      return outline([e.why, e.by, e.text && JSON.stringify(e.text)].filter(Boolean).join(' '));
    case 'outcome':
      return outline(`${e.of} is ${e.state}`);
    case 'stepTime':
      return outline(`${e.part} of ${e.step}`);
    case 'tierOf':
      return outline(`tier of ${e.programme}`);
    default:
      return compound(e);
  }
}

function compound(e: Exclude<Expr, { k: LeafKind }>): Outline {
  switch (e.k) {
    case 'arith':
    case 'cmp':
      return outline(e.op, expressionOutline(e.a), expressionOutline(e.b));
    case 'addPeriod':
      return outline(e.sign === 1 ? 'after' : 'before', expressionOutline(e.date), expressionOutline(e.n));
    case 'round':
      return outline(`round ${e.mode} to ${e.to}`, expressionOutline(e.a));
    case 'convert':
      return outline(`convert to ${typeText(e.type)}`, expressionOutline(e.a));
    case 'if':
      return outline('if', ...[e.c, e.a, e.b].map(expressionOutline));
    case 'calendar':
      return outline(e.fn, ...e.args.map(expressionOutline));
    case 'within':
      return outline('within', expressionOutline(e.a), spanOutline(e.span));
    case 'member':
      return outline(`member ${e.mode}`, expressionOutline(e.a), expressionOutline(e.set));
    case 'present':
    case 'not':
      return outline(e.k, expressionOutline(e.a));
    case 'all':
    case 'any':
      return outline(e.k, ...e.parts.map(expressionOutline));
    case 'atLeast':
      return outline(`atLeast ${e.n}`, ...e.parts.map(expressionOutline));
    case 'guard':
      return outline(`when else ${neutral(e.neutral)}`, expressionOutline(e.when), expressionOutline(e.then));
    case 'except':
      return outline(`except then ${neutral(e.neutral)}`, ...[e.rule, ...e.by].map(expressionOutline));
    case 'rule':
      return section(`rule ${e.id}${citesText(e.origin)}`, expressionOutline(e.body));
    case 'table':
      return section(
        e.mode ? `table ${e.id}, ${e.mode}` : `table ${e.id}`,
        ...e.keys.map((key) => outline('key', expressionOutline(key))),
        ...rows(e.rows),
      );
    case 'bands':
      return section(
        `bands ${e.id}`,
        part('key', e.key),
        ...e.rows.map((row) =>
          section(`row ${row.id}${citesText(row.origin)}`, part('to', row.to), part('rate', row.rate)),
        ),
      );
    case 'aggregate':
      return outline(
        e.op,
        sourceOutline(e.source),
        part('map', e.map),
        part('test', e.test),
        part('atLeast', e.atLeast),
        part('atMost', e.atMost),
      );
  }
}

type LeafKind =
  | 'lit'
  | 'fact'
  | 'param'
  | 'def'
  | 'asOf'
  | 'roundYear'
  | 'period'
  | 'bound'
  | 'self'
  | 'ofRecord'
  | 'field'
  | 'hole'
  | 'outcome'
  | 'stepTime'
  | 'tierOf';

function rows(list: (Expr & { k: 'table' })['rows']): readonly Outline[] {
  return list.map((row) => {
    const cases = row.cases.map((test) => (test ? expressionOutline(test) : outline('otherwise')));
    return section(`row ${row.id}${citesText(row.origin)}`, ...cases, part('then', row.then));
  });
}

export function sourceOutline(source: Source): Outline {
  const time = source.time === undefined ? '' : ` dated by ${source.time}`;
  const within = source.windowed ? ' within the period' : '';
  const where = part('where', source.where);
  if (source.k === 'population') return outline(`population ${source.subject}${time}${within}`, where);
  const keyed = source.keyed ? ` by ${source.keyed.key}` : '';
  const span = source.keyed?.span && spanOutline(source.keyed.span);
  return outline(`list${keyed}${time}${within}`, expressionOutline(source.of), span, where);
}

export function spanOutline(span: DateSpan): Outline {
  const open = span.lo ? (span.loIn ? 'from' : 'after') : '';
  const close = span.hi ? (span.hiIn ? 'through' : 'before') : '';
  return outline('span', open ? part(open, span.lo) : undefined, close ? part(close, span.hi) : undefined);
}

export function part(name: string, e: Expr | undefined): Outline | undefined {
  return e && outline(name, expressionOutline(e));
}

export function citesText(origin: Origin): string {
  return origin.cites.length > 0 ? ` [${origin.cites.join(', ')}]` : '';
}

/** A type in one word or a few: `qty term`, `list of date`. */
export function typeText(type: Type): string {
  switch (type.t) {
    case 'qty':
      return `qty ${type.unit}`;
    case 'rate':
      return `${typeText(type.of)} per ${type.per.join(' per ')}`;
    case 'enum':
    case 'set':
      return `${type.t} ${type.enum}`;
    case 'list':
      return `list of ${typeText(type.of)}`;
    case 'record':
      return `record { ${type.fields.map((f) => `${f.id}: ${typeText(f.type)}`).join('; ')} }`;
    case 'ref':
      return `reference to ${type.subject}`;
    case 'keyed':
      return `${typeText(type.of)} by ${typeText(type.key)}`;
    default:
      return type.t;
  }
}

function literal(value: string | boolean | readonly string[], type: Type): string {
  if (typeof value === 'boolean') return neutral(value);
  if (typeof value !== 'string') return `{${value.join(', ')}}`;
  return type.t === 'text' ? JSON.stringify(value) : `${value}:${typeText(type)}`;
}

function neutral(value: boolean): string {
  return value ? 'yes' : 'no';
}

function optional(e: Expr | undefined): Outline | undefined {
  return e && expressionOutline(e);
}
