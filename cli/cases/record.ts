import type { Binding, Evaluator } from '../../runtime/evaluator.ts';
import type { YamlFile } from '../files/yaml.ts';
import { factsByName, type PolicyNames, underIds } from '../policy/names.ts';
import type { CasesFile, Change } from './read.ts';

export type Facts = { readonly [fact: string]: unknown };

/** What the cases of one file run against. */
export interface Bench {
  readonly file: YamlFile;
  readonly cases: CasesFile;
  readonly evaluator: Evaluator;
  readonly names: PolicyNames;
  /** From parameters.yaml. */
  readonly defaults: Omit<Binding, 'asOf'> & { readonly asOf?: string | undefined };
}

/** The base record of the subject with the case's facts put in and the withheld ones taken out. */
export function recordOf(bench: Bench, subject: string, change: Change): Facts {
  const { meta } = bench.evaluator;
  const facts = factsByName(meta.subjects.find(({ id }) => id === subject)?.facts ?? [], meta);
  const base = Object.entries(bench.cases.base).find(([name]) => bench.names.means(name, subject))?.[1] ?? {};
  const record = { ...underIds(base, facts), ...underIds(change.with, facts) };
  for (const name of change.without) delete record[facts.get(name)?.id ?? name];
  return record;
}
