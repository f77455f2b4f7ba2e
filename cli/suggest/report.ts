import type { TestedPolicy } from '../cases/bench.ts';
import type { Session } from '../console/session.ts';
import { deliver } from '../files/deliver.ts';
import { type Suggestions, suggestFor } from './suggest.ts';
import { caseYaml, withCases } from './yaml.ts';

export interface SuggestOptions {
  readonly format?: 'text' | 'json' | 'html';
  readonly out?: string;
  readonly update?: true;
}

/** Suggests cases for each policy: printed as they would stand in `cases.yaml`, or put at the end of it. */
export async function suggestAll(
  policies: readonly TestedPolicy[],
  session: Session,
  { format, out, update }: SuggestOptions,
): Promise<void> {
  const made: (readonly [TestedPolicy, Suggestions])[] = [];
  for (const tested of policies) made.push([tested, suggestFor(tested, session)]);
  const text = made.map(([tested, suggestions]) => suggestionsText(tested, suggestions, session)).join('');
  await deliver(session, format === 'json' ? suggestionsJson(made) : text, out);
  if (update) for (const [tested, { cases }] of made) await addCases(tested, cases, session);
}

function suggestionsText(
  { source }: TestedPolicy,
  { cases, reached, left }: Suggestions,
  { texts }: Session,
): string {
  const { suggest } = texts;
  const head = `# ${source.path}: ${suggest.summary(cases.length, reached.length, left.length)}\n`;
  const missing = left.map(({ text }) => `# ${suggest.left} ${text}\n`);
  return [head, ...cases.map((one) => caseYaml(one, '  ')), ...missing].join('');
}

/** `bangfu.suggest/1`. */
function suggestionsJson(made: readonly (readonly [TestedPolicy, Suggestions])[]): string {
  const policies = made.map(([{ source }, { cases, reached, left }]) => ({
    path: source.path,
    cases,
    reached: reached.map(({ key, text }) => ({ goal: key, text })),
    left: left.map(({ key, text }) => ({ goal: key, text })),
  }));
  return `${JSON.stringify({ schema: 'bangfu.suggest/1', policies }, null, 2)}\n`;
}

/** Everything in the file that is there stays as it is written, comments and order too. */
export async function addCases(
  { bench }: TestedPolicy,
  cases: readonly object[],
  session: Session,
): Promise<void> {
  if (cases.length === 0) return;
  const { file } = bench;
  const list = file.listEnd(['cases']) ?? file.refuse(['cases'], session.texts.yaml.aBlockList);
  const text = cases.map((one) => caseYaml(one, list.indent)).join('');
  await deliver(session, withCases(file.content, list.offset, text), file.path);
  await session.err.write(`${session.texts.suggest.written(file.path, cases.length)}\n`);
}
