import fc from 'fast-check';
import { type Policy, policyMeta } from '../../compiler/index.ts';
import type { Binding, EnumMeta, Events, FactMeta, Type } from '../../runtime/index.ts';
import type { Base, Raw } from './record.ts';
import { isoDay, type Thresholds, thresholds } from './thresholds.ts';

/** One run: what is bound, records of one kind, and what has happened so far. */
export interface Run {
  readonly binding: Binding;
  readonly rows: readonly Raw[];
  readonly events: Events;
}

const DAY_2023 = Date.parse('2023-06-01') / 86_400_000;
/** What records are called in data where rules look at other records. */
const IDS = ['甲', '乙', '丙'];

const LEAP_DAYS = ['1960-02-29', '1964-02-29', '2020-02-29', '2024-02-29'].map(
  (d) => Date.parse(d) / 86_400_000,
);

/** Inputs near the borders of the policy's rules: on them, one day or unit off, missing, absent, incomplete. */
export class Inputs {
  private readonly near: Thresholds;
  private readonly enums: ReadonlyMap<string, EnumMeta>;
  private readonly policy: Policy;
  /** Kinds that rules look at as a population or through a reference. */
  private readonly relates: readonly string[] | undefined;

  constructor(policy: Policy) {
    this.policy = policy;
    this.relates = policyMeta(policy).populations;
    this.near = thresholds(policy);
    this.enums = new Map(policy.enums.map((item) => [item.id, item]));
  }

  /** `size` records bound alike, drawn at random. */
  run(size: number): fc.Arbitrary<Run> {
    const subject = fc.constantFrom(...this.policy.subjects);
    return subject.chain(({ id, facts }) =>
      fc.record({
        binding: this.binding(id),
        rows: this.rows(this.record(facts), size),
        events: this.events(),
      }),
    );
  }

  /** Records of which exactly one fact is missing, everything else being given. */
  runWithoutOne(size: number): fc.Arbitrary<Run> {
    const subject = fc.constantFrom(...this.policy.subjects);
    return subject.chain(({ id, facts }) => {
      const parameters = this.whole(this.policy.parameters.map((one) => ({ ...one, optional: false })));
      const binding = fc.tuple(this.binding(id), parameters, this.whole(this.policy.circumstances));
      return fc.record({
        binding: binding.map(([drawn, given, around]) => ({
          ...drawn,
          parameters: given,
          circumstances: around,
        })),
        rows: this.rows(this.withoutOne(facts), size),
        events: this.events(),
      });
    });
  }

  /** The same, half of them near records that meet most conditions: up to three facts are other or missing. */
  runNear(size: number, bases: readonly Base[]): fc.Arbitrary<Run> {
    const near = fc.constantFrom(...bases).chain(({ binding, facts, row }) =>
      fc.record({
        binding: fc.constant(binding),
        rows: this.rows(this.variant(row, facts), size),
        events: this.events(),
      }),
    );
    return fc.oneof(this.run(size), near);
  }

