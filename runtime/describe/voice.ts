import type { RuleTrace } from '../decision.ts';
import type { PolicyMeta } from '../types.ts';
import { en } from './en.ts';
import { isNamed, keyNamer, namer } from './names.ts';
import type { Lang, NameOf, Words } from './words.ts';
import { zh } from './zh.ts';

/** A language, with the names of one policy in it. */
export interface Voice {
  readonly words: Words;
  readonly nameOf: NameOf;
  /** Of the values that a stage groups by. */
  readonly keyOf: NameOf;
  readonly isNamed: (id: RuleTrace['id']) => boolean;
}

const WORDS: { readonly [lang in Lang]: Words } = { zh, en };

export const voiceOf = (meta: PolicyMeta, lang: Lang): Voice => ({
  words: WORDS[lang],
  nameOf: namer(meta, lang),
  keyOf: keyNamer(meta, lang),
  isNamed: (id) => isNamed(meta, id),
});
