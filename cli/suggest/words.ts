import { type Goal, type Item, type Place, type Policy, wording } from '../../compiler/index.ts';
import type { Texts } from '../texts/texts.ts';
import { resultsText } from '../coverage/text.ts';

/** What a goal is about and what is asked of it. */
export interface Named {
  readonly key: string;
  readonly text: string;
  /** Id of the item or node it is about. */
  readonly id: string;
}

/** Goals of a policy in words, by their keys. */
export function goalWords(
  policy: Policy,
  items: readonly Item[],
  goals: readonly Goal[],
  places: ReadonlyMap<string, Place>,
  texts: Texts,
): ReadonlyMap<string, Named> {
  const words = new Map<string, Named>();
  for (const { kind, id, wanted, text } of items)
    for (const result of wanted) {
      const key = `${kind} ${id} ${result}`;
      const about = text[texts.language];
      words.set(key, { key, id, text: texts.suggest.result(about, resultsText([result], texts)) });
    }
  for (const { key, kind, node } of goals) {
    const own = wording(node, policy.names, texts.language).trim();
    const rule = places.get(node.id)?.rule;
    const named = rule ? policy.names[rule]?.[texts.language] : undefined;
    const about = own.length > 1 && own.length < 40 ? own : (named ?? own);
    words.set(key, { key, id: node.id, text: texts.suggest.goals[kind](about || node.id) });
  }
  return words;
}
