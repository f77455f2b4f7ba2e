import type { Policy } from '../../compiler/index.ts';
import type { Texts } from '../texts/texts.ts';
import type { Proved } from './run.ts';

/**
 * Why no question is asked about what is to be done over time: `periods`, a log of dates is judged period by period; `current`,
 * it reads no such log and says something of the current period only; `once`, it is judged on one day; `steps`, it is a procedure.
 */
export type Beyond = 'periods' | 'current' | 'once' | 'steps';

export interface Unasked {
  readonly why: Beyond;
  readonly of: readonly { readonly id: string; readonly line: number }[];
}

/** Duties, targets and steps, of which proofs ask nothing. */
export function unasked({ duties, procedures }: Policy): readonly Unasked[] {
  const judged = ({ every, reads }: Policy['duties'][number]): Beyond =>
    every ? (reads === 'log' ? 'periods' : 'current') : 'once';
  const placed = ({ id, origin }: { readonly id: string; readonly origin: { readonly line: number } }) => ({
    id,
    line: origin.line,
  });
  const kinds = ['periods', 'current', 'once'] as const;
  const found = kinds.map((why) => ({ why, of: duties.filter((duty) => judged(duty) === why).map(placed) }));
  const steps = { why: 'steps' as const, of: procedures.flatMap((procedure) => procedure.steps).map(placed) };
  return [...found, steps].filter(({ of }) => of.length > 0);
}

/** A line for each reason. */
export function unaskedText({ policy, beside }: Proved, { prove }: Texts): readonly string[] {
  return unasked(policy).map(({ why, of }) => {
    const named = of.map(({ id, line }) => `${beside.names.label(id)}${prove.place(line, [])}`);
    return `  — ${prove.unasked[why](named.join(prove.separator))}`;
  });
}
