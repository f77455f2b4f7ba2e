import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Selection } from '../../runtime/decision.ts';
import type { StageRules } from '../../runtime/rules.ts';
import { allOf, fact, holds, meta, number, policy, programme } from './kit.ts';

// Selection against an oracle that tries every completion of what is unknown.

interface Row {
  readonly member?: boolean;
  readonly key?: number | null;
  readonly pass?: boolean;
}
interface Full {
  readonly member: boolean;
  readonly key: number | null;
  readonly pass: boolean;
}
interface Setting {
  readonly places: number;
  readonly ties: 'admit' | 'refuse' | 'hole';
  readonly refill: boolean | 'hole';
  readonly direction: 'ascending' | 'descending';
}

const KEYS = [0, 1, null] as const;
const HOLE = { hole: [{ kind: 'unspecified', at: 'help.ties', text: '并列未定' }] } as const;
const orHole = <T>(value: T | 'hole'): T | typeof HOLE =>
  (value === 'hole' ? HOLE : value) as T | typeof HOLE;

const facts = [
  fact('member', 'bool'),
  fact('key', 'int', { min: '0', max: '1', optional: true }),
  fact('pass', 'bool'),
];

function stage(setting: Setting): StageRules {
  return {
    id: 'help.places',
    cites: ['三'],
    source: null,
    groupBy: [],
    order: [{ key: (c) => number(c, 'key'), direction: setting.direction }],
    limits: [() => setting.places],
    clash: 'least',
    ties: orHole(setting.ties),
    must: (c) => holds(c, 'pass'),
    refill: orHole(setting.refill),
  };
}

function decideAll(rows: readonly Row[], setting: Setting): readonly (Selection | undefined)[] {
  const evaluator = policy(meta(facts), [
    programme({ eligible: (c) => allOf(c, 'member'), stages: [stage(setting)] }),
  ]);
  const bound = evaluator.bind({ asOf: '2024-05-01' });
  return bound.decideAll(rows.map((row) => ({ ...row }))).decisions.map((d) => d.programmes.help?.selection);
}

function completions(rows: readonly Row[]): readonly (readonly Full[])[] {
  let all: readonly (readonly Full[])[] = [[]];
  for (const row of rows) {
    const members = row.member === undefined ? [true, false] : [row.member];
    const keys = row.key === undefined ? KEYS : [row.key];
    const passes = row.pass === undefined ? [true, false] : [row.pass];
    const options = members.flatMap((member) =>
      keys.flatMap((key) => passes.map((pass) => ({ member, key, pass }))),
    );
    all = all.flatMap((start) => options.map((option) => [...start, option]));
  }
  return all;
}

/** Ranks by brute force: absent last in either direction. */
function before(a: Full, b: Full, direction: Setting['direction']): boolean {
  if (a.key === null) return false;
  if (b.key === null) return true;
  return direction === 'ascending' ? a.key < b.key : a.key > b.key;
}

function isIn(
  rows: readonly Full[],
  at: number,
  setting: Setting,
  refused: boolean,
  refill: boolean,
): boolean {
  const me = rows[at];
  if (me === undefined || !me.member || !me.pass) return false;
  const others = rows.filter((row, i) => i !== at && row.member && (!refill || row.pass));
  const ahead = others.filter(
    (row) => before(row, me, setting.direction) || (refused && !before(me, row, setting.direction)),
  );
  return ahead.length < setting.places;
}

function oracle(rows: readonly Row[], setting: Setting): readonly string[] {
  const ties = setting.ties === 'hole' ? [false, true] : [setting.ties === 'refuse'];
  const refills = setting.refill === 'hole' ? [false, true] : [setting.refill];
  const worlds = completions(rows);
  return rows.map((_, at) => {
    const results = new Set(
      worlds.flatMap((world) =>
        ties.flatMap((refused) => refills.map((refill) => isIn(world, at, setting, refused, refill))),
      ),
    );
    return results.size === 2 ? 'undetermined' : results.has(true) ? 'selected' : 'notSelected';
  });
}

const row: fc.Arbitrary<Row> = fc
  .record({
    member: fc.constantFrom(true, true, false, undefined),
    key: fc.constantFrom<(number | null | undefined)[]>(0, 0, 1, 1, null, undefined),
    pass: fc.constantFrom(true, true, true, false, undefined),
  })
  .map(
    (given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Row,
  );

const setting: fc.Arbitrary<Setting> = fc.record({
  places: fc.integer({ min: 0, max: 4 }),
  ties: fc.constantFrom('admit', 'refuse', 'hole'),
  refill: fc.constantFrom<(boolean | 'hole')[]>(true, false, 'hole'),
  direction: fc.constantFrom('ascending', 'descending'),
});

describe('selection with unknowns', () => {
  it('is in, out or undetermined exactly as every completion says', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), setting, (rows, chosen) => {
        const found = decideAll(rows, chosen).map((selection) => selection?.result);
        expect(found).toEqual(oracle(rows, chosen));
      }),
      { numRuns: 400 },
    );
  });

  it('gives each applicant the same result, byte for byte, in any order of the register', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 2, maxLength: 12 }),
        setting,
        fc.infiniteStream(fc.nat()),
        (rows, chosen, random) => {
          const order = rows.map((_, i) => ({ i, by: random.next().value as number }));
          order.sort((a, b) => a.by - b.by);
          const straight = decideAll(rows, chosen);
          const shuffled = decideAll(
            order.map(({ i }) => rows[i] ?? {}),
            chosen,
          );
          order.forEach(({ i }, at) => {
            expect(JSON.stringify(shuffled[at])).toBe(JSON.stringify(straight[i]));
          });
        },
      ),
      { numRuns: 300 },
    );
  });
});
