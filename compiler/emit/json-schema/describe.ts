import type { FactMeta, Name, Type } from '../../../runtime/types.ts';
import type { Schema } from './values.ts';

/** Names by id, as the policy gives them. */
export type Naming = (id: string) => Name | undefined;

type Described = Pick<FactMeta, 'id' | 'type' | 'proof' | 'determiner'>;

/** Title and description in both languages: the name, what it counts, what proves it, who finds it. */
export function describe(fact: Described, naming: Naming, owner?: string): Schema {
  const name = (owner === undefined ? undefined : naming(`${owner}.${fact.id}`)) ?? naming(fact.id);
  const title = name?.zh ?? name?.en ?? fact.id;
  return { title, description: description(fact, name, naming) };
}

function description(fact: Described, name: Name | undefined, naming: Naming): string {
  const counts = countedIn(fact.type, naming);
  const zh = [name?.zh ?? fact.id, counts?.zh, fact.proof && `凭${fact.proof}`, by(fact, '由', '认定')];
  const en = [
    name?.en ?? fact.id,
    counts?.en,
    fact.proof && `proved by ${fact.proof}`,
    by(fact, 'determined by ', ''),
  ];
  return `${zh.filter(Boolean).join('，')} / ${en.filter(Boolean).join(', ')}`;
}

function by({ determiner }: Described, before: string, after: string): string | undefined {
  return determiner === undefined ? undefined : before + determiner + after;
}

/** The unit in which a number is given. */
function countedIn(type: Type, naming: Naming): { readonly zh: string; readonly en: string } | undefined {
  if (type.t === 'money') return { zh: '元，至多两位小数', en: 'yuan, at most two decimals' };
  if (type.t === 'rate' || type.t === 'list' || type.t === 'keyed') return countedIn(type.of, naming);
  if (type.t !== 'qty') return undefined;
  const unit = naming(type.unit);
  return { zh: `单位：${unit?.zh ?? type.unit}`, en: `in ${unit?.en ?? type.unit}` };
}
