import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../../compiler/index.ts';
import {
  Encoder,
  Evaluation,
  type ExprKind,
  groundOf,
  Pool,
  RecordWorld,
  Replay,
  type Sym,
} from '../../compiler/testkit.ts';
import { readRow } from '../../runtime/input/read.ts';
import type { Binding, FactMeta, Value } from '../../runtime/index.ts';
import { parseDate } from '../../runtime/dates.ts';
import { isDoubt, isExact, isUnknown } from '../../runtime/unknown.ts';
import { compareExact, type Exact } from '../../runtime/exact.ts';
import { Inputs } from '../agree/applicants.ts';
import { randomPolicy } from '../agree/random-policy.ts';
import { seed } from '../agree/seed.ts';

const LIST = 4;
const POLICIES = 50;
const RECORDS = 40;
/** Records bound alike: terms are made once for them. */
const EACH = 20;

type Raw = { readonly [fact: string]: unknown };
type Expr = { readonly k: ExprKind['k'] } & Policy['definitions'][number]['body'];

/** Records as proofs have them: every fact given, every list complete. */
function isComplete(facts: readonly FactMeta[], row: Raw): boolean {
  return facts.every(({ id, type }) => {
    const value = row[id];
    if (value === undefined) return false;
    if (type.t !== 'list') return true;
    if (!Array.isArray(value)) return false;
    const { of } = type;
    return of.t !== 'record' || value.every((item) => isComplete(of.fields, item as Raw));
  });
}

/** The record with what is missing put in and lists made complete. */
function completed(inputs: Inputs, facts: readonly FactMeta[]): fc.Arbitrary<Raw> {
  return fc
    .tuple(...facts.map((fact) => inputs.fact(fact)))
    .map((values) => Object.fromEntries(facts.map((fact, i) => [fact.id, filled(fact, values[i])])));
}

