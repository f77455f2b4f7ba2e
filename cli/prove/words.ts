import type { Finding, Question, Witness } from '../../compiler/index.ts';
import type { Type } from '../../runtime/types.ts';
import { unitAfter } from '../../runtime/unit-names.ts';
import type { PolicyNames } from '../policy/names.ts';
import type { Texts } from '../texts/texts.ts';

/** What is asked, in the words of the notice. */
export function questionText(question: Question, names: PolicyNames, { prove }: Texts): string {
  switch (question.k) {
    case 'assertion':
      return names.label(question.id);
    case 'tier':
    case 'reachable':
      return prove.questions[question.k](names.label(question.programme));
    case 'rows':
      return prove.questions.rows(names.label(question.of));
    case 'exceptions':
    case 'useful':
      return prove.questions[question.k](names.label(question.id.slice(0, question.id.lastIndexOf('.'))));
  }
}

/** A changed value of a witness with its name, in the words of the notice. */
export interface Shown {
  readonly name: string;
  readonly value: string;
}

export function shownOf(
  witness: Pick<Witness, 'changed' | 'raw' | 'binding'>,
  names: PolicyNames,
  texts: Texts,
): readonly Shown[] {
  return witness.changed.map((key) =>
    shownAt(key, witness.raw.get(key), witness.binding.subject, names, texts),
  );
}

/** A value under the key of its fact, parameter or date. */
export function shownAt(
  key: string,
  value: unknown,
  subject: string | undefined,
  names: PolicyNames,
  texts: Texts,
): Shown {
  if (key === 'asOf') return { name: texts.prove.asOf, value: String(value) };
  const id = key.slice(key.indexOf('.') + 1);
  const type = typeOf(key, subject, names);
  return { name: names.label(id), value: type ? valueText(value, type, id, names, texts) : String(value) };
}

function typeOf(key: string, subject: string | undefined, { meta }: PolicyNames): Type | undefined {
  const id = key.slice(key.indexOf('.') + 1);
  if (key.startsWith('circumstances.')) return meta.circumstances.find((one) => one.id === id)?.type;
  if (key.startsWith('parameters.')) return meta.parameters.find((one) => one.id === id)?.type;
  return meta.subjects.find((one) => one.id === subject)?.facts.find((one) => one.id === key)?.type;
}

/** A value as it stands in data, for people. `owner`: the fact, by which the fields of a list are named. */
function valueText(value: unknown, type: Type, owner: string, names: PolicyNames, texts: Texts): string {
  const { prove } = texts;
  if (value === null || value === undefined) return prove.nothing;
  const inner = (one: unknown, of: Type): string => valueText(one, of, owner, names, texts);
  switch (type.t) {
    case 'bool':
      return value === true ? prove.yes : prove.no;
    case 'rate':
      return inner(value, type.of);
    case 'money':
      return prove.yuan(String(value));
    case 'qty':
      return `${String(value)} ${unitAfter(String(value), type.unit, names.label(type.unit), names.language)}`;
    case 'enum':
      return names.label(String(value), type.enum);
    case 'set':
      return listText(value, (item) => inner(item, { t: 'enum', enum: type.enum }), texts);
    case 'list':
      return listText(value, (item) => inner(item, type.of), texts);
    case 'record': {
      const row = value as { readonly [field: string]: unknown };
      const fields = type.fields.map(
        (field) => `${names.label(field.id, owner)} ${inner(row[field.id], field.type)}`,
      );
      return `{${fields.join(', ')}}`;
    }
    default:
      return String(value);
  }
}

function listText(value: unknown, item: (one: unknown) => string, { prove }: Texts): string {
  const items = Array.isArray(value) ? value.map(item) : [];
  return items.length === 0 ? prove.empty : items.join(prove.separator);
}

/** Why proofs do not reach a place, with its line and clauses. */
export function beyondText({ beyond }: Finding, { prove }: Texts): readonly string[] {
  return beyond.map(({ why, origin }) => prove.because(prove.outside[why], origin.line, origin.cites));
}
