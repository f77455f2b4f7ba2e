import { parseExact } from '../../runtime/exact.ts';
import type { Id } from '../../runtime/types.ts';
import type { Exact } from '../../runtime/value.ts';
import type { Policy } from '../ir/policy.ts';

type Values = { readonly [name: string]: unknown };

/** What is bound where a policy is used (`parameters.yaml`), by names of either language. */
export interface Stated {
  readonly parameters: Values;
  readonly circumstances: Values;
}

/** The value given for an id, under whichever of its names. */
export function givenFor(values: Values, id: Id, { names }: Policy): unknown {
  const name = names[id];
  const under = [id, name?.zh, name?.en].find((one) => one !== undefined && Object.hasOwn(values, one));
  return under === undefined ? undefined : values[under];
}

/** A plain number given for an id; null for anything else. */
export function numberGiven(values: Values, id: Id, policy: Policy): Exact | null {
  const value = givenFor(values, id, policy);
  return typeof value === 'number' || typeof value === 'string' ? parseExact(String(value)) : null;
}
