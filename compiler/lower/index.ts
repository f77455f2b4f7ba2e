import type { Policy } from '../ir/policy.ts';
import { readsOf } from '../ir/reads.ts';
import type {
  Line,
  LineShape,
  Lowered,
  LoweredAmount,
  LoweredSubject,
  Outside,
  Straight,
} from './lowered.ts';
import type { Node } from './nodes.ts';
import { NotStraight } from './outside.ts';
import { mapTable } from './parts.ts';
import { lowerProgramme } from './programme.ts';
import { withRows } from './rows.ts';
import { Binds, Staging } from './stages.ts';
import { Subject } from './subject.ts';

export type * from './lowered.ts';
export type * from './nodes.ts';

type Staged = <N extends Node>(node: N) => N;

/**
 * Stages a policy: what reads only the date, parameters and circumstances is worked out once (`binds`), the rest record by
 * record. A programme that no straight line decides is named with the reason.
 */
export function lower(policy: Policy): Lowered {
  const reads = readsOf(policy);
  const binds = new Binds();
  const made = policy.subjects.map((subject) => lowerSubject(policy, subject.id, reads, binds));
  const programmes = new Map(
    made.flatMap((one) => one.programmes.map((programme) => [programme.id, programme])),
  );
  return {
    policy,
    ...givenOf(policy),
    binds: binds.all,
    subjects: made.map(({ subject }) => subject),
    programmes: policy.programmes.flatMap(({ id }) => programmes.get(id) ?? []),
  };
}

/** What parameters and circumstances come to by the policy itself. Nothing of a record can be asked there. */
function givenOf(policy: Policy): Pick<Lowered, 'versions' | 'computed'> {
  const { expressions } = new Subject(policy, '');
  const versions = policy.parameters.flatMap(({ id, rows }) => {
    const made = rows.map(({ from, value }) => ({
      from: expressions.number(from),
      value: expressions.node(value, []),
    }));
    return made.length > 0 ? [[id, made] as const] : [];
  });
  const computed = policy.circumstances.flatMap(({ id, fallback }) => {
    const made = fallback && straight(() => expressions.node(fallback, []));
    return made ? [[id, made] as const] : [];
  });
  return { versions: Object.fromEntries(versions), computed: Object.fromEntries(computed) };
}

function straight<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof NotStraight) return undefined;
    throw error;
  }
}

function lowerSubject(
  policy: Policy,
  id: string,
  reads: ReturnType<typeof readsOf>,
  binds: Binds,
): { readonly subject: LoweredSubject; readonly programmes: readonly (Straight | Outside)[] } {
  const subject = new Subject(policy, id);
  const raw = policy.programmes
    .filter((programme) => programme.subject === id)
    .map((programme): Straight | Outside => {
      try {
        return lowerProgramme(programme, subject, reads);
      } catch (error) {
        if (!(error instanceof NotStraight)) throw error;
        return { id: programme.id, subject: id, outside: error.obstacle };
      }
    });
  const { staged } = new Staging(binds, subject.inputs, subject.locals);
  const programmes = raw.map((one) => ('outside' in one ? one : stagedProgramme(one, staged)));
  const inputs = subject.inputs.map(({ fallback, ...input }) => ({
    ...input,
    ...(fallback && { fallback: staged(fallback) }),
  }));
  const locals = subject.locals.map(({ name, value }) => ({ name, value: staged(value) }));
  return { subject: { id, inputs, locals }, programmes };
}

function stagedProgramme(programme: Straight, staged: Staged): Straight {
  const line = (one: Line): Line => stagedLine(one, staged);
  const { tier } = programme;
  return {
    ...programme,
    excluded: programme.excluded.map(line),
    eligible: line(programme.eligible),
    ...(tier && {
      tier: { ...tier, value: staged(tier.value), table: withRows(mapTable(tier.table, staged)) },
    }),
    amounts: programme.amounts.map((amount) => stagedAmount(amount, staged)),
  };
}

function stagedLine(line: Line, staged: Staged): Line {
  return { ...line, truth: staged(line.truth), shape: stagedShape(line.shape, staged) };
}

function stagedShape(shape: LineShape, staged: Staged): LineShape {
  switch (shape.k) {
    case 'condition':
      return shape;
    case 'group':
      return { ...shape, lines: shape.lines.map((line) => stagedLine(line, staged)) };
    case 'guard':
      return { ...shape, when: staged(shape.when), line: stagedLine(shape.line, staged) };
    case 'except': {
      const by = shape.by.map(({ id, truth }) => ({ id, truth: staged(truth) }));
      return { ...shape, by, line: stagedLine(shape.line, staged) };
    }
  }
}

function stagedAmount(amount: LoweredAmount, staged: Staged): LoweredAmount {
  const { base, when, cap, floor, from, to } = amount;
  return {
    ...amount,
    base: staged(base),
    ...(when && { when: staged(when) }),
    ...(cap && { cap: staged(cap) }),
    ...(floor && { floor: staged(floor) }),
    ...(from && { from: staged(from) }),
    ...(to && { to: staged(to) }),
  };
}
