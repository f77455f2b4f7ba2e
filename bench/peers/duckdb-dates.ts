import { serve } from '../harness/engine.ts';
import { BY_DATES, duckdbEngine } from './forms/duckdb.ts';

await serve(duckdbEngine(BY_DATES, { keep: true, threads: 1 }));
