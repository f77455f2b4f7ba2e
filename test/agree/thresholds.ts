import type { Expr, Policy } from '../../compiler/index.ts';
import { expressions } from '../../compiler/testkit.ts';
import type { PolicyMeta, Type } from '../../runtime/index.ts';
import { printDate } from '../../runtime/index.ts';

/** Constants that a policy compares with: where its decisions change. */
export interface Thresholds {
  /** Day numbers. */
  readonly days: readonly number[];
  readonly numbers: readonly number[];
  /** In fen. */
  readonly fen: readonly number[];
  readonly texts: readonly string[];
  /** Texts that one fact is compared with. */
  readonly textsOf: ReadonlyMap<string, readonly string[]>;
}

export function thresholds(policy: Policy): Thresholds {
  const found = { days: [] as number[], numbers: [] as number[], fen: [] as number[], texts: [] as string[] };
  for (const e of literals(policy)) {
    for (const value of typeof e.value === 'object' ? e.value : [String(e.value)]) add(found, e.type, value);
  }
  for (const fact of allFacts(policy)) {
    for (const end of [fact.min, fact.max]) if (end !== undefined) add(found, fact.type, end);
  }
  return { ...found, textsOf: textsOf(policy) };
}

function textsOf(policy: Policy): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const e of allExpressions(policy)) {
    const [a, b] = e.k === 'cmp' ? [e.a, e.b] : e.k === 'member' ? [e.a, e.set] : [];
    if (a?.k !== 'fact' || b?.k !== 'lit' || a.type.t !== 'text') continue;
    const texts = typeof b.value === 'object' ? b.value : [String(b.value)];
    found.set(a.fact, [...(found.get(a.fact) ?? []), ...texts]);
  }
  return found;
}

interface Found {
  readonly days: number[];
  readonly numbers: number[];
  readonly fen: number[];
  readonly texts: string[];
}

function add(found: Found, type: Type, value: string): void {
  switch (type.t) {
    case 'list':
    case 'rate':
    case 'keyed':
      add(found, type.of, value);
      break;
    case 'date':
      found.days.push(Date.parse(value) / 86_400_000);
      break;
    case 'int':
    case 'qty':
      found.numbers.push(...[Number(value)].filter(Number.isInteger));
      break;
    case 'money':
      found.fen.push(...[Number(value)].filter(Number.isInteger));
      break;
    case 'text':
      found.texts.push(value);
      break;
  }
}

function allFacts(meta: Pick<PolicyMeta, 'subjects' | 'circumstances'>) {
  return [...meta.circumstances, ...meta.subjects.flatMap((subject) => subject.facts)];
}

function literals(policy: Policy): readonly Extract<Expr, { k: 'lit' }>[] {
  return allExpressions(policy).filter((e) => e.k === 'lit');
}

/** Every expression of the policy, wherever it stands. */
function allExpressions(policy: Policy): readonly Expr[] {
  const found: Expr[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isExpr(value)) found.push(...expressions(value));
    else Object.values(value).forEach(walk);
  };
  walk(policy);
  return found;
}

function isExpr(value: object): value is Expr {
  return 'k' in value && 'type' in value && 'origin' in value;
}

/** `2022-12-31` of a day number. */
export const isoDay = printDate;
