import { afterAll, beforeAll, expect, it } from 'vitest';
import { openZ3 } from '../../compiler/index.ts';
import {
  beginning,
  Encoder,
  Evaluation,
  groundOf,
  Pool,
  Query,
  recordIn,
  RecordWorld,
  Replay,
} from '../../compiler/testkit.ts';
import { randomPolicy } from '../agree/random-policy.ts';
import { seed } from '../agree/seed.ts';

let solver: Awaited<ReturnType<typeof openZ3>>;
beforeAll(async () => {
  solver = await openZ3();
});
afterAll(() => solver.close());

const POLICIES = 20;
const given = {
  binding: {
    asOf: '2023-06-01',
    parameters: { firstYear: 2020, wage: 800, rate: { 甲: 5 } },
    subject: 'person',
  },
  bases: {},
  limits: { list: 2 },
};

/** What the solver is asked of one random policy: somebody who is eligible, somebody who is not. */
function prepared(number: number) {
  const policy = randomPolicy(seed + number);
  const ground = groundOf(policy, given, 'person');
  const pool = new Pool();
  const world = new RecordWorld(ground.setting, pool);
  const encoder = new Encoder(policy, world, ground.setting.codes);
  world.compute = (body) => encoder.value(body, []);
  const { yes, no } = encoder.programme('aid').outcome;
  return { policy, ground, pool, world, asked: { eligible: yes, ineligible: no } };
}

it(`records that the solver finds are decided as it says (${POLICIES} random policies, seed ${seed})`, {
  timeout: 300_000,
}, async () => {
  let found = 0;
  for (let i = 0; i < POLICIES; i += 1) {
    const { policy, ground, pool, world, asked } = prepared(i);
    const replay = new Replay(policy);
    const session = solver.session(3_000);
    const query = new Query(session, pool, beginning(pool, ground, ''));
    for (const [outcome, condition] of [
      ['eligible', asked.eligible],
      ['ineligible', asked.ineligible],
    ] as const) {
      const answer = await query.ask(condition);
      if (answer.k !== 'sat') continue;
      found += 1;
      // The terms mean to the solver what they mean to us, and the record is one that the interpreter decides alike.
      const e = new Evaluation(answer.model);
      expect(e.bool(condition)).toBe(true);
      expect(pool.required.every((required) => e.bool(required))).toBe(true);
      const { binding, facts } = recordIn(world, pool, ground, answer.model);
      expect(replay.run(binding, facts).decision.programmes.aid?.outcome).toBe(outcome);
    }
    session.close();
  }
  expect(found).toBeGreaterThan(POLICIES / 2);
});
