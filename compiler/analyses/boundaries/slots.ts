import type { FactMeta, PolicyMeta, Type } from '../../../runtime/types.ts';
import type { Applicant, Values } from './applicant.ts';

export type Part = 'facts' | 'parameters' | 'circumstances' | 'events';

/** One place in an applicant's data that can be changed by itself. */
export interface Slot {
  readonly part: Part | 'asOf';
  readonly path: readonly (string | number)[];
  readonly type: Type;
  readonly optional: boolean;
  /** Whether the value as a whole stands here, and may be withheld. */
  readonly whole: boolean;
}

const DATE: Type = { t: 'date' };

/** Every place of an applicant: facts, elements of lists, fields of records, parameters, circumstances, the date, steps. */
export function slotsOf(applicant: Applicant, meta: PolicyMeta, steps: readonly string[]): readonly Slot[] {
  const facts = meta.subjects.find(({ id }) => id === applicant.subject)?.facts ?? [];
  const parameters = meta.parameters.map((one): FactMeta => ({ ...one, optional: false }));
  return [
    ...facts.flatMap((fact) => within('facts', fact, applicant.facts)),
    ...meta.circumstances.flatMap((fact) => within('circumstances', fact, applicant.circumstances)),
    ...parameters.flatMap((fact) => within('parameters', fact, applicant.parameters)),
    { part: 'asOf', path: [], type: DATE, optional: false, whole: false },
    ...steps.map(
      (step): Slot => ({ part: 'events', path: [step], type: DATE, optional: false, whole: true }),
    ),
  ];
}

function within(part: Part, { id, type, optional }: FactMeta, values: Values): readonly Slot[] {
  const own: Slot = { part, path: [id], type, optional, whole: true };
  return [own, ...inside(part, [id], type, values[id])];
}

function inside(part: Part, path: Slot['path'], type: Type, value: unknown): readonly Slot[] {
  if (typeof value !== 'object' || value === null) return [];
  const slot = (key: string | number, of: Type, optional = false): Slot => ({
    part,
    path: [...path, key],
    type: of,
    optional,
    whole: false,
  });
  if (type.t === 'list' && Array.isArray(value) && value.length > 0) {
    if (type.of.t !== 'record') return [slot(0, type.of)];
    const [first] = value as readonly unknown[];
    return type.of.fields.flatMap((field) => [
      { ...slot(0, field.type, field.optional), path: [...path, 0, field.id] },
      ...inside(part, [...path, 0, field.id], field.type, valueAt(first, [field.id])),
    ]);
  }
  if (type.t === 'keyed') return Object.keys(value).map((key) => slot(key, type.of));
  return [];
}

export function valueAt(value: unknown, path: Slot['path']): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as { [key: string]: unknown })[key] : undefined,
    value,
  );
}

export const valueIn = (applicant: Applicant, { part, path }: Slot): unknown =>
  part === 'asOf' ? applicant.asOf : valueAt(applicant[part], path);

/** The applicant with another value there; `undefined` takes it away. */
export function changed(applicant: Applicant, { part, path }: Slot, value: unknown): Applicant {
  if (part === 'asOf') return { ...applicant, asOf: String(value) };
  return { ...applicant, [part]: put(applicant[part], path, value) };
}

function put(holder: unknown, [key, ...rest]: Slot['path'], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(holder)) return holder.map((item, at) => (at === key ? put(item, rest, value) : item));
  const next = { ...(holder as Values) };
  const inner = rest.length === 0 ? value : put(next[key], rest, value);
  if (inner === undefined) delete next[key];
  else next[key] = inner;
  return next;
}
