import { compareExact, exact, over, plus, printExact, roundExact, times } from '../../../runtime/exact.ts';
import type { Id, Type } from '../../../runtime/types.ts';
import type { Exact } from '../../../runtime/value.ts';
import { analysisTiers as codes } from '../../diagnostics/catalogue/analysis-tiers.ts';
import type { Example, Reporter } from '../../diagnostics/diagnostic.ts';
import { expressions } from '../../ir/children.ts';
import type { Expr } from '../../ir/expressions.ts';
import type { Policy, Programme, Stage } from '../../ir/policy.ts';
import { literal } from '../../ir/wording.ts';
import { type Stated, numberGiven } from '../../possible/stated.ts';
import { asked, EXAMPLE_DAY, type Inquiry, notOf, type Words } from '../../possible/index.ts';
import { wordsOf } from '../../possible/words.ts';

/** Numbers of places that differ from the percentage beside them, at the figures that the notice itself gives. */
export function quotas(inquiry: Inquiry, reporter: Reporter, given?: Stated): void {
  for (const programme of inquiry.policy.programmes)
    for (const stage of programme.select ?? []) limits(inquiry, reporter, programme, stage, given);
}

function limits(
  inquiry: Inquiry,
  reporter: Reporter,
  { subject }: Programme,
  { limits: [first, ...others], clash, origin }: Stage,
  given: Stated | undefined,
): void {
  const { policy } = inquiry;
  // Which of the two binds has been said.
  if (!first || clash === 'first' || clash === 'second') return;
  const places = figure(first, policy, given);
  for (const cap of others) {
    const comes = figure(cap, policy, given);
    if (places === null || comes === null || compareExact(places, comes) === 0) continue;
    const words = (value: Exact, raw: Exact | null, type: Type): Words => spoken(policy, value, raw, type);
    const raw = cap.k === 'round' ? figure(cap.a, policy, given) : null;
    reporter.show(
      codes.quotaDiffers,
      cap.origin.span,
      {
        cap: wordsOf(cap, policy),
        places: words(places, null, first.type),
        comes: words(comes, raw, cap.type),
      },
      atFigures(inquiry, subject, first, cap, given),
      {
        cites: [...new Set([...origin.cites, ...cap.origin.cites])],
        ...(typeof clash === 'object' && clash.text !== undefined ? { kept: clash.text } : {}),
      },
    );
  }
}

/** The figures at which the two differ, as the interpreter finds. */
function atFigures(
  inquiry: Inquiry,
  subject: Id,
  places: Expr,
  cap: Expr,
  given: Stated | undefined,
): Example | null {
  const { policy } = inquiry;
  const read = [places, cap].flatMap((e) => circumstancesIn(e, policy));
  const figures = [...new Map(read.map((e) => [e.fact, e])).values()].flatMap((e) => {
    const value = figure(e, policy, given);
    return value === null ? [] : [{ e, value: printExact(value) }];
  });
  if (figures.length === 0) return null;
  const say = (lang: 'zh' | 'en'): string =>
    figures
      .map(({ e, value }) => `${wordsOf(e, policy)[lang]} ${literal(value, e.type, policy.names, lang)}`)
      .join(lang === 'zh' ? '，' : ', ');
  const example: Example = {
    asOf: EXAMPLE_DAY,
    parameters: {},
    circumstances: Object.fromEntries(figures.map(({ e, value }) => [e.fact, value])),
    facts: {},
    words: { zh: say('zh'), en: say('en') },
  };
  const differ = notOf(asked({ k: 'cmp', op: 'eq', a: places, b: cap }, { t: 'bool' }, cap));
  return inquiry.shows(subject, differ, example) ? example : null;
}

/** Circumstances behind a number, through definitions. */
function circumstancesIn(e: Expr, policy: Policy): readonly (Expr & { k: 'fact' })[] {
  return [...expressions(e)].flatMap((node) => {
    if (node.k === 'fact') return node.of === 'circumstances' ? [node] : [];
    const body = node.k === 'def' ? policy.definitions.find(({ id }) => id === node.def)?.body : undefined;
    return body ? circumstancesIn(body, policy) : [];
  });
}

function spoken({ names }: Policy, value: Exact, raw: Exact | null, type: Type): Words {
  const show = (lang: 'zh' | 'en'): string => literal(printExact(value), type, names, lang);
  if (raw === null || compareExact(raw, value) === 0) return { zh: show('zh'), en: show('en') };
  return {
    zh: `${show('zh')}（取整前 ${decimal(raw)}）`,
    en: `${show('en')} (${decimal(raw)} before rounding)`,
  };
}

/** `1.8`; a fraction stays one where it has no short decimal form. */
function decimal(value: Exact): string {
  const hundred = times(value, 100);
  return typeof hundred === 'number' ? String(hundred / 100) : printExact(value);
}

/** A number that the notice itself fixes, circumstances at the figure that is given or that they have otherwise; null for any other. */
function figure(e: Expr, policy: Policy, given: Stated | undefined): Exact | null {
  const of = (x: Expr): Exact | null => figure(x, policy, given);
  switch (e.k) {
    case 'lit':
      return typeof e.value === 'string' && /^-?\d+(\/\d+)?$/.test(e.value) ? exact(e.value) : null;
    case 'def': {
      const body = policy.definitions.find(({ id }) => id === e.def)?.body;
      return body ? of(body) : null;
    }
    case 'fact': {
      const stated = given && numberGiven(given.circumstances, e.fact, policy);
      if (e.of === 'circumstances' && stated) return stated;
      const fallback = policy.circumstances.find(({ id }) => id === e.fact)?.fallback;
      return e.of === 'circumstances' && fallback ? of(fallback) : null;
    }
    case 'round': {
      const inner = of(e.a);
      return inner === null ? null : roundExact(inner, e.mode, exact(e.to));
    }
    case 'arith':
      return arith(e.op, of(e.a), of(e.b));
    default:
      return null;
  }
}

function arith(op: '+' | '-' | '*' | '/', a: Exact | null, b: Exact | null): Exact | null {
  if (a === null || b === null) return null;
  if (op === '+') return plus(a, b);
  if (op === '-') return plus(a, times(b, -1));
  if (op === '*') return times(a, b);
  return compareExact(b, 0) === 0 ? null : over(a, b);
}
