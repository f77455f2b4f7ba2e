import { IR_VERSION, type Policy } from './policy.ts';

/** A policy read from JSON, or why it cannot be used. */
export type IrReading =
  | { readonly policy: Policy }
  | { readonly problem: 'notJson' | 'notPolicy' }
  | { readonly problem: 'version'; readonly found: unknown; readonly expected: number };

/** JSON with two spaces of indentation and a final newline, keys in the order in which they were made. */
export function writeIr(policy: Policy): string {
  return `${JSON.stringify(policy, null, 2)}\n`;
}

/**
 * Reads back what `writeIr` wrote. The format version and the presence of every list are checked; expressions are not
 * type-checked again: a policy from an untrusted source must be compiled from its text.
 */
export function readIr(text: string): IrReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'notJson' };
  }
  if (typeof value !== 'object' || value === null || !('ir' in value)) return { problem: 'notPolicy' };
  if (value.ir !== IR_VERSION) return { problem: 'version', found: value.ir, expected: IR_VERSION };
  return isPolicy(value) ? { policy: value } : { problem: 'notPolicy' };
}

const LISTS = [
  'units',
  'enums',
  'parameters',
  'circumstances',
  'subjects',
  'definitions',
  'programmes',
  'procedures',
  'duties',
  'assertions',
  'transitions',
];

function isPolicy(value: object): value is Policy {
  const entries = new Map(Object.entries(value));
  if (typeof entries.get('id') !== 'string' || typeof entries.get('names') !== 'object') return false;
  return LISTS.every((list) => Array.isArray(entries.get(list)));
}
