import { type Mutant, percentOf } from '../../compiler/index.ts';
import { failed, runAll, type TestedPolicy } from '../cases/bench.ts';
import type { Session } from '../console/session.ts';
import { deliver } from '../files/deliver.ts';
import { addCases } from '../suggest/report.ts';
import { caseYaml } from '../suggest/yaml.ts';
import type { MutationScore } from '../texts/shapes.ts';
import type { Texts } from '../texts/texts.ts';
import { type Mutation, type MutantFate, mutate } from './mutate.ts';
import { Proving } from './prove.ts';

export interface MutateOptions {
  readonly format?: 'text' | 'json' | 'html';
  readonly out?: string;
  readonly update?: true;
  readonly failUnder?: number;
}

interface Scored {
  readonly tested: TestedPolicy;
  readonly mutation: Mutation;
  readonly score: MutationScore;
}

/** Puts each policy's cases to the test; says whether all is as well as asked for. Cases that fail notice nothing. */
export async function mutateAll(
  policies: readonly TestedPolicy[],
  session: Session,
  { format, out, update, failUnder = 0 }: MutateOptions,
): Promise<boolean> {
  const passing = await passingOf(policies, session);
  const scored: Scored[] = [];
  const proving = new Proving(session);
  try {
    for (const tested of passing) {
      const mutation = await mutate(tested, session, format === 'json', await proving.of(tested));
      scored.push({ tested, mutation, score: scoreOf(mutation.fates) });
    }
  } finally {
    await proving.close();
  }
  await deliver(session, format === 'json' ? mutationJson(scored) : mutationText(scored, session), out);
  if (update) for (const { tested, mutation } of scored) await addCases(tested, killersOf(mutation), session);
  const well = scored.every(
    ({ mutation, score }) => mutation.needless.length === 0 && score.percent >= failUnder,
  );
  return well && passing.length === policies.length;
}

async function passingOf(
  policies: readonly TestedPolicy[],
  session: Session,
): Promise<readonly TestedPolicy[]> {
  const passing: TestedPolicy[] = [];
  for (const tested of policies) {
    const count = runAll(tested, session.language).filter(failed).length;
    if (count === 0) passing.push(tested);
    else await session.err.write(`${session.texts.mutate.failing(tested.source.path, count)}\n`);
  }
  return passing;
}

/** Mutants that no checker would let pass, and those that change nothing, are left out; those with a written reason count as killed. */
function scoreOf(fates: readonly MutantFate[]): MutationScore {
  const running = fates.filter(({ broken, same }) => !broken && !same);
  const killed = running.filter(({ killedBy }) => killedBy.length > 0).length;
  const alive = running.filter(({ killedBy }) => killedBy.length === 0);
  const excused = alive.filter(({ excuse }) => excuse !== null).length;
  const open = alive.filter(({ excuse }) => excuse === null);
  return {
    mutants: running.length,
    killed,
    excused,
    survived: open.length,
    alike: open.filter(({ killer }) => killer === null).length,
    broken: fates.filter(({ broken }) => broken).length,
    same: fates.filter(({ same }) => same).length,
    percent: percentOf(killed + excused, running.length),
  };
}

type Fields = { readonly [key: string]: unknown };

/** One case for each applicant: several mutants may be noticed by the same, each by something else that is expected. */
function killersOf({ fates }: Mutation): readonly object[] {
  const found = new Map<string, Fields>();
  for (const { killer } of fates) {
    if (!killer) continue;
    const { name, clauses, expect, ...rest } = killer as Fields;
    const key = JSON.stringify(rest);
    const before = found.get(key);
    found.set(key, before ? joined(before, { clauses, expect }) : (killer as Fields));
  }
  return numbered([...found.values()]);
}

const joined = (case_: Fields, { clauses, expect }: Fields): Fields => ({
  ...case_,
  ...((case_.clauses ?? clauses) !== undefined && { clauses: bothOf(case_.clauses ?? [], clauses ?? []) }),
  expect: bothOf(case_.expect, expect),
});

/** Mappings entry by entry; lists of names together; of anything else the first, which is the same. */
function bothOf(a: unknown, b: unknown): unknown {
  if (Array.isArray(a) && Array.isArray(b)) return isNames(a) && isNames(b) ? [...new Set([...a, ...b])] : a;
  if (!isFields(a) || !isFields(b)) return a ?? b;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(keys.map((key) => [key, bothOf(a[key], b[key])]));
}

const isNames = (list: readonly unknown[]): boolean => list.every((one) => typeof one === 'string');
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function numbered(cases: readonly Fields[]): readonly Fields[] {
  const taken = new Map<unknown, number>();
  return cases.map((one) => {
    const number = (taken.get(one.name) ?? 0) + 1;
    taken.set(one.name, number);
    return number === 1 ? one : { ...one, name: `${String(one.name)} ${number}` };
  });
}

function mutationText(scored: readonly Scored[], session: Session): string {
  const parts = scored.map((one) => policyText(one, session));
  const all = scored.flatMap(({ mutation }) => mutation.fates);
  const total = scored.length > 1 ? [session.texts.mutate.total(scoreOf(all))] : [];
  return `${[...parts, ...total].join('\n')}\n`;
}

function policyText({ tested, mutation, score }: Scored, { texts, language, paintOut }: Session): string {
  const { mutate: say } = texts;
  const alive = mutation.fates.filter(
    ({ killedBy, broken, same }) => killedBy.length === 0 && !broken && !same,
  );
  const excused = alive.filter(({ excuse }) => excuse !== null);
  const open = alive.filter(({ excuse }) => excuse === null);
  return [
    `${tested.source.path}: ${paintOut(score.survived > 0 ? 'yellow' : 'green', say.summary(score))}`,
    ...mutation.needless.map((id) => paintOut('red', say.needless(id))),
    ...excused.map(({ mutant, excuse }) =>
      say.excused(mutant.line, changeText(mutant, texts, language), mutant.id, excuse ?? ''),
    ),
    ...open.flatMap(({ mutant, killer }) => [
      `  ${say.survivor(mutant.line, changeText(mutant, texts, language))}`,
      `    ${mutant.id}`,
      killer ? caseYaml(killer, '    ').trimEnd() : `    ${say.alike}`,
    ]),
  ].join('\n');
}

function changeText({ kind, before, after }: Mutant, { mutate: say }: Texts, language: 'zh' | 'en'): string {
  const [from, to] = [before[language], after[language]];
  return from === to ? `${say.kinds[kind]}: ${from}` : `${say.kinds[kind]}: ${from} → ${to}`;
}

/** `bangfu.mutate/1`. */
function mutationJson(scored: readonly Scored[]): string {
  const policies = scored.map(({ tested, mutation, score }) => ({
    path: tested.source.path,
    score,
    mutants: mutation.fates.map(({ mutant: { make, ...mutant }, ...fate }) => ({ ...mutant, ...fate })),
    needless: mutation.needless,
  }));
  const score = scoreOf(scored.flatMap(({ mutation }) => mutation.fates));
  return `${JSON.stringify({ schema: 'bangfu.mutate/1', policies, score }, null, 2)}\n`;
}