  /** A register whose rows say who they are, most of them, where others may refer to them. */
  private rows(record: fc.Arbitrary<Raw>, size: number): fc.Arbitrary<readonly Raw[]> {
    const plain = fc.array(record, { minLength: size, maxLength: size });
    if (!this.relates) return plain;
    const named = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: size, maxLength: size });
    return fc
      .tuple(plain, named)
      .map(([rows, draws]) =>
        rows.map((row, i) => (draws[i] === 0 || 'id' in row ? row : { ...row, id: IDS[i] ?? `${i}` })),
      );
  }

  /** Populations, of other kinds mostly: all of them, some of them, or none given. */
  private populations(subject: string): fc.Arbitrary<NonNullable<Binding['populations']>> {
    const kinds = (this.relates ?? []).map((kind) => {
      const facts = this.policy.subjects.find(({ id }) => id === kind)?.facts ?? [];
      const items = this.rows(this.record(facts), 3).chain((rows) =>
        fc.subarray(rows.map((row, i) => (kind === subject ? { ...row, id: IDS[i] ?? `${i}` } : row))),
      );
      const given = fc.oneof(
        { weight: 3, arbitrary: items },
        { weight: 1, arbitrary: items.map((list) => ({ items: list, complete: false })) },
      );
      const weight = kind === subject ? 3 : 1;
      const left = { weight, arbitrary: fc.constant(undefined) };
      return fc.oneof({ weight: 3, arbitrary: given }, left).map((value) => [kind, value] as const);
    });
    return fc
      .tuple(...kinds)
      .map((list) => Object.fromEntries(list.filter(([, value]) => value !== undefined)));
  }

  /** The record with up to two facts drawn anew and one left out. */
  variant(row: Raw, facts: readonly FactMeta[]): fc.Arbitrary<Raw> {
    const changes = fc.array(this.maybe(this.change(facts)), { maxLength: 2 });
    const dropped = fc.subarray([...facts], { maxLength: 1 }).map((list) => list.map(({ id }) => id));
    return fc.tuple(changes, dropped).map(([changed, ids]) => {
      const all = [...Object.entries(row), ...changed.filter((item) => item !== undefined)];
      return Object.fromEntries(all.filter(([id]) => !ids.includes(id)));
    });
  }

  /** A record of the facts; each is missing one time in five. */
  record(facts: readonly FactMeta[]): fc.Arbitrary<Raw> {
    const fields = facts.map((fact) => this.maybe(this.fact(fact)).map((value) => [fact.id, value] as const));
    return fc
      .tuple(...fields)
      .map((entries) => Object.fromEntries(entries.filter(([, value]) => value !== undefined)));
  }

  /** A record that says every fact. */
  private whole(facts: readonly FactMeta[]): fc.Arbitrary<Raw> {
    const fields = facts.map((fact) => this.fact(fact).map((value) => [fact.id, value] as const));
    return fc.tuple(...fields).map((entries) => Object.fromEntries(entries));
  }

  private withoutOne(facts: readonly FactMeta[]): fc.Arbitrary<Raw> {
    const left = fc.nat(Math.max(0, facts.length - 1));
    return fc
      .tuple(this.whole(facts), left)
      .map(([row, out]) => Object.fromEntries(Object.entries(row).filter((_, i) => i !== out)));
  }

  /** One fact with a value. */
  change(facts: readonly FactMeta[]): fc.Arbitrary<readonly [string, unknown]> {
    return fc.oneof(...facts.map((fact) => this.fact(fact).map((value) => [fact.id, value] as const)));
  }

  /** A value that the fact may have. */
  fact(fact: FactMeta): fc.Arbitrary<unknown> {
    const value = this.value(fact.type, fact);
    return fact.optional
      ? fc.oneof({ weight: 3, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) })
      : value;
  }

  binding(subject: string): fc.Arbitrary<Binding> {
    const facts = this.policy.parameters.map((parameter) => ({ ...parameter, optional: false }));
    const asOf = this.day().map(isoDay);
    return fc.record({
      asOf,
      ...(this.relates && { populations: this.populations(subject) }),
      parameters: this.record(facts),
      circumstances: this.record(this.policy.circumstances),
      subject: fc.constant(subject),
    });
  }

  events(): fc.Arbitrary<Events> {
    const steps = this.policy.procedures.flatMap((procedure) =>
      procedure.steps.flatMap((step) => (step.countedBy === undefined ? [step.id] : [])),
    );
    const day = this.day();
    const event = fc.oneof(
      day.map(isoDay),
      fc
        .tuple(day, fc.nat(20))
        .map(([start, length]) => ({ start: isoDay(start), end: isoDay(start + length) })),
    );
    const entries = steps.map((id) =>
      fc.option(event, { nil: undefined }).map((value) => [id, value] as const),
    );
    return fc
      .tuple(...entries)
      .map((list) => Object.fromEntries(list.filter(([, value]) => value !== undefined)) as Events);
  }

  private maybe<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
    return fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.constant(undefined) });
  }

  private value(type: Type, fact: Pick<FactMeta, 'id' | 'min' | 'max'>): fc.Arbitrary<unknown> {
    switch (type.t) {
      case 'bool':
        return fc.boolean();
      case 'int':
      case 'qty':
        return this.number(this.near.numbers, fact, 200);
      case 'money':
        return this.number(this.near.fen, fact, 10_000_000).map((fen) => fen / 100);
      case 'ratio':
        return fc.constantFrom(0, 0.2, '1/3', '50%', 1);
      case 'date':
        return this.day().map(isoDay);
      case 'month':
        return this.day().map((day) => isoDay(day).slice(0, 7));
      case 'year':
        return fc.integer({ min: 2016, max: 2026 });
      case 'yearlyDay':
        return fc.constantFrom('02-28', '02-29', '03-31', '12-31');
      case 'enum':
        return fc.constantFrom(...this.options(type.enum));
      case 'set':
        return fc.subarray([...this.options(type.enum)]);
      case 'list':
        return this.list(this.value(type.of, fact));
      case 'record':
        return this.record(type.fields);
      case 'keyed':
        return this.keyed(type.key, this.value(type.of, fact));
      case 'rate':
        return this.value(type.of, fact);
      case 'ref':
        return fc.constantFrom(...IDS, '无此人');
      case 'text':
        return fc.constantFrom('某地', ...(this.near.textsOf.get(fact.id) ?? this.near.texts));
    }
  }

  private options(id: string): readonly string[] {
    const found = this.enums.get(id);
    return found?.open ? [...found.options, 'other'] : (found?.options ?? []);
  }

  private list(element: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
    const items = fc.array(element, { maxLength: 4 });
    const partial = items.map((list) => ({ items: list, complete: false }));
    return fc.oneof({ weight: 4, arbitrary: items }, { weight: 1, arbitrary: partial });
  }

  private keyed(key: Type, value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
    const keys =
      key.t === 'enum'
        ? this.options(key.enum)
        : key.t === 'text'
          ? ['某地', ...this.near.texts]
          : ['2020', '2021'];
    return fc
      .tuple(fc.subarray([...new Set(keys)]), value)
      .map(([chosen, one]) => Object.fromEntries(chosen.map((k) => [k, one])));
  }

  private number(
    near: readonly number[],
    { min, max }: Pick<FactMeta, 'min' | 'max'>,
    most: number,
  ): fc.Arbitrary<number> {
    const low = Number(min ?? '0');
    const high = Math.max(low, Number(max ?? String(most)));
    const plain = fc.integer({ min: low, max: high });
    const border =
      near.length > 0
        ? fc.tuple(fc.constantFrom(...near), fc.integer({ min: -1, max: 1 })).map(([n, d]) => n + d)
        : plain;
    return fc.oneof(
      plain,
      border.map((n) => Math.min(high, Math.max(low, n))),
    );
  }

  /** Day numbers: the policy's own, birthdays of its ages around 2023, leap days, anything since 1940. */
  private day(): fc.Arbitrary<number> {
    // A duty that falls every day is judged for each day since it began: its days are drawn close together.
    if (this.policy.duties.some((duty) => duty.every?.unit === 'day'))
      return fc.integer({ min: DAY_2023 - 90, max: DAY_2023 + 90 });
    const around = [...this.near.days, DAY_2023, ...LEAP_DAYS];
    const ages = this.near.numbers.filter((n) => n > 0 && n < 100).map((n) => yearsBefore(DAY_2023, n));
    const border = fc
      .tuple(fc.constantFrom(...around, ...ages), fc.integer({ min: -1, max: 1 }))
      .map(([day, by]) => day + by);
    return fc.oneof(
      border,
      fc.integer({ min: DAY_2023 - 80 * 366, max: DAY_2023 + 4 * 366 }),
      fc.integer({ min: DAY_2023 - 6 * 366, max: DAY_2023 }),
    );
  }
}

function yearsBefore(day: number, years: number): number {
  const [year = 0, ...rest] = isoDay(day).split('-');
  return Date.parse([String(Number(year) - years), ...rest].join('-')) / 86_400_000;
}
