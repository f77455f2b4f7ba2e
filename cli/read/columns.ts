import { nearest } from '../../compiler/index.ts';
import type { FactMeta, Id, PolicyMeta, Type } from '../../runtime/types.ts';
import { ID_NAMES } from '../../runtime/input/identity.ts';
import { factsByName } from '../policy/names.ts';

/** Where the text of a column goes. */
export interface Target {
  readonly fact: Id;
  /** The fact as the header writes it, for messages. */
  readonly written: string;
  /** Key of a keyed fact, from `历年等次.2021`. */
  readonly key: string | null;
  readonly type: Type;
}

export interface ColumnPlan {
  /** One for each column of the header; null: not read. */
  readonly targets: readonly (Target | null)[];
  /** The column that says who a row is about. */
  readonly id: number | null;
  readonly problems: readonly ColumnProblem[];
  /** Columns that are nothing of the policy's and resemble nothing of it. */
  readonly unused: readonly string[];
}

export type ColumnProblem =
  | { readonly why: 'duplicate'; readonly name: Id; readonly one: string; readonly other: string }
  | { readonly why: 'near'; readonly column: string; readonly near: string }
  | { readonly why: 'none' }
  | { readonly why: 'noIdColumn'; readonly column: string };

export interface ColumnWishes {
  readonly id?: string | undefined;
  readonly ignore: readonly string[];
}

export const idNames: readonly string[] = ID_NAMES;

/** Matches a header (Chinese or English names) with the facts of a subject. */
export function planColumns(
  header: readonly string[],
  facts: readonly FactMeta[],
  meta: PolicyMeta,
  wishes: ColumnWishes,
): ColumnPlan {
  const byName = factsByName(facts, meta);
  const id = idColumn(header, byName, wishes.id);
  const targets = header.map((name) => (wishes.ignore.includes(name) ? null : targetOf(name, byName)));
  const unread = header.filter(
    (name, at) => targets[at] === null && at !== id && name !== '' && !wishes.ignore.includes(name),
  );
  const near = unread.flatMap((column) => nearProblem(column, header, byName));
  const problems: ColumnProblem[] = [...duplicates(header, targets), ...near];
  if (wishes.id !== undefined && id === null) problems.push({ why: 'noIdColumn', column: wishes.id });
  if (targets.every((target) => target === null)) problems.push({ why: 'none' });
  return {
    targets,
    id,
    problems,
    unused: unread.filter((name) => !near.some(({ column }) => column === name)),
  };
}

function idColumn(
  header: readonly string[],
  byName: ReadonlyMap<string, FactMeta>,
  wished: string | undefined,
): number | null {
  const names = wished === undefined ? idNames.filter((name) => !byName.has(name)) : [wished];
  const at = header.findIndex((name) => names.includes(name));
  return at < 0 ? null : at;
}

function targetOf(name: string, byName: ReadonlyMap<string, FactMeta>): Target | null {
  const whole = byName.get(name);
  if (whole) return { fact: whole.id, written: name, key: null, type: whole.type };
  const dot = name.indexOf('.');
  const keyed = dot < 0 ? undefined : byName.get(name.slice(0, dot));
  if (keyed?.type.t !== 'keyed') return null;
  return { fact: keyed.id, written: name.slice(0, dot), key: name.slice(dot + 1), type: keyed.type.of };
}

const targetName = ({ fact, key }: Target): string => (key === null ? fact : `${fact}.${key}`);

function duplicates(
  header: readonly string[],
  targets: readonly (Target | null)[],
): readonly ColumnProblem[] {
  const seen = new Map<string, string>();
  return targets.flatMap((target, at): ColumnProblem[] => {
    if (!target) return [];
    const other = header[at] ?? '';
    const one = seen.get(targetName(target));
    seen.set(targetName(target), one ?? other);
    return one === undefined ? [] : [{ why: 'duplicate', name: targetName(target), one, other }];
  });
}

/** A column that is almost a fact is taken for a slip only if that fact has no column of its own. */
function nearProblem(
  column: string,
  header: readonly string[],
  byName: ReadonlyMap<string, FactMeta>,
): readonly { readonly why: 'near'; readonly column: string; readonly near: string }[] {
  const taken = new Set(header.map((name) => byName.get(name)?.id));
  const free = [...byName].filter(([, fact]) => !taken.has(fact.id)).map(([name]) => name);
  const near = nearest(column, free);
  return near !== undefined && resembles(column, near) ? [{ why: 'near', column, near }] : [];
}

/** At least two thirds of the characters in common: 姓名 is no slip for 性别. */
function resembles(a: string, b: string): boolean {
  const own = [...a.toLowerCase()];
  const other = [...b.toLowerCase()];
  const shared = own.filter((char) => {
    const at = other.indexOf(char);
    if (at >= 0) other.splice(at, 1);
    return at >= 0;
  });
  return shared.length * 3 >= Math.max([...a].length, [...b].length) * 2;
}
