import type { PolicyMeta } from '../types.ts';
import type { Lang, NameOf } from './words.ts';

/** Paths of warnings begin with a section; its name is not of the policy's. */
const SECTIONS = /^(programmes\.[^.]+\.amounts|procedures\.[^.]+|events)\./;

/** A part of a rule (`aid.illness#2`) has no name of its own. */
const PART = /#\d+$/;

/**
 * Names of a policy in one language; the other language's where there is none, then the id. A place inside a fact
 * (`riskNotices[1].level`) is named by the fact, its place kept; a part of a rule by the rule, or by the nearest thing
 * around it that has a name.
 */
export function namer(meta: PolicyMeta, lang: Lang): NameOf {
  const own = (id: string): string | undefined => {
    const name = Object.hasOwn(meta.names, id) ? meta.names[id] : undefined;
    return name?.[lang] ?? name?.[lang === 'zh' ? 'en' : 'zh'];
  };
  const kinds = new Set(meta.subjects.map((subject) => subject.id));
  /** Facts of other records (`pair[A1].from`) go by their names too. */
  const inRecord = (kind: string, rest: string): string =>
    kinds.has(kind) ? rest.replace(/\.([^.[\]]+)$/, (_, fact: string) => `.${own(fact) ?? fact}`) : rest;
  const around = (id: string): string | undefined => {
    for (let at = id; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
      const name = own(at);
      if (name !== undefined) return name;
    }
    return undefined;
  };
  return (path) => {
    if (path === 'id') return lang === 'zh' ? '编号' : 'id';
    const id = path.replace(SECTIONS, '').replace(PART, '');
    if (PART.test(path)) return around(id) ?? id;
    const inner = id.search(/[[.]/);
    const whole = own(id);
    if (whole !== undefined || inner < 0) return whole ?? id;
    const owner = own(id.slice(0, inner));
    const key = /^\.(\d{4}(?:-\d\d)?)$/.exec(id.slice(inner))?.[1];
    // One year or month of a fact that is given by years or months.
    if (owner !== undefined && key !== undefined)
      return lang === 'zh' ? `${owner}（${key}）` : `${owner} (${key})`;
    return owner === undefined ? id : owner + inRecord(id.slice(0, inner), id.slice(inner));
  };
}

/** Names of grouping keys, which decisions print as they are: an option by its name, anything else as it stands. */
export function keyNamer(meta: PolicyMeta, lang: Lang): NameOf {
  return (key) => {
    const ids = meta.enums
      .filter(({ options }) => options.includes(key))
      .map(({ id }) => meta.names[`${id}.${key}`]);
    const names = new Set(ids.map((name) => name?.[lang] ?? name?.[lang === 'zh' ? 'en' : 'zh'] ?? key));
    // Two lists of options that call it differently: which one is meant is not known here.
    const [only = key] = names;
    return names.size === 1 ? only : key;
  };
}

/** Whether the policy gives it a name. */
export const isNamed = (meta: PolicyMeta, id: string): boolean => Object.hasOwn(meta.names, id);
