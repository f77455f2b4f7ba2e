import type { FactMeta, PolicyMeta } from '../types.ts';
import { InputErrors, printFound } from './errors.ts';
import { expectedOnce } from './expected.ts';
import { indexOfAll } from './names.ts';
import { isObject } from './reading.ts';

/** The reserved names under which data say which record this is. */
export const ID_NAMES = ['id', '编号', 'ID'] as const;

/** A record's data with what other records call it; `null` where they do not say. */
export interface Identified {
  readonly id: string | null;
  readonly facts: unknown;
}

/** A fact of the kind that is itself called so says it; else the reserved name, which then is no fact. */
export function identified(meta: PolicyMeta, facts: readonly FactMeta[], raw: unknown): Identified {
  if (!isObject(raw)) return { id: null, facts: raw };
  const index = indexOfAll(meta, facts);
  const given = ID_NAMES.filter((name) => Object.hasOwn(raw, name) && raw[name] !== undefined);
  const reserved = given.filter((name) => !index.has(name));
  const own = given.find((name) => index.has(name));
  const [first, second] = reserved;
  if (second !== undefined && first !== undefined)
    throw new InputErrors([
      { path: second, problem: 'duplicate', found: printFound(first), expected: expectedOnce },
    ]);
  const from = own ?? first;
  const kept = Object.entries(raw).filter(([name]) => !reserved.some((one) => one === name));
  return {
    id: from === undefined ? null : readId(raw[from], from),
    facts: reserved.length === 0 ? raw : Object.fromEntries(kept),
  };
}

/** Text, or a whole number as tables of data have it; empty or `null`: it does not say. */
function readId(raw: unknown, path: string): string | null {
  if (raw === null || raw === '') return null;
  if (typeof raw === 'string') return raw.trim();
  if (Number.isSafeInteger(raw)) return String(raw);
  const expected = { zh: '编号（文字或整数）', en: 'an id, as text or a whole number' };
  throw new InputErrors([{ path, problem: 'wrongType', found: printFound(raw), expected }]);
}
