import type { FactMeta, Type } from '../../../runtime/types.ts';
import { describe, type Naming } from './describe.ts';
import { type Bounds, boundsOf, type Enums, type Schema, scalar } from './values.ts';

/** What a schema is made with. */
export interface Context {
  readonly enums: Enums;
  readonly naming: Naming;
}

/** An object of facts by id. None is required: what is left out is not known. Other names are refused. */
export function objectOf(facts: readonly FactMeta[], context: Context, owner?: string): Schema {
  return {
    type: 'object',
    properties: properties(facts.map((fact) => [fact.id, factSchema(fact, context, owner)])),
    additionalProperties: false,
  };
}

/** `null` says that there is none, so it is taken for optional facts only. */
function factSchema(fact: FactMeta, context: Context, owner: string | undefined): Schema {
  const value = orNull(valueSchema(fact.type, boundsOf(fact), fact, context), fact.optional);
  return { ...describe(fact, context.naming, owner), ...value };
}

export function valueSchema(type: Type, bounds: Bounds, fact: FactMeta, context: Context): Schema {
  switch (type.t) {
    case 'set':
      return { type: 'array', items: scalar({ t: 'enum', enum: type.enum }, {}, context.enums) };
    case 'list':
      return list(valueSchema(type.of, bounds, fact, context));
    case 'record':
      return objectOf(type.fields, context, fact.id);
    case 'keyed':
      return byKey(type.key, orNull(valueSchema(type.of, bounds, fact, context), fact.optional), context);
    case 'rate':
      return valueSchema(type.of, bounds, fact, context);
    default:
      return scalar(type, bounds, context.enums);
  }
}

/** All elements, or those known so far. */
function list(items: Schema): Schema {
  const all = { type: 'array', items };
  const some = {
    type: 'object',
    properties: { items: all, complete: { type: 'boolean' } },
    required: ['items'],
  };
  return { anyOf: [all, some] };
}

function byKey(key: Type, value: Schema, { enums }: Context): Schema {
  if (key.t !== 'enum') return { type: 'object', additionalProperties: value };
  const options = enums.get(key.enum)?.options ?? [];
  return {
    type: 'object',
    properties: properties(options.map((option) => [option, value])),
    additionalProperties: false,
  };
}

function orNull(schema: Schema, optional: boolean): Schema {
  return optional ? { anyOf: [schema, { type: 'null' }] } : schema;
}

/** An object without prototype: a fact may be called `__proto__`. */
export function properties<T>(entries: readonly (readonly [string, T])[]): { readonly [id: string]: T } {
  const made = Object.create(null) as { [id: string]: T };
  for (const [id, value] of entries) made[id] = value;
  return made;
}
