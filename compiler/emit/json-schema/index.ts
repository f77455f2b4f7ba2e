import type { FactMeta, ParameterMeta, PolicyMeta } from '../../../runtime/types.ts';
import { policyMeta } from '../../ir/meta.ts';
import type { Policy } from '../../ir/policy.ts';
import { describe } from './describe.ts';
import { type Context, objectOf, properties, valueSchema } from './facts.ts';
import type { Schema } from './values.ts';

export type { Schema } from './values.ts';

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/** Schemas of everything that a policy takes in. */
export interface PolicySchemas {
  /** Facts of one record, by kind of record. */
  readonly subjects: { readonly [subject: string]: Schema };
  readonly parameters: Schema;
  readonly circumstances: Schema;
}

/**
 * JSON Schema (draft 2020-12) of a policy's inputs, by ids. Nothing is required, because what is left out is not known.
 * A schema cannot say all that the reader checks: yuan have at most two decimals, at most 15 digits are exact as a number,
 * a range holds for numbers given as text too, and nothing is given twice under two names.
 */
export function jsonSchemas(policy: Policy): PolicySchemas {
  const meta = policyMeta(policy);
  const names = new Map(Object.entries(meta.names));
  const context: Context = {
    enums: new Map(meta.enums.map((item) => [item.id, item])),
    naming: (id) => names.get(id),
  };
  const document = (id: string, schema: Schema): Schema => {
    const name = names.get(id);
    return { $schema: DRAFT, title: [name?.zh, name?.en ?? id].filter(Boolean).join(' / '), ...schema };
  };
  const facts = (list: readonly FactMeta[]) => objectOf(list, context);
  return {
    subjects: properties(
      meta.subjects.map(({ id, facts: own }) => [id, document(id, identified(facts(own), meta))]),
    ),
    parameters: document('parameters', parametersSchema(meta.parameters, context)),
    circumstances: document('circumstances', facts(meta.circumstances)),
  };
}

/** Where rules look at other records, a record may say what these call it. */
function identified(schema: Schema, { populations }: PolicyMeta): Schema {
  const known: unknown = schema.properties;
  if (populations === undefined || typeof known !== 'object' || known === null || 'id' in known)
    return schema;
  const id = { title: '编号 / id', anyOf: [{ type: 'string' }, { type: 'integer' }] };
  return { ...schema, properties: properties([['id', id], ...Object.entries(known)]) };
}

function parametersSchema(parameters: readonly ParameterMeta[], context: Context): Schema {
  const schema = (parameter: ParameterMeta): Schema => ({
    ...describe(parameter, context.naming),
    ...dated(valueSchema(parameter.type, {}, { ...parameter, optional: false }, context)),
  });
  return {
    type: 'object',
    properties: properties(parameters.map((parameter) => [parameter.id, schema(parameter)])),
    additionalProperties: false,
  };
}

/** A value, or values each from a day on (`null`: from the beginning). */
function dated(value: Schema): Schema {
  const from = { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] };
  const row = {
    type: 'object',
    properties: { from, value },
    required: ['from', 'value'],
    additionalProperties: false,
  };
  return { anyOf: [value, { type: 'array', items: row, minItems: 1 }] };
}
