import type { Expr } from '../../ir/expressions.ts';
import { type Code, prefixed, uses, wrapObject } from './code.ts';
import { commentOf } from './comments.ts';
import { holds } from './holds.ts';
import { definitionName, definitionTableName, tierName, tierTableName } from './module-names.ts';
import { quoted } from './names.ts';
import type { FunctionText } from './rules.ts';
import { keyedRead, rowsOf } from './table.ts';
import type { Place, Unit } from './unit.ts';

type Table = Extract<Expr, { readonly k: 'table' }>;

/** A constant of the generated module. */
export interface ConstantText {
  readonly name: string;
  readonly comment: string;
  readonly value: Code;
}

export interface Definitions {
  readonly constants: readonly ConstantText[];
  readonly functions: readonly FunctionText[];
}

/** The definitions and tiers that rules read, and those that these read in turn, in the order of the policy. */
export function definitionsCode(unit: Unit): Definitions {
  const written = new Map<string, { constant: ConstantText; table?: FunctionText }>();
  const pending = () => [...unit.definitionsRead].filter((id) => !written.has(id));
  for (let ids = pending(); ids.length > 0; ids = pending()) {
    for (const id of ids) written.set(id, definitionCode(id, unit));
  }
  const order = unit.policy.definitions.map(({ id }) => id);
  const sorted = [...written].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)).map(([, text]) => text);
  return {
    constants: sorted.map(({ constant }) => constant),
    functions: sorted.flatMap(({ table }) => (table ? [table] : [])),
  };
}

function definitionCode(id: string, unit: Unit): { constant: ConstantText; table?: FunctionText } {
  const found = unit.policy.definitions.find((definition) => definition.id === id);
  if (!found) throw new RangeError(`no such definition: ${id}`);
  const { body, origin, subject } = found;
  const place: Place = { subject, bound: [] };
  const comment = commentOf(id, origin, unit);
  const define = (value: Code): ConstantText => ({
    name: definitionName(id, unit),
    comment,
    value: defined(id, body, value, unit),
  });
  if (body.k !== 'table') return { constant: define(unit.code(body, place)) };
  const name = definitionTableName(id, unit);
  const table = tableFunction(name, `Rows of ${comment}`, body, place, unit);
  return { constant: define(unit.narrow(`${name}(c).value`, holds(body.type), body.id)), table };
}

function defined(id: string, body: Expr, value: Code, unit: Unit): Code {
  const parameter = uses(value, 'c') ? `c: ${unit.type('Case')}` : '';
  const result = unit.typeOf(holds(body.type));
  return unit.op('define', quoted(id), prefixed(`(${parameter}): ${result} => `, wrapObject(value)));
}

/** A function that reads the rows of a table. */
export function tableFunction(
  name: string,
  comment: string,
  e: Table,
  place: Place,
  unit: Unit,
): FunctionText {
  const { keys, read } = keyedRead(rowsOf(e), place, unit);
  const locals = keys.map(({ variable, value }) => [variable.code, value] as const);
  return { name, comment, result: unit.type('TableRead'), locals, body: read };
}

/** What a programme's tier table gives, once a record. */
export function tierConstant(programme: string, table: Table, unit: Unit): ConstantText {
  const value = unit.narrow(`${tierTableName(programme, unit)}(c).value`, holds(table.type), table.id);
  return {
    name: tierName(programme, unit),
    comment: `What the tier of ${programme} gives.`,
    value: defined(`tier of ${programme}`, table, value, unit),
  };
}
