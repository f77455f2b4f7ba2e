import type { Contestant } from './measure.ts';

const node = (id: string, name: string, note?: string): Contestant => ({
  id,
  name,
  command: [process.execPath, `bench/build/${id}.mjs`],
  ...(note !== undefined && { note }),
});

export const BASELINE = node('hand-naive', 'by hand, row loop, ages counted (baseline)');
export const REFERENCE = node('interpreter', 'Bangfu, interpreter, whole decision with all reasons');

export const CONTESTANTS: readonly Contestant[] = [
  BASELINE,
  node('hand-cut-offs', 'by hand, row loop, birthdays as cut-offs'),
  node('hand-columns', 'by hand, columns, masks and tables'),
  node('hand-columns-two', 'by hand, columns, two threads'),
  REFERENCE,
  node('generated', 'Bangfu, generated module, whole decision with all reasons'),
  node('zen', 'GoRules Zen, decision tables'),
  node('json-rules-engine', 'json-rules-engine'),
  node('publicodes', 'publicodes'),
  node('feelin', 'feelin (FEEL)'),
  node('cedar', 'Cedar (WebAssembly), yes or no alone'),
];
