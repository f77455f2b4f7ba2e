import { civilDate, dayNumber, isLeapYear, parseDate, printDate } from '../../../runtime/dates.ts';
import type { PolicyMeta, Type } from '../../../runtime/types.ts';
import type { Applicant, Trial, Try } from './applicant.ts';
import { milestonesOf } from './milestones.ts';
import { type Scale, scaleOf } from './scale.ts';
import { changed, type Slot, valueIn } from './slots.ts';

/** What the search wants to know when it looks for changes worth trying. */
export interface Hunt {
  readonly meta: PolicyMeta;
  readonly attempt: Try;
  /** Boundaries with a side that nobody stood on yet. */
  readonly openBoundaries: ReadonlySet<string>;
  /** Whether steps, deadlines and duties are still to be seen in time and late. */
  readonly wantsLastDays: boolean;
  /** Whether a date on the last day of a month, or on 29 February, is still looked for. */
  readonly wantsMonthEnds: boolean;
}

/** Values worth putting in a slot: every option, the edges of every open boundary it moves, none, not known. */
export function* movesAt(trial: Trial, slot: Slot, hunt: Hunt): Generator<Applicant> {
  const { applicant } = trial;
  const now = valueIn(applicant, slot);
  const text = JSON.stringify(now);
  const days = slot.type.t === 'date' && hunt.wantsLastDays ? milestonesOf(trial.decision) : [];
  for (const value of [...alternatives(slot, now, applicant, hunt), ...days])
    if (JSON.stringify(value) !== text) yield changed(applicant, slot, value);
  const scale = scaleOf(slot.type);
  const start = scale?.read(now) ?? null;
  if (scale && start !== null) yield* alongEdges(trial, slot, scale, start, hunt);
  if (slot.type.t === 'list' && Array.isArray(now) && now.length > 0)
    yield* byNumber(trial, slot, slot.type.of, now, hunt);
  if (slot.optional && now !== null) yield changed(applicant, slot, null);
  if (slot.whole && now !== undefined) yield changed(applicant, slot, undefined);
}

function alternatives(slot: Slot, now: unknown, applicant: Applicant, hunt: Hunt): readonly unknown[] {
  const { type } = slot;
  switch (type.t) {
    case 'bool':
      return [true, false];
    case 'enum':
      return optionsOf(type.enum, hunt.meta);
    case 'set':
      return sets(optionsOf(type.enum, hunt.meta), now);
    case 'list':
      return [
        [],
        ...(Array.isArray(now) && now.length > 0 ? [now.slice(1)] : [[sample(type.of, applicant, hunt)]]),
      ];
    case 'date':
      return dates(now, applicant, hunt.wantsMonthEnds);
    default:
      return now === undefined || now === null ? [sample(type, applicant, hunt)] : [];
  }
}

const optionsOf = (id: string, { enums }: PolicyMeta): readonly string[] =>
  enums.find((one) => one.id === id)?.options ?? [];

/** None, each alone, all, and the present ones with one more or one less. */
function sets(options: readonly string[], now: unknown): readonly (readonly string[])[] {
  const held = Array.isArray(now) ? now.map(String) : [];
  const turned = options.map((option) =>
    held.includes(option) ? held.filter((one) => one !== option) : [...held, option],
  );
  return [[], options, ...options.map((option) => [option]), ...turned];
}

function dates(now: unknown, { asOf }: Applicant, monthEnds: boolean): readonly string[] {
  const day = typeof now === 'string' ? parseDate(now) : null;
  if (day === null) return [asOf];
  if (!monthEnds) return [];
  const { year } = civilDate(day);
  const leap = [year, year - 1, year - 2, year - 3].find(isLeapYear) ?? year;
  return [
    dayNumber(leap, 2, 29),
    dayNumber(year, 1, 31),
    dayNumber(year, 8, 31),
    dayNumber(year, 12, 31),
  ].map(printDate);
}

/** A value of the type to begin with, where there is none. */
function sample(type: Type, applicant: Applicant, hunt: Hunt): unknown {
  switch (type.t) {
    case 'bool':
      return true;
    case 'enum':
      return optionsOf(type.enum, hunt.meta)[0];
    case 'set':
    case 'list':
      return [];
    case 'record':
      return Object.fromEntries(
        type.fields.map((field) => [field.id, field.optional ? null : sample(field.type, applicant, hunt)]),
      );
    case 'date':
      return applicant.asOf;
    case 'month':
      return applicant.asOf.slice(0, 7);
    case 'year':
      return Number(applicant.asOf.slice(0, 4));
    case 'yearlyDay':
      return applicant.asOf.slice(5);
    case 'keyed':
      return {};
    case 'text':
    case 'ref':
      return '甲';
    default:
      return 0;
  }
}

/** Moves the value by one step, sees which boundaries come nearer and how fast, and steps onto and around them. */
function* alongEdges(
  trial: Trial,
  slot: Slot,
  scale: Scale,
  start: number,
  hunt: Hunt,
): Generator<Applicant> {
  const nearby = hunt.attempt(changed(trial.applicant, slot, scale.write(start + 1)));
  const tried = new Set<number>([start]);
  for (const [boundary, distance] of trial.distances) {
    const moved = nearby?.distances.get(boundary);
    if (moved === undefined || moved === distance || !hunt.openBoundaries.has(boundary)) continue;
    const root = start - distance / (moved - distance);
    for (const step of [Math.round(root), Math.floor(root) - 1, Math.ceil(root) + 1]) {
      if (tried.has(step) || !Number.isSafeInteger(step)) continue;
      tried.add(step);
      yield changed(trial.applicant, slot, scale.write(step));
    }
  }
}

const MOST_ELEMENTS = 60;

/** The same for the number of elements of a list: copies of the first, each a day before the last if it is dated. */
function* byNumber(
  trial: Trial,
  slot: Slot,
  of: Type,
  now: readonly unknown[],
  hunt: Hunt,
): Generator<Applicant> {
  const sized = (count: number): Applicant =>
    changed(trial.applicant, slot, [
      ...now.slice(0, count),
      ...Array.from({ length: Math.max(0, count - now.length) }, (_, at) => copyOf(now[0], of, at + 1)),
    ]);
  const more = sized(now.length + 1);
  yield more;
  const nearby = hunt.attempt(more);
  for (const [boundary, distance] of trial.distances) {
    const moved = nearby?.distances.get(boundary);
    if (moved === undefined || moved === distance || !hunt.openBoundaries.has(boundary)) continue;
    const root = Math.round(now.length - distance / (moved - distance));
    for (const count of [root - 1, root, root + 1])
      if (count >= 0 && count <= MOST_ELEMENTS) yield sized(count);
  }
}

function copyOf(first: unknown, of: Type, earlier: number): unknown {
  if (of.t === 'date') {
    const day = typeof first === 'string' ? parseDate(first) : null;
    return day === null ? first : printDate(day - earlier);
  }
  if (of.t !== 'record' || typeof first !== 'object' || first === null) return first;
  const fields = of.fields.map(({ id, type }) => {
    const value = (first as { readonly [field: string]: unknown })[id];
    return [id, type.t === 'date' ? copyOf(value, type, earlier) : value] as const;
  });
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}
