import { parseDate, printDate, printMonth, shiftMonths } from '../../runtime/dates.ts';
import { compareExact, isWhole, printExact, roundExact } from '../../runtime/exact.ts';
import type { Id, Type } from '../../runtime/types.ts';
import type { Exact } from '../../runtime/value.ts';
import type { Example } from '../diagnostics/diagnostic.ts';
import type { Expr } from '../ir/expressions.ts';
import type { Policy } from '../ir/policy.ts';
import { literal, nameOf, yuan } from '../ir/wording.ts';
import { sourceOf } from './invert.ts';
import type { Key } from './formula.ts';
import type { Choice, Model } from './search.ts';
import type { Variables } from './variables.ts';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** The decision date of examples; nothing hangs on it that the example does not say. */
export const EXAMPLE_DAY = '2024-06-01';

/** The year that examples put in place of one that the notice leaves open. */
export const EXAMPLE_YEAR = 2024;

/** One value given, as input takes it and in words. */
interface Given {
  readonly where: 'parameters' | 'circumstances' | 'facts' | 'events';
  readonly id: Id;
  readonly value: unknown;
  readonly words: Words;
}

/** An applicant after a model; null where the model speaks of something that no single fact says. */
export function exampleOf(model: Model, variables: Variables, policy: Policy): Example | null {
  const made = new Maker(model, variables, policy).all();
  if (!made) return null;
  const part = (where: Given['where']): { readonly [id: Id]: unknown } =>
    Object.fromEntries(made.filter((g) => g.where === where).map((g) => [g.id, g.value]));
  const events = part('events');
  return {
    asOf: EXAMPLE_DAY,
    parameters: part('parameters'),
    circumstances: part('circumstances'),
    facts: part('facts'),
    ...(Object.keys(events).length > 0 ? { events } : {}),
    words: {
      zh: made.map(({ words }) => words.zh).join('，'),
      en: made.map(({ words }) => words.en).join(', '),
    },
  };
}

class Maker {
  private readonly given = new Map<string, Given>();

  constructor(
    private readonly model: Model,
    private readonly variables: Variables,
    private readonly policy: Policy,
  ) {}

  all(): readonly Given[] | null {
    const absent = new Set<Key>();
    for (const [key, is] of this.model.flags)
      if (!is && this.variables.flags.get(key)?.about === 'presence') absent.add(key);
    const fine =
      [...this.model.numbers].every(([key, value]) => this.number(key, value, absent)) &&
      [...this.model.choices].every(([key, choice]) => this.choice(key, choice, absent)) &&
      [...this.model.flags].every(([key, is]) => this.flag(key, is));
    return fine ? [...this.given.values()] : null;
  }

  private number(key: Key, value: Exact, absent: ReadonlySet<Key>): boolean {
    const variable = this.variables.numbers.get(key);
    if (!variable || key === 'asOf') return true;
    if (variable.elapsed) return this.elapsed(variable.elapsed.from, variable.elapsed.to, value);
    const { of } = variable;
    if (!of) return false;
    if (absent.has(`present ${key}`)) return true;
    if (variable.inYear && of.k !== 'fact' && of.k !== 'param') return this.year(variable.inYear.year);
    const source = sourceOf(of, value, this.policy);
    return this.give(source.of, plainText(source.value, source.of.type));
  }

  /** The year behind a date such as 首年-01-21. */
  private year(key: Key): boolean {
    const [where, id] = key.split('.');
    const place =
      (where === 'parameter' || where === 'circumstances' || where === 'subject') && id !== undefined;
    if (!place) return false;
    const kind = ({ parameter: 'parameters', circumstances: 'circumstances', subject: 'facts' } as const)[
      where
    ];
    const name = (lang: 'zh' | 'en'): string => `${nameOf(this.policy.names, id, lang)} ${EXAMPLE_YEAR}`;
    this.given.set(key, { where: kind, id, value: EXAMPLE_YEAR, words: { zh: name('zh'), en: name('en') } });
    return true;
  }

  /** The day from which so many months have passed by the decision date. */
  private elapsed(from: Key, to: Key, months: Exact): boolean {
    const start = this.variables.numbers.get(from)?.of;
    if (to !== 'asOf' || !start || typeof roundExact(months, 'down') !== 'number') return false;
    const whole = Number(roundExact(months, 'down'));
    const day = shiftMonths(parseDate(EXAMPLE_DAY) ?? 0, -whole) - (isWhole(months) ? 0 : 1);
    return this.give(start, printDate(day));
  }

