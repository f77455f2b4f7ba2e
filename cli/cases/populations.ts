import type { Id } from '../../runtime/types.ts';
import type { YamlPath } from '../files/yaml.ts';
import type { PolicyCase } from './read.ts';
import { type Bench, recordOf } from './record.ts';

type Populations = { readonly [kind: string]: unknown };

/**
 * The other records of a case: by kind a list of records, or `{ items, complete: false }`; those of the file stand where the
 * case gives none, and `null` takes them away. Each is the base record of its kind with the facts written; `without` among
 * them takes facts away.
 */
export function populationsOf(bench: Bench, one: PolicyCase): { readonly populations?: Populations } {
  const { file, names, evaluator } = bench;
  const kinds = evaluator.meta.subjects.map(({ id }) => id);
  const found = new Map<Id, unknown>();
  const take = (written: Populations, path: YamlPath): void => {
    for (const [name, value] of Object.entries(written)) {
      const kind = names.find(name, kinds) ?? file.refuse([...path, name], file.texts.yaml.oneOf(kinds));
      if (value === null) found.delete(kind);
      else found.set(kind, recordsOf(bench, kind, value, [...path, name]));
    }
  };
  take(bench.cases.populations, ['populations']);
  take(one.populations, [...one.path, 'populations']);
  return found.size === 0 ? {} : { populations: Object.fromEntries(found) };
}

function recordsOf(bench: Bench, kind: Id, value: unknown, path: YamlPath): unknown {
  const { file } = bench;
  const listed = Array.isArray(value) ? { items: value as unknown } : file.mapping(value, path);
  file.onlyKeys(listed, ['items', 'complete'], path);
  const at = Array.isArray(value) ? path : [...path, 'items'];
  const items = file.list(listed.items, at).map((item, place) => {
    const here = [...at, place];
    const { without, ...facts } = file.mapping(item, here);
    return recordOf(bench, kind, { with: facts, without: file.names(without, [...here, 'without']) });
  });
  return { ...listed, items };
}
