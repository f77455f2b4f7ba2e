import type { DateSpan, Expr } from '../../ir/expressions.ts';
import type { MutantKind } from './mutant.ts';

/** A change to something that is no expression. */
export interface PartChange {
  readonly kind: MutantKind;
  /** What it is in, for its line and name. */
  readonly owner: {
    readonly id: string;
    readonly origin: { readonly line: number; readonly cites: readonly string[] };
  };
  /** What tells it from others of the same owner. */
  readonly what: string;
  readonly target: object;
  /** Null takes it away. */
  readonly next: object | null;
  /** Of a span, the end that is turned in or out: no day lies on one that is never settled. */
  readonly end?: Expr;
}

export type Owner = PartChange['owner'];

/** The same thing without one of its fields, where it has it. */
export function dropped(owner: Owner, target: object, key: string, kind: MutantKind): readonly PartChange[] {
  if (!(key in target) || (target as { readonly [key: string]: unknown })[key] === undefined) return [];
  const next = Object.fromEntries(Object.entries(target).filter(([name]) => name !== key));
  return [{ kind, owner, what: `without ${key}`, target, next }];
}

/** Either end in or out. */
export function spanChanges(owner: Owner, span: DateSpan, what: string): readonly PartChange[] {
  const turned = (key: 'loIn' | 'hiIn', end: Expr | undefined): readonly PartChange[] =>
    end === undefined
      ? []
      : [
          {
            kind: 'inclusion',
            owner,
            what: `${what} ${key}`,
            target: span,
            next: { ...span, [key]: !span[key] },
            end,
          },
        ];
  return [...turned('loIn', span.lo), ...turned('hiIn', span.hi)];
}
