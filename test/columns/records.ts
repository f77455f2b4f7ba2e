import fc from 'fast-check';
import { evaluator, type Policy } from '../../compiler/index.ts';
import type { Binding } from '../../runtime/index.ts';
import { Inputs } from '../agree/applicants.ts';
import { bases } from '../agree/bases.ts';
import type { Raw } from '../agree/record.ts';

/** Records of one kind, bound alike. */
export interface Register {
  readonly binding: Binding;
  readonly rows: readonly Raw[];
}

/** Half of the records are complete, some of them near being eligible; the others lack facts. */
export function registers(policy: Policy, rows: number, seed: number): fc.Arbitrary<Register> {
  const inputs = new Inputs(policy);
  const near = bases(policy, evaluator(policy), inputs, seed);
  return fc.oneof(
    inputs.run(rows),
    ...near.map(({ binding, facts, row }) => {
      const full = fc
        .tuple(...facts.map((fact) => inputs.fact(fact).map((value) => [fact.id, value] as const)))
        .map((entries): Raw => Object.fromEntries(entries));
      const changes = fc.array(inputs.change(facts), { maxLength: 3 });
      const close = fc
        .tuple(full, changes)
        .map(([rest, changed]): Raw => ({ ...rest, ...row, ...Object.fromEntries(changed) }));
      const some = inputs.record(facts);
      const mixed = fc.oneof(
        { weight: 4, arbitrary: close },
        { weight: 1, arbitrary: full },
        { weight: 1, arbitrary: some },
      );
      return fc
        .array(mixed, { minLength: rows, maxLength: rows })
        .map((drawn): Register => ({ binding, rows: drawn }));
    }),
  );
}
