import type { Events } from '../../runtime/evaluator.ts';
import { readRequired, readStdin } from '../files/policies.ts';
import { YamlFile } from '../files/yaml.ts';
import type { Texts } from '../texts/texts.ts';

/** Dates of what has happened, by step: a mapping in YAML or JSON (which is YAML), perhaps under `events:`. */
export async function readEvents(path: string, texts: Texts): Promise<Events> {
  const text = path === '-' ? await readStdin(texts) : await readRequired(path, texts);
  const file = new YamlFile(path, text, texts);
  const top = file.mapping(file.value, []);
  const events = 'events' in top ? file.mapping(top.events, ['events']) : top;
  return events as Events;
}
