import { allowance, directSession } from '../harness/decider-session.ts';
import { serve } from '../harness/engine.ts';
import { BASE_ROWS } from '../harness/row-engine.ts';

await serve({ rows: BASE_ROWS, prepare: (applicants) => directSession(applicants, allowance().decide) });
