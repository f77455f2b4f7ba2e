import type { Type } from '../../../runtime/types.ts';
import { array, type Code, object } from './code.ts';
import { key, quoted } from './names.ts';

/** Plain JSON as an expression. Keys with the value `undefined` are left out. */
export function plain(value: unknown): Code {
  if (Array.isArray(value)) return array(value.map(plain));
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).filter(([, item]) => item !== undefined);
  return object(fields.map(([name, item]) => [key(name), plain(item)]));
}

export function typeLiteral(type: Type): Code {
  return plain(type);
}
