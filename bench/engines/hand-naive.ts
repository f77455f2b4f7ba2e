import { decideNaive } from '../hand/rows.ts';
import { serve } from '../harness/engine.ts';
import { rowEngine } from '../harness/row-engine.ts';

await serve(rowEngine(decideNaive));