function filled({ type }: Pick<FactMeta, 'type'>, value: unknown): unknown {
  if (type.t !== 'list') return value;
  const { of } = type;
  const items = Array.isArray(value) ? value : ((value as { items?: unknown[] } | null)?.items ?? []);
  if (of.t !== 'record') return items;
  const plain = (field: FactMeta): unknown =>
    ({ date: '2020-05-01', bool: false, money: 0, int: 0, enum: 'low', text: '甲', ref: '甲' })[
      field.type.t as 'date'
    ] ?? null;
  return items.map((item: Raw) =>
    Object.fromEntries(
      of.fields.map((field) => [field.id, item[field.id] ?? (field.optional ? null : plain(field))]),
    ),
  );
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

interface Tally {
  without: number;
  compared: number;
  settled: number;
  vaguer: number;
}

/** What a term says under one record: absent, unknown, or a value as the interpreter has it. */
function read(sym: Sym, e: Evaluation): unknown {
  if (e.bool(sym.unknown)) return 'unknown';
  if (e.bool(sym.absent)) return null;
  switch (sym.of.t) {
    case 'bool':
      return e.bool(sym.of.yes);
    case 'num':
      return e.num(sym.of.n);
    case 'date':
      return e.num(sym.of.day.day);
    default:
      return 'other';
  }
}

const isOpen = (value: Value): boolean => isUnknown(value) || isDoubt(value);
const same = (a: unknown, b: Value): boolean =>
  isExact(a) && isExact(b) ? compareExact(a, b) === 0 : a === b;

/** Settled here is settled so there; unknown here may be anything there. */
function hold(sym: Sym, e: Evaluation, value: Value, tally: Tally): void {
  const found = read(sym, e);
  if (found === 'other') return;
  tally.compared += 1;
  if (found === 'unknown') {
    if (!isOpen(value)) tally.vaguer += 1;
    return;
  }
  tally.settled += 1;
  if (!same(found, value)) expect(found).toEqual(value);
}

/** The terms of a policy under one binding, for many records. */
function encode(policy: Policy, binding: Binding) {
  const ground = groundOf(policy, { binding, bases: {}, limits: { list: LIST } }, 'person');
  const pool = new Pool();
  const world = new RecordWorld(ground.setting, pool);
  const encoder = new Encoder(policy, world, ground.setting.codes);
  world.compute = (body) => encoder.value(body, []);
  const exprs: readonly Expr[] = [
    ...policy.definitions.flatMap(({ subject, body }) => (subject === 'person' ? [body] : [])),
    ...policy.programmes.flatMap((programme) => [programme.eligible, ...programme.excluded]),
    ...policy.programmes.flatMap(({ tier }) => (tier ? [tier.table] : [])),
  ];
  const syms = exprs.map((expr) => encoder.value(expr, []));
  return { meta: ground.setting.meta, pool, exprs, syms, outcome: encoder.programme('aid').outcome };
}

type Encoded = ReturnType<typeof encode>;

function assigned({ pool, meta }: Encoded, binding: Binding, row: Raw): Evaluation {
  const facts = readRow(meta, meta.subjects[0]?.facts ?? [], row);
  const around = readRow(meta, meta.circumstances, binding.circumstances ?? {});
  const values = new Map<string, boolean | Exact>();
  for (const [name, slot] of pool.slots) {
    const own = name.startsWith('circumstances.') ? around[name.slice('circumstances.'.length)] : facts[name];
    const value = name === 'asOf' ? parseDate(binding.asOf) : own;
    if (value !== undefined) slot.write(value, values);
  }
  return new Evaluation(values);
}

function compare(policy: Policy, tally: Tally, binding: Binding, rows: readonly Raw[]): void {
  const replay = new Replay(policy);
  const encoded = encode(policy, binding);
  for (const row of rows) {
    const e = assigned(encoded, binding, row);
    const replayed = replay.run({ ...binding, subject: 'person' }, row);
    // A generated duty may ask for itself, which the checker would refuse: the interpreter then has no answer.
    const answers = attempt(() => encoded.exprs.map((expr) => replayed.value(expr)));
    if (answers === null) {
      tally.without += 1;
      continue;
    }
    encoded.syms.forEach((sym, i) => {
      hold(sym, e, answers[i] ?? null, tally);
    });
    expect(encoded.pool.required.every((condition) => e.bool(condition))).toBe(true);
    const outcome = replayed.decision.programmes.aid?.outcome;
    if (e.bool(encoded.outcome.yes)) expect(outcome).toBe('eligible');
    if (e.bool(encoded.outcome.no)) expect(outcome).toBe('ineligible');
  }
}

describe('terms mean what the interpreter says', () => {
  const tally: Tally = { without: 0, compared: 0, settled: 0, vaguer: 0 };

  it(`on ${POLICIES} random policies, ${RECORDS} complete records each (seed ${seed})`, {
    timeout: 300_000,
  }, () => {
    for (let i = 0; i < POLICIES; i += 1) {
      const policy = randomPolicy(seed + i);
      const inputs = new Inputs(policy);
      const facts = policy.subjects[0]?.facts ?? [];
      const bindings = fc.tuple(inputs.binding('person'), completed(inputs, policy.circumstances));
      const rows = fc.array(completed(inputs, facts), { minLength: EACH, maxLength: EACH });
      const numRuns = RECORDS / EACH;
      for (const [[drawn, circumstances], some] of fc.sample(fc.tuple(bindings, rows), {
        numRuns,
        seed: seed + i,
      })) {
        const parameters = { firstYear: 2020, wage: 800, rate: { 甲: 5 }, ...drawn.parameters };
        expect(some.every((row) => isComplete(facts, row))).toBe(true);
        compare(policy, tally, { ...drawn, parameters, circumstances }, some);
      }
    }
  });

  it('and seldom know less', () => {
    expect(tally.without).toBeLessThan((POLICIES * RECORDS) / 10);
    expect(tally.compared).toBeGreaterThan(5_000);
    expect(tally.settled / tally.compared).toBeGreaterThan(0.35);
    expect(tally.vaguer / tally.compared).toBeLessThan(0.35);
  });
});
