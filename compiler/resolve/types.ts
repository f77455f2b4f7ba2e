import type { Id, Name, Per, Type } from '../../runtime/types.ts';
import type { DeclaredName } from '../ast/names.ts';
import type { RateWord } from '../ast/rates.ts';
import type { BuiltinType, TypeNode } from '../ast/types.ts';

/** English half where there is one, else the Chinese: the id. */
export function idOf(name: DeclaredName): Id {
  return name.en?.text ?? name.zh?.text ?? '';
}

/** By declaration: these stay the same objects where nothing changes. */
const known = new WeakMap<DeclaredName, Name>();

/** The name as people read it. */
export function nameOf(declared: DeclaredName): Name {
  const before = known.get(declared);
  if (before) return before;
  const { zh, en } = declared;
  const name = { ...(zh ? { zh: zh.text } : {}), ...(en ? { en: en.text } : {}) };
  known.set(declared, name);
  return name;
}

export function rateOf(words: readonly RateWord[]): readonly Per[] {
  return words.map((word) => word satisfies Per);
}

const builtins: { readonly [name in Exclude<BuiltinType, 'boolean' | 'integer' | 'period'>]: Type } = {
  money: { t: 'money' },
  ratio: { t: 'ratio' },
  date: { t: 'date' },
  month: { t: 'month' },
  year: { t: 'year' },
  text: { t: 'text' },
};

/** The type of a built-in word; a period counts days unless its unit says otherwise. */
export function builtinType(name: BuiltinType): Type {
  if (name === 'boolean') return { t: 'bool' };
  if (name === 'integer') return { t: 'int' };
  if (name === 'period') return { t: 'qty', unit: 'day' };
  return builtins[name];
}

/** Wraps a scalar type as the rest of the type line says: rate and list (keys are wrapped by the caller). */
export function wrapType(base: Type, node: TypeNode): Type {
  const rated: Type = node.rate.length > 0 ? { t: 'rate', of: base, per: rateOf(node.rate) } : base;
  return node.list ? { t: 'list', of: rated } : rated;
}
