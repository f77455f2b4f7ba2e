import { type Policy, policyMeta } from '../../compiler/index.ts';
import type { Id } from '../../runtime/types.ts';
import { Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';

/** A fact that the register is counted by, and every name under which it may stand there. */
export interface AskedFact {
  readonly id: Id;
  readonly names: readonly string[];
}

/** `--by`, by any name in either version. */
export function askedFacts(
  asked: readonly string[],
  before: Policy,
  after: Policy,
  { texts, language }: Session,
): readonly AskedFact[] {
  const known = [...factsOf(after), ...factsOf(before)];
  return asked.map((name) => {
    const found = known.find(({ names }) => names.includes(name));
    if (found) return found;
    const shown = factsOf(after).map(({ id }) => after.names[id]?.[language] ?? id);
    throw new Unusable(texts.diff.noSuchFact(name, shown));
  });
}

function factsOf(policy: Policy): readonly AskedFact[] {
  const { subjects, names } = policyMeta(policy);
  return subjects.flatMap(({ facts }) =>
    facts.map(({ id }) => ({
      id,
      names: [id, names[id]?.zh, names[id]?.en].filter((name) => name !== undefined),
    })),
  );
}

/** As the register says it; `null` where it says nothing. */
export function valueIn({ names }: AskedFact, ...records: readonly Record<string, unknown>[]): string | null {
  for (const record of records)
    for (const name of names) {
      const value = record[name];
      if (value !== undefined && value !== null && value !== '')
        return typeof value === 'object' ? JSON.stringify(value) : String(value);
    }
  return null;
}
