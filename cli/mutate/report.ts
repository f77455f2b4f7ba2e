import { type Mutant, percentOf } from '../../compiler/index.ts';
import type { TestedPolicy } from '../cases/bench.ts';
import type { Session } from '../console/session.ts';
import { deliver } from '../files/deliver.ts';
import { addCases } from '../suggest/report.ts';
import { caseYaml } from '../suggest/yaml.ts';
import type { MutationScore } from '../texts/shapes.ts';
import type { Texts } from '../texts/texts.ts';
import { type Mutation, type MutantFate, mutate } from './mutate.ts';

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

/** Puts each policy's cases to the test; says whether all is as well as asked for. */
export async function mutateAll(
  policies: readonly TestedPolicy[],
  session: Session,
  { format, out, update, failUnder = 0 }: MutateOptions,
): Promise<boolean> {
  const scored = policies.map((tested): Scored => {
    const mutation = mutate(tested, session, format === 'json');
    return { tested, mutation, score: scoreOf(mutation.fates) };
  });
  await deliver(session, format === 'json' ? mutationJson(scored) : mutationText(scored, session), out);
  if (update) for (const { tested, mutation } of scored) await addCases(tested, killersOf(mutation), session);
  return scored.every(({ mutation, score }) => mutation.needless.length === 0 && score.percent >= failUnder);
}

/** Mutants that no checker would let pass are left out; those with a written reason count as killed. */
function scoreOf(fates: readonly MutantFate[]): MutationScore {
  const running = fates.filter(({ broken }) => !broken);
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
    broken: fates.length - running.length,
    percent: percentOf(killed + excused, running.length),
  };
}

/** One case for each applicant: several mutants may be noticed by the same. */
function killersOf({ fates }: Mutation): readonly object[] {
  const found = new Map<string, object>();
  for (const { killer } of fates) {
    if (!killer) continue;
    const { name, clauses, ...rest } = killer as { readonly name?: unknown; readonly clauses?: unknown };
    const key = JSON.stringify(rest);
    if (!found.has(key)) found.set(key, killer);
  }
  return [...found.values()];
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
    ({ killedBy, broken, excuse }) => killedBy.length === 0 && !broken && excuse === null,
  );
  return [
    `${tested.source.path}: ${paintOut(score.survived > 0 ? 'yellow' : 'green', say.summary(score))}`,
    ...mutation.needless.map((id) => paintOut('red', say.needless(id))),
    ...alive.flatMap(({ mutant, killer }) => [
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
