import { civilDate, dayNumber, printDate, printMonth } from '../../../runtime/dates.ts';
import { type Exact, isWhole, over, parseExact, printExact } from '../../../runtime/exact.ts';
import type { FactMeta, Type } from '../../../runtime/types.ts';
import { isExact, isList, isRow, isSet } from '../../../runtime/unknown.ts';
import type { Value } from '../../../runtime/value.ts';
import { countsWhole } from '../../../runtime/whole-units.ts';
import type { Policy } from '../../ir/policy.ts';
import { and, boolVar, constant, not, or, same } from '../terms/logic.ts';
import { eq, le, lt, num, numVar, ofAtom } from '../terms/number.ts';
import type { Assignment } from '../terms/evaluate.ts';
import type { Bool, NumVar } from '../terms/term.ts';
import { type Constraints, Day, dayKey, lengthOf, monthIndex } from '../values/day.ts';
import { compare } from '../values/operate.ts';
import { known, type Payload, type Sym } from '../values/sym.ts';
import type { Codes } from './codes.ts';
import { boolAt, numAt, type Slot } from './slot.ts';

/** What slots are made with. */
export interface SlotKit {
  readonly policy: Policy;
  readonly codes: Codes;
  readonly constraints: Constraints;
  readonly limits: Limits;
  /** What a place holds that nothing is said of. */
  readonly plain: (meta: Meta) => Value;
}

/** How far proofs reach. */
export interface Limits {
  /** Longest list looked at. */
  readonly list: number;
  /** Years of dates, both included. */
  readonly firstYear: number;
  readonly lastYear: number;
}

type Meta = Pick<FactMeta, 'type' | 'optional' | 'min' | 'max'>;

/** The slot of a fact, a field or a parameter; `null` where its type is outside. */
export function slotFor(kit: SlotKit, name: string, meta: Meta): Slot | null {
  const slot = plainSlot(kit, name, meta.type, meta);
  if (!slot || !meta.optional) return slot;
  return optionalSlot(name, slot, kit.plain({ ...meta, optional: false }));
}

/** `spare`: the value that stands behind an absent one, should it come to be there. */
function optionalSlot(name: string, slot: Slot, spare: Value): Slot {
  const absent = boolVar(`${name}.absent`);
  const is = (given: Assignment) =>
    boolAt(given, `${name}.absent`) ? absent : and(not(absent), slot.is(given));
  return {
    ...slot,
    sym: { ...slot.sym, absent },
    raw: (given) => (boolAt(given, `${name}.absent`) ? null : slot.raw(given)),
    write: (value, into) => {
      into.set(`${name}.absent`, value === null);
      slot.write(value ?? spare, into);
    },
    is,
  };
}

function plainSlot(kit: SlotKit, name: string, type: Type, meta: Meta): Slot | null {
  switch (type.t) {
    case 'bool':
      return boolSlot(name);
    case 'int':
    case 'money':
    case 'qty':
    case 'ratio':
    case 'year':
      return numberSlot(kit, name, type, meta);
    case 'rate':
      return plainSlot(kit, name, type.of, meta);
    case 'date':
      return dateSlot(kit, name, meta);
    case 'month':
      return monthSlot(kit, name);
    case 'enum': {
      const options = kit.codes.options(type.enum);
      return codeSlot(
        name,
        options.length - 1,
        (code) => options[code] ?? '',
        (text) => options.indexOf(text),
      );
    }
    case 'text':
      return codeSlot(
        name,
        null,
        (code) => kit.codes.textOf(code),
        (text) => kit.codes.text(text),
      );
    case 'set':
      return setSlot(name, kit.codes.options(type.enum));
    case 'list':
      return listSlot(kit, name, type.of, meta);
    case 'record':
      return recordSlot(kit, name, type.fields);
    default:
      return null;
  }
}

function boolSlot(name: string): Slot {
  const yes = boolVar(name);
  return {
    sym: known({ t: 'bool', yes }),
    raw: (given) => boolAt(given, name),
    write: (value, into) => void into.set(name, value === true),
    is: (given) => (boolAt(given, name) ? yes : not(yes)),
    measures: [],
    holds: [],
  };
}

