import { allowance, directSession } from '../harness/decider-session.ts';
import { serve } from '../harness/engine.ts';
import { BASE_ROWS } from '../harness/row-engine.ts';
import { withOneUnknown } from '../rule/unknown.ts';

await serve({
  rows: BASE_ROWS,
  prepare: (applicants) =>
    directSession(
      applicants.map((one) => withOneUnknown(one)),
      allowance().decide,
    ),
});
