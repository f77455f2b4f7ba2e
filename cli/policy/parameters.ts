import { besidePolicy, type PolicyPlace, readRequired } from '../files/policies.ts';
import { YamlFile } from '../files/yaml.ts';
import type { Texts } from '../texts/texts.ts';

type Values = { readonly [name: string]: unknown };

/** What `parameters.yaml` holds. */
export interface Parameters {
  readonly path: string;
  readonly asOf: string | undefined;
  readonly parameters: Values;
  readonly circumstances: Values;
}

/** The file named, or `parameters.yaml` beside the policy where there is one. */
export async function readParameters(
  policy: PolicyPlace,
  named: string | undefined,
  texts: Texts,
): Promise<Parameters | null> {
  const path = named ?? besidePolicy(policy.path, 'parameters.yaml');
  const text = named === undefined ? await policy.read(path) : await readRequired(path, texts);
  if (text === undefined) return null;
  const file = new YamlFile(path, text, texts);
  const top = file.mapping(file.value, []);
  file.onlyKeys(top, ['asOf', 'parameters', 'circumstances'], []);
  return {
    path,
    asOf: file.text(top.asOf, ['asOf']),
    parameters: file.mapping(top.parameters, ['parameters']),
    circumstances: file.mapping(top.circumstances, ['circumstances']),
  };
}

/** A file that is all circumstances: names and values, or these under `circumstances:`. */
export async function readCircumstances(path: string, texts: Texts): Promise<Values> {
  const file = new YamlFile(path, await readRequired(path, texts), texts);
  const top = file.mapping(file.value, []);
  return 'circumstances' in top ? file.mapping(top.circumstances, ['circumstances']) : top;
}
