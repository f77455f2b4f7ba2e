import type { Batch, CodeColumn, FlagColumn, NumberColumn } from '../../runtime/columns/index.ts';
import { civilDate, dayNumber, parseDate } from '../../runtime/dates.ts';
import { AS_OF, HOME, PARAMETERS, TIER_AMOUNTS, tierOf, yearsOf } from '../rule/applicant.ts';
import { isPublic } from './rows.ts';

// The rule over columns, by hand, as fast as we could make it by plain means: the flags of eight rows are turned from a
// byte a column into a byte a row at once, what else a row fails adds its bit, and the mask so made is looked up in a
// table of reasons; tier, amount and first month are looked up too, and no row takes a branch.

/** Results of a batch, a column each; codes as in `Outcomes`. */
export interface HandResults {
  readonly outcome: Uint8Array;
  readonly reason: Uint8Array;
  readonly tier: Uint8Array;
  readonly amount: Int32Array;
  readonly from: Int32Array;
}

/** Room for `rows` rows that begins at `at` bytes of `memory`. */
export function resultsIn(memory: ArrayBufferLike, rows: number, at = 0): HandResults {
  const wide = 4 * rows;
  return {
    amount: new Int32Array(memory, at, rows),
    from: new Int32Array(memory, at + wide, rows),
    outcome: new Uint8Array(memory, at + 2 * wide, rows),
    reason: new Uint8Array(memory, at + 2 * wide + rows, rows),
    tier: new Uint8Array(memory, at + 2 * wide + 2 * rows, rows),
  };
}

/** Bytes that results of a row take. */
export const RESULT_BYTES = 11;

const asOf = civilDate(parseDate(AS_OF) as number);
const lastDay = parseDate(PARAMETERS.lastDay) as number;
const firstMonth = PARAMETERS.firstYear * 12;

/** Birthdays from 1900 on. */
const FIRST = dayNumber(1900, 1, 1);
const DAYS = dayNumber(2024, 1, 1) - FIRST;

/** First month by birthday, for one sex; −1 for those who are too young. */
function months(requiredAge: number): Int32Array {
  const table = new Int32Array(DAYS).fill(-1);
  const by = dayNumber(asOf.year - requiredAge, asOf.month, asOf.day);
  const early = dayNumber(PARAMETERS.firstYear - requiredAge, 1, 1);
  for (let day = FIRST; day <= by; day++) {
    const { year, month } = civilDate(day);
    table[day - FIRST] = day < early ? firstMonth : (year + requiredAge) * 12 + month;
  }
  return table;
}

const monthTable = new Int32Array(2 * DAYS);
monthTable.set(months(60));
monthTable.set(months(55), DAYS);
const tierTable = Uint8Array.from({ length: 256 }, (_, terms) => tierOf(yearsOf(terms)));
const amountTable = Int32Array.from(TIER_AMOUNTS);

/** What a row may show, as bits of its mask: flags first, in the order in which `turned` takes them. */
const BIT = {
  retired: 1 << 0,
  convicted: 1 << 1,
  dismissed: 1 << 2,
  fraud: 1 << 3,
  taught: 1 << 4,
  hiredByState: 1 << 5,
  hiredBySoe: 1 << 6,
  minban: 1 << 8,
  young: 1 << 9,
  elsewhere: 1 << 10,
  notPublic: 1 << 11,
  shortService: 1 << 12,
  late: 1 << 13,
};

/** Reason by mask, the first that decides. */
function reasonOf(mask: number): number {
  const has = (bits: number): boolean => (mask & bits) !== 0;
  const failed = [
    has(BIT.retired) && has(BIT.minban),
    has(BIT.convicted),
    has(BIT.dismissed),
    has(BIT.fraud),
    has(BIT.young),
    has(BIT.elsewhere),
    has(BIT.notPublic),
    !has(BIT.taught),
    has(BIT.shortService),
    has(BIT.hiredByState | BIT.hiredBySoe),
    has(BIT.late),
  ];
  return failed.indexOf(true) + 1;
}

const reasonTable = Uint8Array.from({ length: 1 << 14 }, (_, mask) => reasonOf(mask));

