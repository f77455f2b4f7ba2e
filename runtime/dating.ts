import type { FactMeta, Id } from './types.ts';

/** The fact that dates a record of a kind: the first date that every one of them has (`可无` ones date nothing). */
export const datingFact = (facts: readonly FactMeta[]): Id | undefined =>
  facts.find(({ type, optional }) => type.t === 'date' && !optional)?.id;
