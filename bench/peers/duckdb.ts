import { DuckDBInstance, type DuckDBConnection, type DuckDBAppender } from '@duckdb/node-api';
import { civilDate } from '../../runtime/dates.ts';
import { BULK_ROWS } from '../harness/column-session.ts';
import type { Engine } from '../harness/engine.ts';
import { type Applicant, SCHOOL_KINDS } from '../rule/applicant.ts';
import { Outcomes } from '../rule/outcomes.ts';
