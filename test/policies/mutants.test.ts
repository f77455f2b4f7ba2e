import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { bangfu } from '../cli/harness.ts';

const cwd = fileURLToPath(new URL('../..', import.meta.url));

/** The quickest two; `npm run mutate` takes all. */
test.each(['06-civilisation-pairing', '08-household-plan'])(
  'each mutant of %s is noticed by a case or let live with a reason',
  { timeout: 60_000 },
  async (name) => {
    const run = await bangfu(['test', `policies/${name}`, '--mutate', '--fail-under', '100'], { cwd });
    expect([run.status, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toMatch(/notice\.policy: 改错 \d+ 处，案例发现 \d+ 处（100%）/);
  },
);
