import type { Applicant } from '../../compiler/index.ts';
import type { Type } from '../../runtime/types.ts';
import type { PolicyNames } from '../policy/names.ts';
import type { Texts } from '../texts/texts.ts';
import { differing, type Ground } from './yaml.ts';

type Values = { readonly [id: string]: unknown };

const MOST = 3;

/** An applicant in a few words: what is different from the complete record. */
export function applicantWords(
  applicant: Applicant,
  ground: Ground,
  names: PolicyNames,
  texts: Texts,
): string {
  const base = ground.base[applicant.subject] ?? {};
  const gone = Object.keys(base).filter((fact) => !(fact in applicant.facts));
  const given: Values = { ...ground.circumstances, ...ground.parameters, ...base };
  const put = {
    ...differing(applicant.facts, base),
    ...differing(applicant.parameters, ground.parameters),
    ...differing(applicant.circumstances, ground.circumstances),
  };
  const said = [
    ...(applicant.asOf === ground.asOf ? [] : [texts.suggest.asOf(applicant.asOf)]),
    ...Object.entries(put).map(([id, value]) => valueWords(id, value, given[id], names, texts)),
    ...gone.map((id) => texts.suggest.notKnown(names.label(id))),
    ...Object.entries(applicant.events).map(([id, date]) => `${names.label(id)} ${String(date)}`),
  ];
  const first = said.slice(0, MOST);
  if (first.length === 0) return texts.suggest.asBase;
  return said.length > MOST ? texts.suggest.andMore(first, said.length) : first.join(texts.suggest.comma);
}

function valueWords(
  id: string,
  value: unknown,
  given: unknown,
  names: PolicyNames,
  { suggest }: Texts,
): string {
  const label = names.label(id);
  if (value === true) return label;
  if (value === false) return suggest.not(label);
  if (value === null || (Array.isArray(value) && value.length === 0)) return suggest.none(label);
  const type = typeOf(id, names);
  const word = (one: unknown): string =>
    type && (type.t === 'enum' || type.t === 'set') ? names.label(String(one), type.enum) : plain(one);
  const less = type?.t === 'set' ? onlyWithout(value, given) : [];
  if (less.length > 0) return suggest.without(label, less.map(word).join(suggest.comma));
  return `${label} ${Array.isArray(value) ? value.slice(0, 2).map(word).join(suggest.comma) : word(value)}`;
}

/** What is taken from a list, where little is and nothing comes in its place. */
function onlyWithout(value: unknown, given: unknown): readonly unknown[] {
  if (!Array.isArray(value) || !Array.isArray(given)) return [];
  const less = given.filter((one) => !value.includes(one));
  return less.length <= value.length && value.every((one) => given.includes(one)) ? less : [];
}

const plain = (value: unknown): string => (typeof value === 'object' ? '…' : String(value));

function typeOf(id: string, { meta }: PolicyNames): Type | undefined {
  const facts = [
    ...meta.subjects.flatMap((subject) => subject.facts),
    ...meta.circumstances,
    ...meta.parameters,
  ];
  return facts.find((fact) => fact.id === id)?.type;
}
