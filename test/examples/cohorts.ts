import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bangfu, type Run } from '../cli/harness.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The registers of the notices that select, as examples/README.md shows them. */
export const cohorts = {
  '07': [
    'policies/07-annual-assessment',
    'examples/register-07/staff.ndjson',
    '--subject',
    'staff',
    '--ignore',
    '姓名',
  ],
  '18': ['policies/18-spring-festival-visits', 'examples/register-18/staff.csv', '--subject', 'staffMember'],
  '19': [
    'policies/19-provincial-recruitment',
    'examples/register-19/candidates.csv',
    '--parameters',
    'examples/register-19/parameters.yaml',
  ],
} as const;

export type Cohort = keyof typeof cohorts;

export const decide = (cohort: Cohort, ...more: readonly string[]): Promise<Run> =>
  bangfu(['decide', ...cohorts[cohort], ...more], { cwd: root });

export const schema = JSON.parse(readFileSync(`${root}/docs/decision.schema.json`, 'utf8')) as object;
