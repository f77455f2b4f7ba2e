import type { Id } from '../../runtime/types.ts';
import type { Expr, Origin } from '../ir/expressions.ts';
import type { Policy } from '../ir/policy.ts';
import type { Change, Side } from './change.ts';
import { differences, moved } from './figures.ts';
import type { Keys } from './keys.ts';
import { type ChangeKind, kinds } from './kinds.ts';
import { type Entry, type Matched, match } from './match.ts';
import type { Text } from './text.ts';
import { unlike } from './unlike.ts';
import { path, said, same, side, text } from './words.ts';

/** Two versions of a policy, with what makes their pieces comparable. */
export interface Versions {
  readonly before: Policy;
  readonly after: Policy;
  readonly old: Keys;
  readonly fresh: Keys;
}

/** Where something stands: ids for programs, words for people. */
export interface Place {
  readonly at: Id;
  readonly owner: Id;
  readonly words: Text;
}

type Overrides = Partial<Pick<Change, 'app' | 'decides' | 'by'>>;

export function change(
  kind: ChangeKind,
  place: Place,
  before: Side | null,
  after: Side | null,
  overrides: Overrides = {},
): Change {
  const { app, decides } = kinds[kind];
  return {
    kind,
    at: place.at,
    owner: place.owner,
    place: place.words,
    before,
    after,
    app,
    decides,
    ...overrides,
  };
}

export const inside = (place: Place, words: Text, at: Id = place.at): Place => ({
  at,
  owner: place.owner,
  words: path(place.words, words),
});

/** Compares an expression that may be there in one version only; none where both say the same as written. */
export function expressionChange(
  kind: ChangeKind,
  place: Place,
  before: Expr | undefined,
  after: Expr | undefined,
  v: Versions,
  overrides: Overrides = {},
): readonly Change[] {
  if (v.old.written(before ?? null) === v.fresh.written(after ?? null)) return [];
  const [old, fresh] = [
    before && side(said(v.before, before), before.origin),
    after && side(said(v.after, after), after.origin),
  ];
  const apart = before && after && old?.text.zh === fresh?.text.zh ? unlike(before, after, v) : null;
  const by = before && after ? moved(differences(before, after, v.old, v.fresh), v.after) : null;
  const restated = v.old.meaning(before ?? null) === v.fresh.meaning(after ?? null);
  return [
    change(kind, place, noted(old, apart?.before), noted(fresh, apart?.after), {
      ...(by ? { by } : {}),
      ...(restated ? { decides: false } : {}),
      ...overrides,
    }),
  ];
}

function noted(side: Side | undefined, note: Text | undefined): Side | null {
  if (!side) return null;
  if (!note) return side;
  return { ...side, text: { zh: `${side.text.zh}（${note.zh}）`, en: `${side.text.en} (${note.en})` } };
}

/** Compares a setting that is written by a word. */
export function settingChange(
  kind: ChangeKind,
  place: Place,
  before: Text | null,
  after: Text | null,
  origins: { readonly before?: Origin; readonly after?: Origin } = {},
): readonly Change[] {
  if (before?.zh === after?.zh && before?.en === after?.en) return [];
  return [change(kind, place, before && side(before, origins.before), after && side(after, origins.after))];
}

interface Item {
  readonly id: Id;
  readonly origin: Origin;
}

/** Finds which item is which, by id and then by what it says. */
export function matched<T extends Item>(
  v: Versions,
  before: readonly T[],
  after: readonly T[],
  content: (item: T) => unknown = (item) => item,
): Matched<T> {
  const entries = (list: readonly T[], keys: Keys): readonly Entry<T>[] =>
    list.map((item) => ({
      id: keys.renamed(item.id),
      item,
      key: keys.written(content(item)),
      unnamed: /[.#]\d+$/.test(item.id),
    }));
  return match(entries(before, v.old), entries(after, v.fresh));
}

/** Another clause given for the same thing. */
export function clauseChange(place: Place, before: Origin, after: Origin): readonly Change[] {
  const said = (cites: readonly string[]): string => cites.join(', ');
  if (said(before.cites) === said(after.cites)) return [];
  const words = (cites: readonly string[]): Text =>
    cites.length === 0 ? text('无', 'none') : same(said(cites));
  return [change('clauseChanged', place, side(words(before.cites), before), side(words(after.cites), after))];
}
