import type { Expr, TableMode } from '../../ir/expressions.ts';
import { array, arrow, type Code, object, onLines, prefixed, suffixed } from './code.ts';
import { holds } from './holds.ts';
import { quoted } from './names.ts';
import type { Place, Unit, Variable } from './unit.ts';

type Table = Extract<Expr, { readonly k: 'table' }>;

/** Keys and rows; rows without a value are only chosen between. */
export interface Rows {
  readonly id: string;
  readonly keys: readonly Expr[];
  readonly rows: readonly {
    readonly id: string;
    readonly cases: readonly (Expr | null)[];
    readonly value?: Expr;
  }[];
  readonly mode?: TableMode;
}

export function rowsOf({ id, keys, rows, mode }: Table): Rows {
  const made = rows.map((row) => ({ id: row.id, cases: row.cases, value: row.then }));
  return { id, keys, rows: made, ...(mode && { mode }) };
}

/** The value that a table gives. */
export function tableValue(e: Table, place: Place, unit: Unit): Code {
  return unit.narrow(suffixed(tableRead(rowsOf(e), place, unit), '.value'), holds(e.type), e.id);
}

/** `分段`: an end that is not stated is none. */
export function bandsValue(e: Extract<Expr, { readonly k: 'bands' }>, place: Place, unit: Unit): Code {
  const rows = e.rows.map(({ to, rate }) =>
    object([
      ['to', to ? unit.code(to, place) : 'null'],
      ['rate', unit.code(rate, place)],
    ]),
  );
  return unit.op('bands', quoted(e.id), unit.code(e.key, place), onLines(array(rows)));
}

/** A table read with its keys in variables of their own. */
export interface KeyedRead {
  readonly keys: readonly { readonly variable: Variable; readonly value: Code }[];
  readonly read: Code;
}

export function keyedRead(table: Rows, place: Place, unit: Unit): KeyedRead {
  const keys = table.keys.map((key, i) => ({
    variable: { code: `key${suffix(place.bound.length + i)}`, holds: holds(key.type) },
    value: unit.code(key, place),
  }));
  const variables = keys.map(({ variable }) => variable);
  const inner: Place = { ...place, bound: [...variables, ...place.bound] };
  const rows = table.rows.map((row) => rowCode(row, place, inner, unit));
  const looked = array(variables.map(({ code }) => code));
  const mode = table.mode ? [quoted(table.mode)] : [];
  return { keys, read: unit.op('readTable', quoted(table.id), looked, onLines(array(rows)), ...mode) };
}

/** The same as one expression: `((key: Maybe<Exact>) => readTable(…))(keyValue)`. */
export function tableRead(table: Rows, place: Place, unit: Unit): Code {
  const { keys, read } = keyedRead(table, place, unit);
  if (keys.length === 0) return read;
  const parameters = keys.map(({ variable }) => `${variable.code}: ${unit.typeOf(variable.holds)}`);
  return applied(
    arrow(parameters, read),
    keys.map(({ value }) => value),
  );
}

function suffix(depth: number): string {
  return depth === 0 ? '' : String(depth + 1);
}

/** A function called where it stands; the arguments are short, so they end the expression. */
function applied(fn: Code, values: readonly Code[]): Code {
  const flat = values.map((value) => flatText(value)).join(', ');
  return suffixed(prefixed('(', fn), `)(${flat})`);
}

function flatText(code: Code): string {
  return typeof code === 'string' ? code : code.open + code.items.map(flatText).join(', ') + code.close;
}

function rowCode(row: Rows['rows'][number], place: Place, inner: Place, unit: Unit): Code {
  const tests = row.cases.flatMap((test) => (test ? [unit.code(test, inner)] : []));
  const [first, ...others] = tests;
  const test = first && (others.length > 0 ? unit.op('all', ...tests) : first);
  return object([
    ['id', quoted(row.id)],
    ['when', test ? arrow([], test) : 'null'],
    ['value', arrow([], row.value ? unit.code(row.value, place) : 'null')],
  ]);
}

export function element(place: Place): Variable {
  return { code: `element${suffix(place.bound.length)}`, holds: 'value' };
}
