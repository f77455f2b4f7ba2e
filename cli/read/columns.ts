import { nearest } from '../../compiler/index.ts';
import type { FactMeta, Id, PolicyMeta, Type } from '../../runtime/types.ts';
import { ID_NAMES } from '../../runtime/input/identity.ts';
import { factsByName } from '../policy/names.ts';

/** Where the text of a column goes. */
export interface Target {
  readonly fact: Id;
  /** The fact as the header writes it, for messages. */
  readonly written: string;
  /** The whole heading. */
  readonly header: string;
  /** Key of a keyed fact, from `历年等次.2021`. */
  readonly key: string | null;
  readonly type: Type;
  /**
   * What the column says besides the fact's own one: `none`, from `去世日期.无`: whether there surely is none. `fen`, from
   * `月收入.分`: the fact itself, counted in fen.
   */
  readonly part?: 'none' | 'fen';
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
  if (whole) return { fact: whole.id, written: name, header: name, key: null, type: whole.type };
  const dot = name.indexOf('.');
  const fact = dot < 0 ? undefined : byName.get(name.slice(0, dot));
  if (fact === undefined) return null;
  const [written, rest] = [name.slice(0, dot), name.slice(dot + 1)];
  if (fact.type.t === 'keyed') return { fact: fact.id, written, header: name, key: rest, type: fact.type.of };
  const part = fact.optional ? PARTS.get(rest) : undefined;
  if (part === 'none') return { fact: fact.id, written, header: name, key: null, type: { t: 'bool' }, part };
  if (fact.type.t !== 'money' || PARTS.get(rest) !== 'fen') return null;
  return { fact: fact.id, written, header: name, key: null, type: { t: 'money' }, part: 'fen' };
}

const PARTS: ReadonlyMap<string, 'none' | 'fen'> = new Map([
  ['无', 'none'],
  ['none', 'none'],
  ['分', 'fen'],
  ['fen', 'fen'],
]);

/** What may be said once: a fact by whatever name and in whatever unit, one key of it, whether there is none. */
const targetName = ({ fact, key, part }: Target): string =>
  key !== null ? `${fact}.${key}` : part === 'none' ? `${fact}.none` : fact;

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
