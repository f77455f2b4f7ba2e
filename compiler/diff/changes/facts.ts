import { compareExact, parseExact } from '../../../runtime/exact.ts';
import type { FactMeta, Type } from '../../../runtime/types.ts';
import type { Fact, Policy } from '../../ir/policy.ts';
import { literal } from '../../ir/wording.ts';
import type { Change } from '../change.ts';
import type { Text } from '../text.ts';
import {
  change,
  expressionChange,
  inside,
  matched,
  type Place,
  settingChange,
  type Versions,
} from '../versions.ts';
import { everyExpression } from '../walk.ts';
import { label, named, same, side, text } from '../words.ts';

/** Facts of every kind of record, and circumstances. */
export function factChanges(v: Versions): readonly Change[] {
  const circumstances: Place = { at: '', owner: 'circumstances', words: text('情境', 'circumstances') };
  const subjects = matched(v, v.before.subjects, v.after.subjects);
  return [
    ...listChanges(v, circumstances, v.before.circumstances, v.after.circumstances),
    ...subjects.both.flatMap(({ before, after }) =>
      listChanges(v, subjectPlace(v.after, after.id), before.facts, after.facts),
    ),
    ...subjects.removed.flatMap((gone) => listChanges(v, subjectPlace(v.before, gone.id), gone.facts, [])),
    ...subjects.added.flatMap((come) => listChanges(v, subjectPlace(v.after, come.id), [], come.facts)),
  ];
}

function subjectPlace(policy: Policy, subject: string): Place {
  return { at: subject, owner: subject, words: label(policy, subject) };
}

function listChanges(
  v: Versions,
  place: Place,
  before: readonly Fact[],
  after: readonly Fact[],
): readonly Change[] {
  const { both, removed, added } = matched(v, before, after, (fact) => fact.id);
  return [
    ...both.flatMap((pair) => factChange(v, place, pair.before, pair.after)),
    ...removed.map((fact) =>
      change('factRemoved', at(v.before, place, fact), factSide(v.before, fact), null),
    ),
    ...added.map((fact) => addedFact(v.after, place, fact)),
  ];
}

const at = (policy: Policy, place: Place, fact: Fact): Place =>
  inside(place, label(policy, fact.id), fact.id);
const factSide = (policy: Policy, fact: Fact) => side(typeWords(policy, fact.type), fact.origin);

/** A new fact that rules read leaves records undetermined until an app gives it. */
function addedFact(policy: Policy, place: Place, fact: Fact): Change {
  const read = [...everyExpression([policy.definitions, policy.programmes, policy.duties])].some(
    ({ expr }) => expr.k === 'fact' && expr.fact === fact.id,
  );
  return change('factAdded', at(policy, place, fact), null, factSide(policy, fact), {
    app: read ? 'breaking' : 'compatible',
  });
}

function factChange(v: Versions, place: Place, a: Fact, b: Fact): readonly Change[] {
  const here = at(v.after, place, b);
  const name = (policy: Policy, fact: Fact) => side(named(policy, fact.id), fact.origin);
  return [
    ...(a.id === b.id ? [] : [change('factRenamed', here, name(v.before, a), name(v.after, b))]),
    ...typeChanges(v, here, a, b),
    ...rangeChanges(v, here, a, b),
    ...absenceChanges(here, a, b),
    ...settingChange('factProofChanged', here, written(a.proof), written(b.proof), origins(a, b)),
    ...settingChange(
      'factDeterminerChanged',
      here,
      written(a.determiner),
      written(b.determiner),
      origins(a, b),
    ),
    ...expressionChange('factDefaultChanged', here, a.fallback, b.fallback, v),
  ];
}

const written = (words: string | undefined): Text | null => (words === undefined ? null : same(words));
const origins = (a: Fact, b: Fact) => ({ before: a.origin, after: b.origin });

/** An enumeration is compared option by option; its id follows the fact's. */
function typeChanges(v: Versions, here: Place, a: Fact, b: Fact): readonly Change[] {
  const bothListed = 'enum' in a.type && 'enum' in b.type && a.type.t === b.type.t;
  if (bothListed || typeKey(v, a.type) === v.fresh.written(b.type)) return [];
  return [change('factTypeChanged', here, factSide(v.before, a), factSide(v.after, b))];
}

const typeKey = (v: Versions, type: Type): string => v.old.written(type);

export function typeWords(policy: Policy, type: Type): Text {
  const enumId = 'enum' in type ? type.enum : null;
  const found = enumId === null ? undefined : policy.enums.find((item) => item.id === enumId);
  if (!found) return plainType(policy, type);
  const options = (lang: 'zh' | 'en'): string =>
    found.options.map((option) => label(policy, `${found.id}.${option}`)[lang]).join(' | ');
  return { zh: options('zh'), en: options('en') };
}

const PLAIN: { readonly [t in Type['t']]?: Text } = {
  bool: text('是否', 'yes or no'),
  int: text('整数', 'integer'),
  money: text('金额', 'money'),
  ratio: text('比例', 'ratio'),
  date: text('日期', 'date'),
  month: text('月份', 'month'),
  year: text('年份', 'year'),
  yearlyDay: text('每年一日', 'day of the year'),
  text: text('文字', 'text'),
  record: text('记录', 'record'),
};

function plainType(policy: Policy, type: Type): Text {
  if (type.t === 'qty') return label(policy, type.unit);
  if (type.t === 'ref') return label(policy, type.subject);
  if (type.t !== 'list' && type.t !== 'keyed' && type.t !== 'rate') return PLAIN[type.t] ?? same(type.t);
  const of = typeWords(policy, type.of);
  if (type.t === 'list') return { zh: `${of.zh} 列表`, en: `list of ${of.en}` };
  if (type.t === 'rate') return of;
  const key = typeWords(policy, type.key);
  return { zh: `${of.zh} 按 ${key.zh}`, en: `${of.en} by ${key.en}` };
}

function rangeChanges(v: Versions, here: Place, a: Fact, b: Fact): readonly Change[] {
  if (a.min === b.min && a.max === b.max) return [];
  const narrower = tighter(b.min, a.min, 1) || tighter(a.max, b.max, 1);
  const kind = narrower ? 'factRangeNarrowed' : 'factRangeWidened';
  return [
    change(kind, here, side(rangeWords(v.before, a), a.origin), side(rangeWords(v.after, b), b.origin)),
  ];
}

/** Whether bound `x` admits less than `y`, both being lower bounds. */
function tighter(x: string | undefined, y: string | undefined, sign: 1): boolean {
  const [p, q] = [x === undefined ? null : parseExact(x), y === undefined ? null : parseExact(y)];
  if (p === null) return q === null ? false : x === undefined && y === undefined;
  return q === null ? true : compareExact(p, q) === sign;
}

function rangeWords(policy: Policy, fact: FactMeta): Text {
  const end = (value: string | undefined, lang: 'zh' | 'en'): string =>
    value === undefined ? '…' : literal(value, fact.type, policy.names, lang);
  return {
    zh: `${end(fact.min, 'zh')} 至 ${end(fact.max, 'zh')}`,
    en: `${end(fact.min, 'en')} to ${end(fact.max, 'en')}`,
  };
}

function absenceChanges(here: Place, a: Fact, b: Fact): readonly Change[] {
  if (a.optional === b.optional) return [];
  const words = (fact: Fact): Text =>
    fact.optional ? text('可无', 'may be absent') : text('必有', 'always there');
  const kind = b.optional ? 'factAbsenceAllowed' : 'factAbsenceRefused';
  return [change(kind, here, side(words(a), a.origin), side(words(b), b.origin))];
}