/** Slots of one number: how it is valued and written differs. */
function singleSlot(
  variable: NumVar,
  of: Payload,
  raw: (value: Exact) => unknown,
  code: (value: Value) => Exact,
): Slot {
  const { name } = variable;
  return {
    sym: known(of),
    raw: (given) => raw(numAt(given, name)),
    write: (value, into) => void into.set(name, code(value)),
    is: (given) => eq(ofAtom(variable), num(numAt(given, name))),
    measures: [ofAtom(variable)],
    holds: [],
  };
}

const exactOf = (value: Value): Exact => (isExact(value) ? value : 0);
const bound = (text: string | undefined): Exact | null => (text === undefined ? null : parseExact(text));

function numberSlot({ limits }: SlotKit, name: string, type: Type, meta: Meta): Slot {
  const whole = type.t === 'ratio' ? false : type.t !== 'qty' || countsWhole(type.unit);
  const years = type.t === 'year';
  const variable = numVar(name, {
    whole,
    min: bound(meta.min) ?? (years ? limits.firstYear : null),
    max: bound(meta.max) ?? (years ? limits.lastYear : null),
  });
  const raw = type.t === 'money' ? yuanOf : type.t === 'ratio' ? printExact : decimalOf;
  return singleSlot(variable, { t: 'num', n: ofAtom(variable) }, raw, exactOf);
}

const yuanOf = (fen: Exact): unknown => decimalOf(over(fen, 100));

/** A number where it is whole, else decimal digits; a fraction without an end keeps nine of them. */
function decimalOf(value: Exact): unknown {
  if (typeof value === 'number') return value;
  if (isWhole(value)) return String(value.n);
  const negative = value.n < 0n;
  const size = negative ? -value.n : value.n;
  const digits = String((size * 10n ** 9n) / value.d).padStart(10, '0');
  const text = `${digits.slice(0, -9)}.${digits.slice(-9).replace(/0+$/, '')}`.replace(/\.$/, '');
  // A number of few digits is read back as the decimal that it shows.
  return text.length < 15 ? Number(text) * (negative ? -1 : 1) : `${negative ? '-' : ''}${text}`;
}

function codeSlot(
  name: string,
  max: number | null,
  textOf: (code: number) => string,
  codeOf: (text: string) => number,
): Slot {
  const variable = numVar(name, { whole: true, min: 0, max });
  return singleSlot(
    variable,
    { t: 'code', n: ofAtom(variable) },
    (code) => textOf(Number(code)),
    (value) => (typeof value === 'string' ? Math.max(0, codeOf(value)) : 0),
  );
}

/** Year, month and day of a date: dates are ordered by them, and birthdays fall by them. */
function dateSlot({ constraints, limits }: SlotKit, name: string, meta: Meta): Slot {
  const ends = (part: string, min: number, max: number): NumVar =>
    numVar(`${name}.${part}`, { whole: true, min, max });
  const [year, month, date] = [
    ends('year', limits.firstYear, limits.lastYear),
    ends('month', 1, 12),
    ends('day', 1, 31),
  ];
  const civil = { year: ofAtom(year), month: ofAtom(month), date: ofAtom(date) };
  const day = Day.ofCivil(constraints, civil);
  const number = (given: Assignment): number =>
    dayNumber(
      Number(numAt(given, year.name) || 2000),
      Number(numAt(given, month.name) || 1),
      Number(numAt(given, date.name) || 1),
    );
  const [first, last] = [bound(meta.min), bound(meta.max)];
  return {
    sym: known({ t: 'date', day }),
    raw: (given) => printDate(number(given)),
    write: (value, into) => {
      const parts = civilDate(typeof value === 'number' ? value : 0);
      into.set(year.name, parts.year).set(month.name, parts.month).set(date.name, parts.day);
    },
    is: (given) => and(...[year, month, date].map((v) => eq(ofAtom(v), num(numAt(given, v.name))))),
    measures: [dayKey(civil)],
    holds: [
      le(civil.date, lengthOf(civil)),
      ...(first === null ? [] : [le(num(first), day.day)]),
      ...(last === null ? [] : [le(day.day, num(last))]),
    ],
  };
}

