import { type Coverage, coverageOf, type Excuse, type Item, type Seen } from '../../compiler/index.ts';
import type { Outcome, TestedPolicy } from '../cases/bench.ts';
import type { Uncoverable } from '../cases/uncoverable.ts';

/** What all cases together reached of a policy. */
export function measure({ items, bench }: TestedPolicy, outcomes: readonly Outcome[]): Coverage {
  const excuses = bench.cases.uncoverable.map((one) => excuseOf(one, items, bench));
  return coverageOf(items, together(outcomes.map(({ seen }) => seen)), excuses);
}

function together(parts: readonly Seen[]): Seen {
  const all = new Map<string, Set<string>>();
  for (const part of parts)
    for (const [key, results] of part) {
      const before = all.get(key) ?? new Set<string>();
      for (const result of results) before.add(result);
      all.set(key, before);
    }
  return all;
}

/** The item that an entry under `uncoverable` names: by id, the last part of it, either name, or its words. */
function excuseOf(one: Uncoverable, items: readonly Item[], bench: TestedPolicy['bench']): Excuse {
  const { file, names } = bench;
  const ofKind = items.filter(({ kind }) => kind === one.kind);
  const found =
    ofKind.find(({ id }) => id === one.name) ??
    ofKind.find(({ id, text }) => names.means(one.name, id) || text.zh === one.name || text.en === one.name);
  if (!found) return file.refuse([...one.path, one.kind], file.texts.yaml.oneOf(ofKind.map(({ id }) => id)));
  const strange = one.results.findIndex((result) => !found.wanted.includes(result));
  if (strange >= 0)
    return file.refuse([...one.path, 'results', strange], file.texts.yaml.oneOf(found.wanted));
  return { item: found, results: one.results, why: one.why };
}
