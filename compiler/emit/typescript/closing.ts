import type { Expr } from '../../ir/expressions.ts';
import { arrow, type Code } from './code.ts';
import type { Place, Unit } from './unit.ts';

/** Expressions that stand by themselves, as functions of the case. */
export interface Closing {
  readonly unit: Unit;
  readonly place: Place;
  readonly run: (body: Code) => Code;
  readonly value: (e: Expr) => Code;
  /** Dates as day numbers, months and years. */
  readonly time: (e: Expr) => Code;
}

export function closing(subject: string | undefined, unit: Unit): Closing {
  const place: Place = { subject, bound: [] };
  const run = (body: Code): Code => arrow([`c: ${unit.type('Case')}`], body);
  return {
    unit,
    place,
    run,
    value: (e) => run(unit.code(e, place)),
    time: (e) => run(unit.op('asTime', unit.code(e, place))),
  };
}
