import { add } from '../arithmetic.ts';
import { le, lt } from '../compare.ts';
import type { ChoiceResult, Range } from '../decision.ts';
import type { AmountRules, Case, ChoiceRules, SpanValue } from '../rules.ts';
import { all, doubt, none, reasonsOf, truthName } from '../truth.ts';
import type { Id } from '../types.ts';
import { hull, isUnknown, reasonsOfValue, unknownOf } from '../unknown.ts';
import type { Exact, Maybe, Truth } from '../value.ts';
import { moneyRange, paidWhole } from './amounts.ts';
import { paidEvents } from './events.ts';
import { distinctReasons } from './reasons.ts';
import type { ProgrammeState } from './programme-state.ts';

/** What a choice asks of the record that is being decided. */
interface Decided {
  readonly case: Case;
  readonly validity: SpanValue;
  programme(id: Id): ProgrammeState;
}

/** One of the benefits chosen between, for one record. */
interface Contender {
  readonly id: Id;
  readonly source?: string;
  readonly entitled: Truth;
  /** What it comes to, never absent; null where nothing is compared. */
  readonly worth: Exact | ReturnType<typeof unknownOf> | null;
}

/** Which of them is paid. */
interface Outcome {
  readonly contender: Contender;
  /** Not beaten by another; says nothing about being entitled. */
  readonly unbeaten: Truth;
  readonly beatenBy: { readonly kind: 'lower' | 'equal' | 'later'; readonly by: Id } | null;
}

/** Absent money is nothing. */
function orNone(value: Maybe<Exact>): Exact | ReturnType<typeof unknownOf> {
  if (value === null) return 0;
  if (!isUnknown(value) || !value.mayBeAbsent) return value;
  const known = hull([{ ...value, mayBeAbsent: false }, 0], reasonsOfValue(value));
  return known ?? 0;
}

/** What an amount comes to for one period, all heads and events counted. */
function worthOf(rules: AmountRules, record: Decided): Exact | ReturnType<typeof unknownOf> {
  const { case: c, validity } = record;
  const { events } = rules;
  if (events === undefined) return orNone(paidWhole(rules, c, 1));
  const found = paidEvents(events, c, validity);
  const sure = found.events.filter((event) => event.sure).length;
  const most = found.complete ? found.events.length : null;
  const count = most === sure ? sure : unknownOf(found.reasons, { min: sure, max: most });
  return orNone(paidWhole(rules, c, count));
}

function contendersOf(choice: ChoiceRules, record: Decided): readonly Contender[] {
  const compares = choice.by === 'highest';
  return choice.members.map((member) => {
    if ('programme' in member) {
      const { rules } = record.programme(member.programme);
      const total = () =>
        rules.amounts.map((amount) => worthOf(amount, record)).reduce<Maybe<Exact>>((a, b) => add(a, b), 0);
      const entitled = record.case.outcome(member.programme, 'selected');
      return {
        id: member.programme,
        entitled,
        worth: compares && entitled !== false ? orNone(total()) : null,
      };
    }
    const amount = member.amount(record.case);
    const about = { id: member.benefit, ...(member.source === undefined ? {} : { source: member.source }) };
    const open = isUnknown(amount) && amount.mayBeAbsent;
    const entitled =
      amount === null ? false : open ? doubt(`${member.benefit}.received`, amount.reasons) : true;
    return { ...about, entitled, worth: orNone(amount) };
  });
}

type Duel = { readonly wins: Truth; readonly kind: 'lower' | 'equal' | 'later' };

/** Whether the contender at `j` comes before the one at `i`, both being entitled. */
function duel(choice: ChoiceRules, list: readonly Contender[], i: number, j: number): Duel {
  const [own, other] = [list[i], list[j]];
  if (choice.by === 'inOrder') return { wins: j < i, kind: 'later' };
  if (choice.by === 'unspecified') {
    const text = '几项中享受哪一项没有规定 / which of them is paid is not said';
    return {
      wins: doubt(`${choice.id}.which`, [{ kind: 'unspecified', at: choice.id, text }]),
      kind: 'later',
    };
  }
  const [a, b] = [own?.worth ?? 0, other?.worth ?? 0];
  const higher = lt(a, b, `${choice.id}.${i}<${j}`);
  if (higher === true || j > i) return { wins: higher, kind: 'lower' };
  return { wins: le(a, b, `${choice.id}.${i}≤${j}`), kind: higher === false ? 'equal' : 'lower' };
}

function outcomesOf(choice: ChoiceRules, list: readonly Contender[]): readonly Outcome[] {
  return list.map((contender, i) => {
    const duels = list.flatMap((other, j) => {
      if (j === i || other.entitled === false) return [];
      const { wins, kind } = duel(choice, list, i, j);
      return { by: other.id, kind, truth: all(other.entitled, wins) };
    });
    const lost = duels.filter(({ truth }) => truth === true);
    const first = lost.find(({ kind }) => kind !== 'lower') ?? lost[0];
    return {
      contender,
      unbeaten: none(...duels.map(({ truth }) => truth)),
      beatenBy: first === undefined ? null : { kind: first.kind, by: first.by },
    };
  });
}

/** A choice worked out for one record: each benefit's own state. */
export class RecordChoice {
  readonly rules: ChoiceRules;
  readonly #outcomes: readonly Outcome[];

  constructor(rules: ChoiceRules, record: Decided) {
    this.rules = rules;
    this.#outcomes = outcomesOf(rules, contendersOf(rules, record));
  }

  /** Whether nothing else is paid instead of the programme. */
  unbeaten(programme: Id): Truth {
    return this.#of(programme)?.unbeaten ?? true;
  }

  result(programme: Id): ChoiceResult | undefined {
    const own = this.#of(programme);
    if (own === undefined || own.contender.entitled === false) return undefined;
    const paid = all(own.contender.entitled, own.unbeaten);
    const winner = this.#winner();
    const lost = own.beatenBy && { kind: own.beatenBy.kind, paid: winner ?? own.beatenBy.by };
    return {
      id: this.rules.id,
      by: this.rules.by,
      paid: truthName(paid),
      ...(lost && paid === false ? { notPaid: lost } : {}),
      between: this.#outcomes.map(({ contender }) => shown(contender)),
      cites: this.rules.cites,
      reasons: distinctReasons(reasonsOf(paid)),
    };
  }

  /** The one that surely is paid. */
  #winner(): Id | undefined {
    return this.#outcomes.find(({ contender, unbeaten }) => all(contender.entitled, unbeaten) === true)
      ?.contender.id;
  }

  #of(programme: Id): Outcome | undefined {
    return this.#outcomes.find(({ contender }) => contender.id === programme);
  }
}

function shown({ id, source, entitled, worth }: Contender): ChoiceResult['between'][number] {
  const amount: Range | undefined = worth === null ? undefined : moneyRange(worth);
  return {
    id,
    entitled: truthName(entitled),
    ...(amount === undefined ? {} : { amount }),
    ...(source === undefined ? {} : { source }),
  };
}

/** An amount while it is open, or settled, whether something else is paid instead. */
export function unless(rules: AmountRules, unbeaten: Truth): AmountRules {
  if (unbeaten === true) return rules;
  return { ...rules, when: (c) => all(rules.when?.(c) ?? true, unbeaten) };
}
