import type { Expr } from '../ir/expressions.ts';
import type { Policy } from '../ir/policy.ts';
import { nameOf, wording } from '../ir/wording.ts';
import type { Words } from './example.ts';

/** An expression in the notice's words: what a labelled line says, not what it is called. */
export function wordsOf(e: Expr, policy: Policy): Words {
  const said = e.k === 'rule' && !isGroup(e.body) ? e.body : e;
  return { zh: wording(said, policy.names, 'zh'), en: wording(said, policy.names, 'en') };
}

export function namesOf(id: string, policy: Policy): Words {
  return { zh: nameOf(policy.names, id, 'zh'), en: nameOf(policy.names, id, 'en') };
}

const isGroup = (e: Expr): boolean => ['all', 'any', 'atLeast', 'except', 'guard'].includes(e.k);
