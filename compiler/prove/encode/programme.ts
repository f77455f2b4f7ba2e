import type { Id } from '../../../runtime/types.ts';
import type { Expr } from '../../ir/expressions.ts';
import type { Programme } from '../../ir/policy.ts';
import { isCounted } from '../../ir/steps.ts';
import { and, NO, not, or } from '../terms/logic.ts';
import { plusConst } from '../terms/number.ts';
import { Day } from '../values/day.ts';
import { compare, lift } from '../values/operate.ts';
import { known, payload, type Sym } from '../values/sym.ts';
import * as truths from '../values/truth.ts';
import { type AmountSym, amountSym } from './amounts.ts';
import { offHoliday } from './calendar.ts';
import { asFound } from './dates.ts';
import type { Scope } from './scope.ts';
import type { TableSym } from './tables.ts';

/** What a programme comes to for one record, before any selection. */
export interface ProgrammeSym {
  readonly outcome: truths.Truth;
  readonly eligible: truths.Truth;
  readonly excluded: readonly { readonly id: Id; readonly truth: truths.Truth }[];
  /** Those that shut out whoever misses them. */
  readonly deadlines: readonly { readonly id: Id; readonly truth: truths.Truth }[];
  readonly tier: TableSym | null;
  /** Among those who get it: in doubt where places are given by rank. */
  readonly entitled: truths.Truth;
  readonly amounts: readonly AmountSym[];
}

export function programmeSym(programme: Programme, scope: Scope, tier: (of: Id) => TableSym): ProgrammeSym {
  const eligible = scope.truth(programme.eligible, []);
  const excluded = programme.excluded.map((e) => ({ id: e.id, truth: scope.truth(e, []) }));
  const deadlines = programme.deadlines.map((deadline) => ({
    id: deadline.id,
    truth: deadlineKept(deadline, scope),
  }));
  return {
    outcome: truths.all(
      eligible,
      truths.none(...excluded.map((e) => e.truth)),
      ...deadlines.map((d) => d.truth),
    ),
    eligible,
    excluded,
    deadlines,
    tier: programme.tier ? tier(programme.id) : null,
    entitled: (programme.select ?? []).length > 0 ? truths.DOUBT : truths.TRUE,
    amounts: programme.amounts.map((amount) => amountSym(amount, scope)),
  };
}

type Deadline = Programme['deadlines'][number];

/** Whether the programme may go on; as `readDeadline` of the runtime has it. */
function deadlineKept({ date, span, when, late, pauses = [], origin }: Deadline, scope: Scope): truths.Truth {
  if (late === 'record') return truths.TRUE;
  if (pauses.length > 0) {
    scope.outside('pauses', origin);
    return truths.DOUBT;
  }
  const done = scope.value(date, []);
  const due = span.hi ? lastDay(span.hi, span.hiIn, isCounted(span), scope) : null;
  const lo = span.lo ? scope.value(span.lo, []) : null;
  const inTime = truths.pick(done.absent, notYet(due, scope), doneInTime(done, due, lo, span.loIn));
  return when ? truths.any(truths.negation(scope.truth(when, [])), inTime) : inTime;
}

/** The last day in the span; one that is counted from another date moves off a day of rest (art. 203). */
function lastDay(hi: Expr, hiIn: boolean, counted: boolean, scope: Scope): Sym {
  const end = scope.value(hi, []);
  const day = payload(end, 'date')?.day;
  if (!day) return end;
  const last = hiIn
    ? end
    : lift([end], () => ({ t: 'date', day: Day.ofNumber(scope.world, plusConst(day.day, -1)) }));
  const found = payload(last, 'date')?.day;
  return counted && found ? asFound([last], offHoliday(found.day), scope) : last;
}

/** Nothing handed in: too late once the last day is over, else nothing is certain. */
function notYet(due: Sym | null, { world }: Scope): truths.Truth {
  if (!due) return truths.DOUBT;
  return { yes: NO, no: and(not(due.absent), compare('lt', due, known({ t: 'date', day: world.asOf })).yes) };
}

function doneInTime(done: Sym, due: Sym | null, lo: Sym | null, loIn: boolean): truths.Truth {
  const known = not(done.unknown);
  const byDue = due ? compare('le', done, due) : truths.TRUE;
  const open = due ? due.absent : NO;
  const state: truths.Truth = {
    yes: and(known, or(open, byDue.yes)),
    no: and(known, not(open), byDue.no),
  };
  if (!lo) return state;
  const begun = compare(loIn ? 'le' : 'lt', lo, done);
  const begunOrOpen = { yes: or(lo.absent, begun.yes), no: and(not(lo.absent), begun.no) };
  return {
    yes: and(begunOrOpen.yes, state.yes),
    no: or(and(known, begunOrOpen.no), and(begunOrOpen.yes, state.no)),
  };
}
