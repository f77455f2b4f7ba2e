import fc from 'fast-check';
import type { Policy } from '../../../compiler/index.ts';
import type { Fact } from '../../../compiler/testkit.ts';
import type { Binding, Type } from '../../../runtime/index.ts';
import { Inputs } from '../../agree/applicants.ts';
import type { Raw } from '../../agree/record.ts';

/** One complete record, as a version reads it. */
export interface Complete {
  readonly binding: Binding;
  readonly facts: Raw;
}

/** Complete records bound alike. */
export interface Bound {
  readonly binding: Binding;
  readonly rows: readonly Raw[];
}

/** So many records share a date and circumstances. */
const SHARED = 50;

/** As long as lists are looked at. */
const LONGEST = 3;

/**
 * Complete records near the thresholds of a policy, whose parameters are as given; half of them like one of the records
 * given but for up to three facts. What a policy works out itself is left to it.
 */
export function applicants(
  policy: Policy,
  subject: string,
  given: Binding,
  bases: readonly Raw[],
  count: number,
  seed: number,
): readonly Bound[] {
  const inputs = new Inputs(policy);
  const own = (facts: readonly Fact[]) => facts.filter(({ fallback }) => !fallback);
  const of = (facts: readonly Fact[]): fc.Arbitrary<Raw> =>
    fc
      .tuple(
        ...own(facts).map((fact) =>
          inputs.fact(fact).map((raw) => [fact.id, complete(raw, fact.type, policy)]),
        ),
      )
      .map((entries) => Object.fromEntries(entries));
  const facts = policy.subjects.find(({ id }) => id === subject)?.facts ?? [];
  const other = (from: Raw, changed: readonly Fact[]): Raw =>
    Object.fromEntries(changed.flatMap(({ id }) => (id in from ? [[id, from[id]]] : [])));
  const few = (list: readonly Fact[]) =>
    fc.shuffledSubarray(own(list), { maxLength: Math.min(3, own(list).length) });
  const near = fc
    .tuple(of(facts), fc.constantFrom(...bases), few(facts))
    .map(([row, base, changed]): Raw => ({ ...row, ...base, ...other(row, changed) }));
  const around = fc
    .tuple(of(policy.circumstances), few(policy.circumstances), fc.boolean(), inputs.binding(subject))
    .map(([drawn, changed, anew, { asOf }]): Binding => {
      const circumstances = {
        ...drawn,
        ...given.circumstances,
        ...other(drawn, anew ? own(policy.circumstances) : changed),
      };
      return { asOf, subject, circumstances, parameters: given.parameters ?? {} };
    });
  const rows = fc.oneof(of(facts), near);
  const size = Math.min(SHARED, count);
  const one = fc.record({
    binding: fc.oneof(around, fc.constant({ ...given, subject })),
    rows: fc.array(rows, { minLength: size, maxLength: size }),
  });
  return fc.sample(one, { numRuns: Math.ceil(count / size), seed });
}

/** Nothing is missing, no list goes on; and none is longer than proofs look. */
function complete(raw: unknown, type: Type, policy: Policy): unknown {
  if (type.t === 'list') {
    const list = Array.isArray(raw) ? raw : ((raw as { readonly items?: readonly unknown[] }).items ?? []);
    return list.slice(0, LONGEST).map((item) => complete(item, type.of, policy));
  }
  if (type.t !== 'record' || typeof raw !== 'object' || raw === null) return raw;
  const row = raw as Raw;
  return Object.fromEntries(
    type.fields.map((field) => [
      field.id,
      row[field.id] ?? (field.optional ? null : plain(field.type, policy)),
    ]),
  );
}

function plain(type: Type, { enums }: Policy): unknown {
  switch (type.t) {
    case 'bool':
      return false;
    case 'date':
      return '2022-01-01';
    case 'month':
      return '2022-01';
    case 'year':
      return 2022;
    case 'set':
    case 'list':
      return [];
    case 'text':
    case 'ref':
      return '甲';
    case 'enum':
      return enums.find(({ id }) => id === type.enum)?.options[0];
    default:
      return 0;
  }
}
