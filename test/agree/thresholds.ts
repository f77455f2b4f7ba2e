import { expressions } from '../../compiler/ir/children.ts';
import type { Expr } from '../../compiler/ir/expressions.ts';
import type { Policy } from '../../compiler/ir/policy.ts';
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
}

export function thresholds(policy: Policy): Thresholds {
  const found = { days: [] as number[], numbers: [] as number[], fen: [] as number[], texts: [] as string[] };
  for (const e of literals(policy)) {
    for (const value of typeof e.value === 'object' ? e.value : [String(e.value)]) add(found, e.type, value);
  }
  for (const fact of allFacts(policy)) {
    for (const end of [fact.min, fact.max]) if (end !== undefined) add(found, fact.type, end);
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

/** Every constant of the policy, wherever it stands. */
function literals(policy: Policy): readonly Extract<Expr, { k: 'lit' }>[] {
  const found: Extract<Expr, { k: 'lit' }>[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      if (isExpr(value)) {
        for (const e of expressions(value)) if (e.k === 'lit') found.push(e);
      } else Object.values(value).forEach(walk);
    }
  };
  walk(policy);
  return found;
}

function isExpr(value: object): value is Expr {
  return 'k' in value && 'type' in value && 'origin' in value;
}

/** `2022-12-31` of a day number. */
export const isoDay = printDate;
