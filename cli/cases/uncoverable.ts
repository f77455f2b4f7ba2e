import type { ItemKind } from '../../compiler/index.ts';
import type { YamlFile, YamlPath } from '../files/yaml.ts';

/** Results of a thing of the policy that no case can reach, with the reason. */
export interface Uncoverable {
  readonly path: YamlPath;
  readonly kind: ItemKind;
  readonly name: string;
  readonly results: readonly string[];
  readonly why: string;
}

const itemKinds: readonly ItemKind[] = [
  'programme',
  'rule',
  'branch',
  'row',
  'route',
  'grant',
  'amount',
  'document',
  'deadline',
  'stage',
  'step',
  'duty',
];

/** `{ rule: NAME, results: [yes], why: TEXT }`. */
export function readUncoverable(file: YamlFile, value: unknown, path: YamlPath): Uncoverable {
  const item = file.mapping(value, path);
  file.onlyKeys(item, [...itemKinds, 'results', 'why'], path);
  const kinds = itemKinds.filter((kind) => item[kind] !== undefined);
  const [kind = file.refuse(path, file.texts.yaml.oneOf(itemKinds)), ...others] = kinds;
  if (others.length > 0) file.refuse([...path, others[0] ?? kind], file.texts.yaml.oneOf(itemKinds));
  return {
    path,
    kind,
    name: file.text(item[kind], [...path, kind]) ?? file.lacks(path, kind),
    results: file.names(item.results ?? file.lacks(path, 'results'), [...path, 'results']),
    why: file.text(item.why, [...path, 'why']) ?? file.lacks(path, 'why'),
  };
}

/** A mutant that no case need notice, with the reason. */
export interface Survivor {
  readonly mutant: string;
  readonly why: string;
}

/** `{ mutant: ID, why: TEXT }`, or `{ mutant: [ID, ID], why: TEXT }` where one reason is that of several. */
export function readSurvivors(file: YamlFile, value: unknown, path: YamlPath): readonly Survivor[] {
  const item = file.mapping(value, path);
  file.onlyKeys(item, ['mutant', 'why'], path);
  const mutants = file.names(item.mutant ?? file.lacks(path, 'mutant'), [...path, 'mutant']);
  const why = file.text(item.why, [...path, 'why']) ?? file.lacks(path, 'why');
  return mutants.map((mutant) => ({ mutant, why }));
}
