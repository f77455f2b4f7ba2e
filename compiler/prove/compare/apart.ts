import type { Id } from '../../../runtime/types.ts';
import { Grounds, Keys, type Renames } from '../../diff/index.ts';
import type { Policy, Programme } from '../../ir/policy.ts';
import { type Aside, asides } from './result.ts';

export type Alike = (a: unknown, b: unknown) => boolean;

/** Whether two pieces mean the same in both versions, with all that they rest on but the days in force. */
export function alikeIn(before: Policy, after: Policy, moved: Renames): Alike {
  const [old, fresh] = [grounds(before, moved), grounds(after, new Map())];
  return (a, b) => old(a) === fresh(b);
}

function grounds(policy: Policy, moved: Renames): (piece: unknown) => string {
  const { inForce: _, ...timeless } = policy;
  const own = new Grounds(timeless, new Keys(policy, moved));
  const known = new Map<unknown, string>();
  return (piece) => {
    const text = known.get(piece) ?? own.of(Object.assign({ id: '' }, isPart(piece) ? piece : { piece }));
    known.set(piece, text);
    return text;
  };
}

/** Parts of a programme by the names that it gives them: what is listed in no order is then read so. */
const isPart = (piece: unknown): piece is object =>
  typeof piece === 'object' && piece !== null && !Array.isArray(piece) && !('k' in piece);

const programmeIn = (policy: Policy, id: Id): Programme | undefined =>
  policy.programmes.find((one) => one.id === id);

/** Whether all that is compared means the same: eligibility, tier, money, months and dates, and who is paid instead. */
export function comparedAlike(before: Policy, after: Policy, id: Id, alike: Alike): boolean {
  const [a, b] = [comparedOf(before, id), comparedOf(after, id)];
  const dated = a.dated || b.dated;
  return (
    alike({ choices: a.choices }, { choices: b.choices }) &&
    a.rules.length === b.rules.length &&
    a.rules.every((one, i) => alike(one, b.rules[i])) &&
    (!dated || alike({ inForce: before.inForce ?? null }, { inForce: after.inForce ?? null }))
  );
}

function comparedOf(policy: Policy, id: Id) {
  const choices = (policy.choices ?? []).filter(({ members }) =>
    members.some((member) => 'programme' in member && member.programme === id),
  );
  const others = choices.flatMap(({ members }) =>
    members.flatMap((member) => ('programme' in member ? [member.programme] : [])),
  );
  const all = [...new Set([id, ...others])].flatMap((one) => programmeIn(policy, one) ?? []);
  return {
    choices,
    dated: all.some(({ amounts }) => amounts.some(({ events, pay }) => events || pay.yearly)),
    rules: all.map(({ subject, eligible, excluded, deadlines, tier, amounts }) => ({
      ...{ subject, eligible, excluded, tier, amounts },
      deadlines: deadlines.filter(({ late }) => late !== 'record'),
    })),
  };
}

/** What changed of a programme and is not compared. */
export function asidesOf(before: Policy, after: Policy, id: Id, alike: Alike): readonly Aside[] {
  const [a, b] = [programmeIn(before, id), programmeIn(after, id)];
  if (!a || !b) return [];
  const kept = ({ deadlines }: Programme) => deadlines.filter(({ late }) => late === 'record');
  const pieces: { readonly [aside in Aside]: (one: Programme, policy: Policy) => object } = {
    ranking: ({ select }) => ({ select: select ?? null }),
    routes: ({ routes }) => ({ routes }),
    documents: ({ documents }) => ({ documents: documents ?? null }),
    deadlines: (one) => ({ deadlines: kept(one) }),
    shares: ({ shares }) => ({ shares: shares ?? null }),
    grants: ({ grants }) => ({ grants }),
    inForce: (_, { inForce }) => ({ inForce: inForce ?? null }),
  };
  return asides.filter((aside) => !alike(pieces[aside](a, before), pieces[aside](b, after)));
}
