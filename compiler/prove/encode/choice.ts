import type { Id } from '../../../runtime/types.ts';
import type { Choice, ChoiceMember } from '../../ir/policy.ts';
import { and, not, or } from '../terms/logic.ts';
import { add, iteNum, ZERO } from '../terms/number.ts';
import { compare } from '../values/operate.ts';
import { isKnown, known, payload, type Sym, UNKNOWN } from '../values/sym.ts';
import * as truths from '../values/truth.ts';
import type { ProgrammeSym } from './programme.ts';
import type { Scope } from './scope.ts';

/** One of the benefits chosen between. `worth` is never absent. */
interface Contender {
  readonly entitled: truths.Truth;
  readonly worth: Sym;
}

type ProgrammeOf = (id: Id) => ProgrammeSym;

/** Whether nothing else of a choice is paid instead of a programme; as `RecordChoice` of the runtime. */
export function unbeatenIn(choice: Choice, programme: Id, scope: Scope, of: ProgrammeOf): truths.Truth {
  const own = choice.members.findIndex((member) => 'programme' in member && member.programme === programme);
  const contenders = choice.members.map((member) => contender(choice, member, scope, of));
  const beaten = contenders.flatMap(({ entitled }, other) =>
    other === own ? [] : [truths.all(entitled, winsOver(choice, contenders, own, other))],
  );
  return truths.none(...beaten);
}

function contender(choice: Choice, member: ChoiceMember, scope: Scope, of: ProgrammeOf): Contender {
  if ('programme' in member) {
    const { outcome, amounts, entitled } = of(member.programme);
    const sums = choice.by === 'highest' ? amounts.map((amount) => orNothing(amount.when, amount.total)) : [];
    if (sums.includes(null)) scope.outside('product', choice.origin);
    return { entitled: truths.all(outcome, entitled), worth: sumOf(sums) };
  }
  const amount = scope.value(member.amount, []);
  return {
    entitled: { yes: or(isKnown(amount), and(amount.unknown, not(amount.mayBeAbsent))), no: amount.absent },
    worth: orNothing(truths.TRUE, amount) ?? UNKNOWN,
  };
}

/** Money that is not paid, or absent, is nothing. */
function orNothing(when: truths.Truth, total: Sym | null): Sym | null {
  if (!total) return null;
  const paid = and(when.yes, isKnown(total));
  const n = iteNum(paid, payload(total, 'num')?.n ?? ZERO, ZERO);
  const unknown = and(not(when.no), or(not(when.yes), total.unknown));
  return { ...known({ t: 'num', n }), unknown };
}

function sumOf(sums: readonly (Sym | null)[]): Sym {
  const all = sums.map((sum) => sum ?? UNKNOWN);
  const n = add(...all.map((sum) => payload(sum, 'num')?.n ?? ZERO));
  return { ...known({ t: 'num', n }), unknown: or(...all.map(({ unknown }) => unknown)) };
}

/** Whether the one at `j` comes before the one at `i`, both being entitled: of equal ones the first named. */
function winsOver(choice: Choice, list: readonly Contender[], i: number, j: number): truths.Truth {
  if (choice.by === 'inOrder') return j < i ? truths.TRUE : truths.FALSE;
  if (choice.by === 'unspecified') return truths.DOUBT;
  const [own, other] = [list[i]?.worth ?? UNKNOWN, list[j]?.worth ?? UNKNOWN];
  return compare(j < i ? 'le' : 'lt', own, other);
}
