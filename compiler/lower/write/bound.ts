import { date } from '../../../runtime/dates.ts';
import { rangeOf } from '../inputs.ts';
import type { Bind, Lowered } from '../lowered.ts';
import type { Node, Num } from '../nodes.ts';
import { hasHole } from '../parts.ts';
import { literal, type Whole } from './ranges.ts';
import type { Surround } from './scope.ts';

type Ends = readonly [min: number, max: number];

/** What must be settled at binding for a record to be decided in plain values. */
export type Need = 'truth' | 'text' | Ends;

const DAYS: Ends = [date('1600-01-01'), date('2399-12-31')];
const MONTHS: Ends = [1600 * 12, 2399 * 12 + 11];
const YEARS: Ends = [1600, 2399];
const NUMBERS: Ends = [-(2 ** 32), 2 ** 32];

/** Collects what plain values rest on. */
export class Bounds {
  readonly lowered: Lowered;
  readonly needs = new Map<number, Need>();

  constructor(lowered: Lowered) {
    this.lowered = lowered;
  }

  /** Whether the notice leaves a part of the value open, so that it is never taken for settled. */
  isOpen(index: number): boolean {
    const bind = this.lowered.binds[index];
    return bind?.k !== 'cut' && (bind?.k !== 'value' || hasHole(bind.value));
  }

  need(index: number, what: Need): void {
    this.needs.set(index, what);
  }
}

/** A bound number that is whole and within the range of its kind, which is made sure of when it is bound. */
export function boundWhole(index: number, around: Surround, bounds: Bounds): Whole | null {
  const bind = bounds.lowered.binds[index];
  if (!bind || bind.k === 'given' || bounds.isOpen(index)) return null;
  const [lo, hi] = endsOf(bind, bounds.lowered);
  bounds.need(index, [lo, hi]);
  return { code: around.bind(index), den: 1, lo, hi, absent: null };
}

function endsOf(bind: Extract<Bind, { readonly k: 'value' | 'cut' }>, lowered: Lowered): Ends {
  if (bind.k === 'cut') return [bind.range[0] - 1, bind.range[1]];
  return bind.value.holds === 'number' ? endsOfNumber(bind.value, lowered) : NUMBERS;
}

function endsOfNumber(node: Num, lowered: Lowered): Ends {
  switch (node.k) {
    case 'lit': {
      const whole = literal(node.value);
      return whole && whole.den === 1 ? [whole.lo, whole.hi] : NUMBERS;
    }
    case 'given':
      return givenEnds(node, lowered);
    case 'asOf':
    case 'shift':
    case 'inYear':
    case 'festival':
      return DAYS;
    case 'yearNow':
      return YEARS;
    case 'calendar':
      return CALENDAR[node.fn];
    case 'if':
      return hull(endsOfNumber(node.a, lowered), endsOfNumber(node.b, lowered));
    case 'add':
      return held(endsOfNumber(node.a, lowered), endsOfNumber(node.b, lowered), 1);
    case 'subtract':
      return held(endsOfNumber(node.a, lowered), endsOfNumber(node.b, lowered), -1);
    default:
      return NUMBERS;
  }
}

const CALENDAR = {
  startOf: DAYS,
  endOf: DAYS,
  date: DAYS,
  lunar: DAYS,
  monthOf: MONTHS,
  month: MONTHS,
  nextMonth: MONTHS,
  yearOf: YEARS,
  weekday: [1, 7],
} as const satisfies { readonly [fn: string]: Ends };

function givenEnds(node: Extract<Node, { readonly k: 'given' }>, { policy }: Lowered): Ends {
  const { from, id, type } = node.given;
  const declared = (from === 'parameter' ? policy.parameters : policy.circumstances).find(
    (one) => one.id === id,
  );
  const { min, max } = declared ?? {};
  return rangeOf(type, { ...(min !== undefined && { min }), ...(max !== undefined && { max }) });
}

const hull = (a: Ends, b: Ends): Ends => [Math.min(a[0], b[0]), Math.max(a[1], b[1])];

const held = (a: Ends, b: Ends, sign: 1 | -1): Ends => {
  const [lo, hi] = sign === 1 ? [a[0] + b[0], a[1] + b[1]] : [a[0] - b[1], a[1] - b[0]];
  return [Math.max(lo, NUMBERS[0]), Math.min(hi, NUMBERS[1])];
};