const flags = (batch: Batch, fact: string): Uint8Array => (batch.columns[fact] as FlagColumn).values;
const days = (batch: Batch, fact: string): Int32Array => {
  const { values } = batch.columns[fact] as NumberColumn;
  if (!(values instanceof Int32Array)) throw new TypeError(`${fact} has no column of 32 bits`);
  return values;
};
const terms = (batch: Batch, fact: string): Uint8Array => {
  const { values } = batch.columns[fact] as NumberColumn;
  if (!(values instanceof Uint8Array)) throw new TypeError(`${fact} has no column of bytes`);
  return values;
};
const codes = (batch: Batch, fact: string): CodeColumn['values'] =>
  (batch.columns[fact] as CodeColumn).values;

/** By code of a column: `bits` where `says` holds of its text. */
function codeTable(batch: Batch, fact: string, bits: number, says: (text: string) => boolean): Int32Array {
  const { dictionary } = batch.columns[fact] as CodeColumn;
  return Int32Array.from(dictionary, (text) => (says(text) ? bits : 0));
}

/** Decides the rows of a batch into `out`, from its row `start` on. Every fact of every row has to be known. */
export function decideColumns(batch: Batch, out: HandResults, start = 0): void {
  const retired = flags(batch, 'plannedRetirement');
  const convicted = flags(batch, 'criminalRecord');
  const dismissed = flags(batch, 'dismissed');
  const fraud = flags(batch, 'fraud');
  const taught = flags(batch, 'teachingPost');
  const hiredByState = flags(batch, 'hiredByState');
  const hiredBySoe = flags(batch, 'hiredBySoe');
  const sex = codes(batch, 'sex');
  const sexMonths = codeTable(batch, 'sex', DAYS, (text) => text === 'female');
  const province = codes(batch, 'province');
  const provinceBits = codeTable(batch, 'province', BIT.elsewhere, (text) => text !== HOME);
  const kind = codes(batch, 'schoolKind');
  const kindBits = codeTable(batch, 'schoolKind', BIT.notPublic, (text) => !isPublic(text));
  const type = codes(batch, 'teacherType');
  const typeBits = codeTable(batch, 'teacherType', BIT.minban, (text) => text === 'minban');
  const births = days(batch, 'birthDate');
  const continuous = terms(batch, 'continuousTerms');
  const total = terms(batch, 'totalTerms');
  const completed = days(batch, 'yearCompletedOn');
  const { outcome, reason, tier, amount, from } = out;
  const rows = batch.rows;
  for (let first = 0; first < rows; first += 8) {
    const byte = first >> 3;
    // An 8 × 8 matrix of bits turned over its diagonal (Warren, Hacker's Delight, 7–3): `low` holds rows 0 to 3.
    let high =
      ((hiredBySoe[byte] as number) << 16) | ((hiredByState[byte] as number) << 8) | (taught[byte] as number);
    let low =
      ((fraud[byte] as number) << 24) |
      ((dismissed[byte] as number) << 16) |
      ((convicted[byte] as number) << 8) |
      (retired[byte] as number);
    let swap = (high ^ (high >>> 7)) & 0x00aa00aa;
    high ^= swap ^ (swap << 7);
    swap = (low ^ (low >>> 7)) & 0x00aa00aa;
    low ^= swap ^ (swap << 7);
    swap = (high ^ (high >>> 14)) & 0x0000cccc;
    high ^= swap ^ (swap << 14);
    swap = (low ^ (low >>> 14)) & 0x0000cccc;
    low ^= swap ^ (swap << 14);
    swap = (high & 0xf0f0f0f0) | ((low >>> 4) & 0x0f0f0f0f);
    low = ((high << 4) & 0xf0f0f0f0) | (low & 0x0f0f0f0f);
    high = swap;
    const end = Math.min(first + 8, rows);
    for (let row = first; row < end; row++) {
      const month = monthTable[
        (births[row] as number) - FIRST + (sexMonths[sex[row] as number] as number)
      ] as number;
      const mask =
        (low & 0xff) |
        (typeBits[type[row] as number] as number) |
        ((month >>> 31) << 9) |
        (provinceBits[province[row] as number] as number) |
        (kindBits[kind[row] as number] as number) |
        ((((continuous[row] as number) - 2) >>> 31) << 12) |
        (((lastDay - (completed[row] as number)) >>> 31) << 13);
      low = (low >>> 8) | (high << 24);
      high >>>= 8;
      const why = reasonTable[mask] as number;
      const refused = -why >> 31; // all ones, or zero
      const band = tierTable[total[row] as number] as number;
      const place = start + row;
      outcome[place] = refused + 1;
      reason[place] = why;
      tier[place] = band & ~refused;
      amount[place] = (amountTable[band] as number) | refused;
      from[place] = month | refused;
    }
  }
}
