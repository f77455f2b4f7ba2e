import { compareExact, parseExact } from '../../../runtime/exact.ts';
import type { EnumMeta, FactMeta, Id } from '../../../runtime/types.ts';
import type { Renames } from '../../diff/index.ts';
import type { Policy } from '../../ir/policy.ts';
import type { Undecided } from './result.ts';

type Fact = Policy['circumstances'][number];

/** Two versions with one declaration for every fact that both know: the values that both accept. */
export interface Merged {
  readonly before: Policy;
  readonly after: Policy;
  /** All options of both versions, in an order that fits both where there is one. */
  readonly enums: readonly EnumMeta[];
  /** Options that both versions know, of enumerations that differ. */
  readonly shared: ReadonlyMap<Id, ReadonlySet<string>>;
  /** By the id of the new version. */
  readonly narrowed: readonly Id[];
  readonly incomparable: readonly Undecided[];
}

export function merge(before: Policy, after: Policy, moved: Renames): Merged {
  const narrowed = new Set<Id>();
  const incomparable: Undecided[] = [];
  const enums = mergedEnums(before, after);
  const together = (a: Fact, b: Fact): Partial<Fact> => {
    if (shape(a) !== shape(b)) incomparable.push({ k: 'incomparable', what: 'fact', id: b.id });
    const one = common(a, b);
    const optionsDiffer = [...enums.shared.keys()].some((id) => JSON.stringify(b.type).includes(`"${id}"`));
    if (optionsDiffer || [a, b].some((fact) => JSON.stringify(common(fact, fact)) !== JSON.stringify(one)))
      narrowed.add(b.id);
    return one;
  };
  const [old, fresh] = [new Map<Fact, Fact>(), new Map<Fact, Fact>()];
  for (const [left, right] of factsOfBoth(before, after))
    for (const a of left) {
      const b = right.find(({ id }) => id === (moved.get(a.id) ?? a.id));
      if (!b) continue;
      const one = together(a, b);
      old.set(a, { ...a, ...one });
      fresh.set(b, { ...b, ...one });
    }
  return {
    before: replaced(before, old),
    after: replaced(after, fresh),
    ...enums,
    narrowed: [...narrowed],
    incomparable,
  };
}

function* factsOfBoth(before: Policy, after: Policy): Generator<readonly [readonly Fact[], readonly Fact[]]> {
  yield [before.circumstances, after.circumstances];
  for (const subject of before.subjects) {
    const other = after.subjects.find(({ id }) => id === subject.id);
    if (other) yield [subject.facts, other.facts];
  }
}

const replaced = (policy: Policy, by: ReadonlyMap<Fact, Fact>): Policy => ({
  ...policy,
  circumstances: policy.circumstances.map((fact) => by.get(fact) ?? fact),
  subjects: policy.subjects.map((subject) => ({
    ...subject,
    facts: subject.facts.map((fact) => by.get(fact) ?? fact),
  })),
});

/** Enumerations may have been renamed with their fact. */
const shape = ({ type }: FactMeta): string => JSON.stringify('enum' in type ? { ...type, enum: null } : type);

function common(a: FactMeta, b: FactMeta): Pick<FactMeta, 'optional' | 'min' | 'max'> {
  const min = bound(a.min, b.min, 1);
  const max = bound(a.max, b.max, -1);
  return {
    optional: a.optional && b.optional,
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
  };
}

function bound(a: string | undefined, b: string | undefined, sign: number): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const [x, y] = [parseExact(a), parseExact(b)];
  return x !== null && y !== null && compareExact(x, y) * sign >= 0 ? a : b;
}

function mergedEnums(before: Policy, after: Policy): Pick<Merged, 'enums' | 'shared'> {
  const shared = new Map<Id, ReadonlySet<string>>();
  const merged = after.enums.map((b): EnumMeta => {
    const a = before.enums.find(({ id }) => id === b.id);
    if (!a || JSON.stringify([a.options, a.open]) === JSON.stringify([b.options, b.open])) return b;
    const options = woven(a.options, b.options);
    const both = a.options.filter((option) => b.options.includes(option));
    shared.set(b.id, new Set([...both, ...(a.open && b.open ? ['other'] : [])]));
    const open = a.open || b.open;
    return { ...b, options: options ?? [...new Set([...b.options, ...a.options])], ...(open && { open }) };
  });
  const gone = before.enums.filter(({ id }) => !after.enums.some((b) => b.id === id));
  return { enums: [...merged, ...gone], shared };
}

/** All options in an order that both lists have; `null` where there is none. */
function woven(a: readonly string[], b: readonly string[]): readonly string[] | null {
  const all: string[] = [];
  const rest: readonly [string[], string[]] = [[...a], [...b]];
  while (rest[0].length + rest[1].length > 0) {
    const next = rest
      .flatMap(([first]) => first ?? [])
      .find((option) => rest.every((list) => list.indexOf(option) <= 0));
    if (next === undefined) return null;
    all.push(next);
    for (const list of rest) if (list[0] === next) list.shift();
  }
  return all;
}
