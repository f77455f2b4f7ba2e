import type { Region, Shift, Within } from '../../../compiler/index.ts';
import { type Exact, exactToJson, negate } from '../../../runtime/exact.ts';
import type { Per } from '../../../runtime/types.ts';
import type { Session } from '../../console/session.ts';
import type { PolicyNames } from '../../policy/names.ts';
import { shownAt } from '../../prove/words.ts';
import type { Texts } from '../../texts/texts.ts';
import { signedMoney } from '../population-parts.ts';

export interface Names {
  readonly before: PolicyNames;
  readonly after: PolicyNames;
}

type Line = readonly [depth: number, text: string];

/** Who a region is of and how they fare, but for the applicant who shows it. */
export function regionLines(region: Region, names: Names, session: Session): readonly Line[] {
  const say = session.texts.diff.comparison;
  const { colon } = session.texts.diff;
  const label = (id: string): string => (names.after.meta.names[id] ? names.after : names.before).label(id);
  const flips = region.by.map(({ id, was, is }) => say.flip(label(id), was, is));
  const facts = region.where.map((one) => withinText(one, region, names, session));
  const listed = (words: string, all: readonly string[]): readonly Line[] =>
    all.length === 0 ? [] : [[1, `${words}${colon}${all.join(session.texts.grounds.between)}`]];
  return [[0, headline(region, names, session)], ...listed(say.by, flips), ...listed(say.where, facts)];
}

function headline({ kind, rows, amount, dates }: Region, names: Names, session: Session): string {
  const { diff } = session.texts;
  const say = diff.comparison;
  const row = (version: keyof Names, id: string | null): string =>
    id === null ? say.noTier : names[version].label(id);
  const said = amount ? moneyOf(amount, session) : dates ? shiftOf(dates, session) : say.kinds[kind];
  return rows
    ? `${say.tier(row('before', rows.before), row('after', rows.after))}${diff.colon}${said}`
    : said;
}

/** Added up over heads and payments, a sum is for nobody in particular. */
const HEADS: ReadonlySet<string> = new Set(['person', 'household', 'item', 'event']);

function moneyOf({ per, of, ...ends }: NonNullable<Region['amount']>, { texts, language }: Session): string {
  const say = texts.diff.comparison;
  const one = (n: Exact): string => signedMoney({ min: exactToJson(n), max: exactToJson(n) }, language);
  const sum = endsText(ends, one, texts);
  if (of === 'each') return perText(sum, per, texts);
  const left = per.filter((unit) => !HEADS.has(unit));
  return perText(say.total(sum), left, texts);
}

function endsText(
  { min, max }: { readonly min: Exact | null; readonly max: Exact | null },
  one: (n: Exact) => string,
  { diff }: Texts,
): string {
  const say = diff.comparison;
  if (min !== null && max !== null) return one(min) === one(max) ? one(min) : say.between(one(min), one(max));
  if (min !== null) return say.atLeast(one(min));
  return max !== null ? say.atMost(one(max)) : say.someMoney;
}

/** `每人每月 800 元`, `800 yuan per person per month`. */
export function perText(sum: string, per: readonly string[], texts: Texts): string {
  const unit = per.map((one) => texts.per[one as Per]).join('');
  if (unit === '') return sum;
  return texts.diff.comparison.perFirst ? `${unit} ${sum}` : `${sum}${unit}`;
}

function shiftOf({ part, way, unit, by }: Shift, { texts }: Session): string {
  const say = texts.diff.comparison;
  const { shift } = say;
  if (way !== 'later' && way !== 'earlier') return shift(part, say[way]);
  const forwards = way === 'later' || !by ? by : { min: turned(by.max), max: turned(by.min) };
  const one = (n: Exact): string => String(exactToJson(n));
  const count = forwards ? endsText(forwards, one, texts) : '';
  return shift(part, say[way](unit === 'month' ? say.monthCount(count) : say.dayCount(count)));
}

const turned = (n: Exact | null): Exact | null => (n === null ? null : negate(n));

function withinText(
  { key, min, max, above, below, among, has, lacks }: Within,
  { witness }: Region,
  names: Names,
  { texts }: Session,
): string {
  const say = texts.diff.comparison;
  const own = witness.after.raw.has(key) ? 'after' : 'before';
  const shown = (value: unknown) => shownAt(key, value, witness[own].binding.subject, names[own], texts);
  const text = (value: unknown): string => shown(value).value;
  const end = (value: unknown, open: true | undefined): string | null =>
    value === undefined ? null : open ? say.notReached(text(value)) : text(value);
  const said = among
    ? [among.map(text).join(say.or)]
    : [
        ...(min !== undefined || max !== undefined ? [say.range(end(min, above), end(max, below))] : []),
        ...(has ? [say.has(text(has))] : []),
        ...(lacks ? [say.lacks(text(lacks))] : []),
      ];
  return `${shown(min ?? max ?? among?.[0] ?? null).name} ${said.join(' ')}`;
}
