import { decideByCutOffs } from '../hand/cut-offs.ts';
import { serve } from '../harness/engine.ts';
import { rowEngine } from '../harness/row-engine.ts';

await serve(rowEngine(decideByCutOffs));
