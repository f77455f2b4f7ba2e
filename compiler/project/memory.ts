import { CheckMemory } from '../check/remembered.ts';
import { Files } from '../sharing/index.ts';
import { AnalysisMemory } from './steady.ts';

/**
 * What compiling the same files before has left behind, for who compiles them again after each change: an editor, a watch. Handed
 * to `compile` and `examine` it changes nothing of what they give, only the time it takes.
 */
export class Memory {
  readonly files = new Files();
  readonly checked = new CheckMemory();
  readonly analysed = new AnalysisMemory();
}
