import { serve } from '../harness/engine.ts';
import { BY_CUT_OFFS, duckdbEngine } from './forms/duckdb.ts';

await serve(duckdbEngine(BY_CUT_OFFS, { keep: true, threads: 1 }));
