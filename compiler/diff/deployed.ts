import { FIRST_DAY, printDate } from '../../runtime/dates.ts';
import { InputErrors } from '../../runtime/input/errors.ts';
import { type DatedValue, readParameters } from '../../runtime/input/parameters.ts';
import type { Id, PolicyMeta, Type } from '../../runtime/types.ts';
import { isKeyed } from '../../runtime/unknown.ts';
import type { Value } from '../../runtime/value.ts';
import type { Expr } from '../ir/expressions.ts';
import { writtenLiteral } from '../ir/literals.ts';
import { policyMeta } from '../ir/meta.ts';
import type { Parameter, Policy } from '../ir/policy.ts';

/** Values of parameters given where the policy is deployed, by id, Chinese or English name. */
export type DeployedValues = { readonly [name: string]: unknown };

/** One value of a parameter that is given from outside. */
export interface Deployed {
  /** First day that it holds for; `null`: always. */
  readonly from: string | null;
  /** Of a keyed parameter: the keys, joined. */
  readonly key: string | null;
  /** A constant; else as it was written: a list, a record, or what the parameter does not take. */
  readonly value: Expr | string;
}

interface DeployedParameter extends Parameter {
  readonly deployed: readonly Deployed[];
}

/**
 * The policy together with the values that its parameters are given from outside, which then count as part of what it says
 * where two versions are compared. Names that it does not know are passed over.
 */
export function deployedWith(policy: Policy, values: DeployedValues): Policy {
  const meta = policyMeta(policy);
  const given = deployedById(policy, values);
  const parameters = policy.parameters.map((parameter): Parameter | DeployedParameter => {
    if (!Object.hasOwn(given, parameter.id)) return parameter;
    return { ...parameter, deployed: entries(parameter, given[parameter.id], meta) };
  });
  return { ...policy, parameters };
}

/** The values of parameters that the policy knows, by id. */
export function deployedById(policy: Policy, values: DeployedValues): { readonly [id: Id]: unknown } {
  const entries = policy.parameters.flatMap((parameter) => {
    const name = namesOf(parameter, policy).find((one) => Object.hasOwn(values, one));
    return name === undefined ? [] : [[parameter.id, values[name]] as const];
  });
  return Object.fromEntries(entries);
}

/** What `deployedWith` said of a parameter. */
export const deployedOf = (parameter: Parameter): readonly Deployed[] =>
  'deployed' in parameter ? (parameter as DeployedParameter).deployed : [];

function namesOf({ id }: Parameter, { names }: Policy): readonly string[] {
  return [id, names[id]?.zh, names[id]?.en].filter((name) => name !== undefined);
}

function entries(parameter: Parameter, raw: unknown, meta: PolicyMeta): readonly Deployed[] {
  const own = { ...meta, parameters: meta.parameters.filter(({ id }) => id === parameter.id) };
  try {
    const values = readParameters(own, { [parameter.id]: raw }).get(parameter.id) ?? [];
    return values.flatMap((value) => entriesOf(parameter, value, raw));
  } catch (error) {
    // What does not fit is told where the policy is decided; here it is only told apart.
    if (error instanceof InputErrors) return [{ from: null, key: null, value: JSON.stringify(raw) }];
    throw error;
  }
}

function entriesOf(parameter: Parameter, { from, value }: DatedValue, raw: unknown): readonly Deployed[] {
  const day = from === null || from <= FIRST_DAY ? null : printDate(from);
  return [...cells(value, parameter.type, [])].map(({ keys, type, value }) => ({
    from: day,
    key: keys.length === 0 ? null : keys.join(' '),
    value: constant(parameter, value, type) ?? JSON.stringify(raw),
  }));
}

interface Cell {
  readonly keys: readonly string[];
  readonly type: Type;
  readonly value: Value;
}

/** The values of a keyed one, key by key. */
function* cells(value: Value, type: Type, keys: readonly string[]): Generator<Cell> {
  if (!isKeyed(value) || type.t !== 'keyed') yield { keys, type, value };
  else for (const [key, item] of value.keyed) yield* cells(item, type.of, [...keys, key]);
}

function constant({ id, origin }: Parameter, value: Value, type: Type): Expr | null {
  const written = writtenLiteral(value, type);
  return written === null ? null : { k: 'lit', id, type, origin, value: written };
}
