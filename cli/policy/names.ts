import { type Voice, voiceOf } from '../../runtime/describe/voice.ts';
import type { FactMeta, Id, PolicyMeta } from '../../runtime/types.ts';
import type { Language } from '../console/language.ts';

/** Names of a policy's things: what people call an id, and which ids a name may mean. */
export class PolicyNames {
  /** The runtime's words for reasons and warnings, with this policy's names in them. */
  readonly voice: Voice;

  constructor(
    readonly meta: PolicyMeta,
    readonly language: Language,
    /** Rows of all tables, in the order of the notice; needed for totals only. */
    readonly tiers: readonly Id[] = [],
  ) {
    this.voice = voiceOf(meta, language);
  }

  /** The name shown to people; `scope` is the enumeration or list that an option or a field belongs to. */
  label(id: Id, scope?: Id): string {
    const name = this.meta.names[scope === undefined ? id : `${scope}.${id}`] ?? this.meta.names[id];
    const own = this.language === 'zh' ? (name?.zh ?? name?.en) : (name?.en ?? name?.zh);
    return own ?? lastPart(id);
  }

  /** Whether a name written in a case or a clause list means this id: the id itself, its last part, or either name. */
  means(written: string, id: Id): boolean {
    const name = this.meta.names[id];
    const wanted = squeeze(written);
    return [id, lastPart(id), name?.zh, name?.en].some((own) => own !== undefined && squeeze(own) === wanted);
  }

  find(written: string, ids: Iterable<Id>): Id | undefined {
    const all = [...ids];
    return all.find((id) => id === written) ?? all.find((id) => this.means(written, id));
  }
}

const lastPart = (id: Id): string => id.slice(id.lastIndexOf('.') + 1);

/** Spaces mean nothing in a name: `20年至29年` is `20 年 至 29 年`. */
const squeeze = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, '');

/** Facts of a subject under both their names. A later fact never takes over the name of an earlier one. */
export function factsByName(facts: readonly FactMeta[], meta: PolicyMeta): ReadonlyMap<string, FactMeta> {
  const found = new Map<string, FactMeta>();
  for (const fact of facts) {
    const name = meta.names[fact.id];
    for (const one of [fact.id, name?.zh, name?.en])
      if (one !== undefined && !found.has(one)) found.set(one, fact);
  }
  return found;
}

/** An object's known keys turned into fact ids; unknown keys stay, for the input reader to report. */
export function underIds(
  value: { readonly [name: string]: unknown },
  facts: ReadonlyMap<string, FactMeta>,
): { [id: Id]: unknown } {
  const entries = Object.entries(value).map(([name, item]) => [facts.get(name)?.id ?? name, item] as const);
  return Object.fromEntries(entries);
}