  private choice(key: Key, choice: Choice, absent: ReadonlySet<Key>): boolean {
    const of = this.variables.choices.get(key)?.of;
    if (!of) return false;
    if (absent.has(`present ${key}`)) return true;
    const [first] = choice.in ?? ['…'];
    return first !== undefined && this.give(of, first);
  }

  private flag(key: Key, is: boolean): boolean {
    const variable = this.variables.flags.get(key);
    if (!variable) return false;
    const { of, about, option } = variable;
    if (of.k === 'hole') return true;
    if (of.k === 'stepTime') return is && this.give(of, EXAMPLE_DAY);
    if (about === 'presence')
      return is ? this.given.has(keyed(of)) || this.anything(of) : this.give(of, null);
    if (about === 'option') return this.option(of, option ?? '', is);
    if (of.k === 'present') return this.list(of.a, is);
    if (of.k === 'aggregate') return false;
    return this.give(of, is);
  }

  private option(of: Expr, option: Id, is: boolean): boolean {
    const before = this.given.get(keyed(of))?.value;
    const held = Array.isArray(before) ? before.map(String) : [];
    return this.give(of, is ? [...held, option] : held);
  }

  /** A list with one element or with none. */
  private list(of: Expr, is: boolean): boolean {
    if (of.type.t !== 'list') return false;
    const element = { date: EXAMPLE_DAY, text: '…' }[of.type.of.t as 'date' | 'text'];
    return element !== undefined && this.give(of, is ? [element] : []);
  }

  private anything(of: Expr): boolean {
    const { t } = of.type;
    return t === 'date'
      ? this.give(of, EXAMPLE_DAY)
      : t === 'bool'
        ? this.give(of, true)
        : t === 'text'
          ? this.give(of, '…')
          : false;
  }

  private give(of: Expr, value: unknown): boolean {
    const place = of.k === 'stepTime' ? this.step(of.step) : placeOf(of);
    if (!place) return false;
    const before = this.given.get(keyed(of));
    const set = of.type.t === 'set';
    if (before && !set && JSON.stringify(before.value) !== JSON.stringify(value)) return false;
    const words = (lang: 'zh' | 'en'): string =>
      `${nameOf(this.policy.names, place.id, lang)} ${this.spoken(value, of.type, lang)}`;
    this.given.set(keyed(of), { ...place, value, words: { zh: words('zh'), en: words('en') } });
    return true;
  }

  /** A step is dated by the event log, or by a fact of the applicant. */
  private step(id: Id): { where: Given['where']; id: Id } {
    const steps = this.policy.procedures.flatMap((procedure) => procedure.steps);
    const fact = steps.find((step) => step.id === id)?.countedBy;
    return fact === undefined ? { where: 'events', id } : { where: 'facts', id: fact };
  }

  private spoken(value: unknown, type: Type, lang: 'zh' | 'en'): string {
    if (value === null) return lang === 'zh' ? '没有' : 'none';
    if (Array.isArray(value) && value.length === 0) return this.spoken(null, type, lang);
    if (Array.isArray(value)) return literal(value.map(String), type, this.policy.names, lang);
    if (typeof value === 'boolean') return lang === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';
    const text = String(value);
    if (type.t === 'money' || type.t === 'rate') return `${text} ${lang === 'zh' ? '元' : 'yuan'}`;
    return literal(text, type, this.policy.names, lang);
  }
}

const keyed = (of: Expr): string =>
  of.k === 'stepTime'
    ? `step.${of.step}`
    : of.k === 'fact'
      ? `${of.of}.${of.fact}`
      : of.k === 'param'
        ? `parameter.${of.param}`
        : of.id;

function placeOf(of: Expr): { where: Given['where']; id: Id } | null {
  if (of.k === 'fact') return { where: of.of === 'subject' ? 'facts' : 'circumstances', id: of.fact };
  return of.k === 'param' && !of.key ? { where: 'parameters', id: of.param } : null;
}

/** As input takes it: dates as written, money in yuan. */
function plainText(value: Exact, type: Type): unknown {
  if (type.t === 'date') return printDate(Number(value));
  if (type.t === 'month') return printMonth(Number(value));
  if (type.t === 'money' || type.t === 'rate') return yuan(printExact(roundExact(value, 'half')));
  const text = printExact(value);
  return isWhole(value) && compareExact(value, Number.MAX_SAFE_INTEGER) < 0 ? Number(text) : text;
}