function monthSlot({ limits }: SlotKit, name: string): Slot {
  const year = numVar(`${name}.year`, { whole: true, min: limits.firstYear, max: limits.lastYear });
  const month = numVar(`${name}.month`, { whole: true, min: 1, max: 12 });
  return {
    sym: known({ t: 'month', month: { year: ofAtom(year), month: ofAtom(month) } }),
    raw: (given) =>
      printMonth(Number(numAt(given, year.name)) * 12 + Math.max(1, Number(numAt(given, month.name))) - 1),
    write: (value, into) => {
      const index = typeof value === 'number' ? value : 0;
      into.set(year.name, Math.floor(index / 12)).set(month.name, (index % 12) + 1);
    },
    is: (given) => and(...[year, month].map((v) => eq(ofAtom(v), num(numAt(given, v.name))))),
    measures: [monthIndex({ year: ofAtom(year), month: ofAtom(month) })],
    holds: [],
  };
}

function setSlot(name: string, options: readonly string[]): Slot {
  const has = new Map(options.map((option) => [option, boolVar(`${name}.${option}`)]));
  return {
    sym: known({ t: 'set', has }),
    raw: (given) => options.filter((option) => boolAt(given, `${name}.${option}`)),
    write: (value, into) => {
      const members = isSet(value) ? value : [];
      for (const option of options) into.set(`${name}.${option}`, members.includes(option));
    },
    is: (given) =>
      and(...[...has].map(([option, is]) => same(is, constant(boolAt(given, `${name}.${option}`))))),
    measures: [],
    holds: [],
  };
}

/** The first so many of a fixed number of places. */
function listSlot(kit: SlotKit, name: string, of: Type, meta: Meta): Slot | null {
  const places = Array.from({ length: kit.limits.list }, (_, i) =>
    plainSlot(kit, `${name}.${i}`, of, { ...meta, type: of, optional: false }),
  ).flatMap((slot) => slot ?? []);
  if (places.length < kit.limits.list) return null;
  const length = numVar(`${name}.length`, { whole: true, min: 0, max: kit.limits.list });
  const here = (i: number) => lt(num(i), ofAtom(length));
  const count = (given: Assignment): number => Number(numAt(given, length.name));
  return {
    sym: known({ t: 'list', items: places.map((slot, i) => ({ here: here(i), value: slot.sym })) }),
    raw: (given) => places.slice(0, count(given)).map((slot) => slot.raw(given)),
    write: (value, into) => {
      const items = isList(value) ? value.items.slice(0, places.length) : [];
      into.set(length.name, items.length);
      places.forEach((place, i) => {
        place.write(items[i] ?? kit.plain({ ...meta, type: of, optional: false }), into);
      });
    },
    is: (given) =>
      and(
        eq(ofAtom(length), num(count(given))),
        ...places.slice(0, count(given)).map((slot) => slot.is(given)),
      ),
    measures: [ofAtom(length), ...places.flatMap((slot) => slot.measures)],
    holds: places.flatMap((slot, i) => slot.holds.map((holds) => or(not(here(i)), holds))),
  };
}

function recordSlot(kit: SlotKit, name: string, metas: readonly FactMeta[]): Slot | null {
  const slots = metas.map((meta) => [meta.id, slotFor(kit, `${name}.${meta.id}`, meta)] as const);
  const fields = slots.flatMap(([id, slot]) => (slot ? [[id, slot] as const] : []));
  if (fields.length < slots.length) return null;
  const own: ReadonlyMap<string, Sym> = new Map(fields.map(([id, slot]) => [id, slot.sym]));
  return {
    sym: known({ t: 'record', fields: own }),
    raw: (given) => Object.fromEntries(fields.map(([id, slot]) => [id, slot.raw(given)])),
    write: (value, into) => {
      for (const [id, slot] of fields) slot.write(isRow(value) ? (value[id] ?? null) : null, into);
    },
    is: (given) => and(...fields.map(([, slot]) => slot.is(given))),
    measures: fields.flatMap(([, slot]) => slot.measures),
    holds: [
      ...fields.flatMap(([, slot]) => slot.holds),
      ...metas.flatMap(({ id, minFact, maxFact }) => {
        const at = (field: string | undefined): Sym | null => own.get(field ?? '') ?? null;
        const sym = at(id);
        return sym ? withinOthers(sym, at(minFact), at(maxFact)) : [];
      }),
    ],
  };
}

/** A value between two others, as far as these are there. */
export function withinOthers(a: Sym, min: Sym | null, max: Sym | null): readonly Bool[] {
  const ordered = (low: Sym, high: Sym): Bool => or(low.absent, high.absent, compare('le', low, high).yes);
  return [...(min ? [ordered(min, a)] : []), ...(max ? [ordered(a, max)] : [])];
}
