import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { compile, evaluator, type Policy, policyMeta } from '../../compiler/index.ts';
import type { Decision } from '../../runtime/decision.ts';
import type { BoundPolicy } from '../../runtime/evaluator.ts';
import type { PolicyMeta } from '../../runtime/types.ts';
import { fromDisk } from './reading.ts';

type Facts = { readonly [fact: string]: unknown };

/** One kind of record of one policy of the folder, bound as its cases are. */
export interface Kind {
  readonly slug: string;
  readonly subject: string;
  readonly policy: Policy;
  readonly meta: PolicyMeta;
  readonly bound: BoundPolicy;
  /** The record that the cases start from, one that lacks every other fact, and one of which nothing is known. */
  readonly records: readonly Facts[];
}

const folder = fileURLToPath(new URL('../../policies', import.meta.url));

const read = (path: string): Facts => (existsSync(path) ? (parse(readFileSync(path, 'utf8')) as Facts) : {});

function kindsOf(slug: string): readonly Kind[] {
  const path = `${folder}/${slug}/notice.policy`;
  const { policy } = compile({ path, text: readFileSync(path, 'utf8') }, fromDisk);
  if (!policy) throw new Error(`${slug} does not compile`);
  const meta = policyMeta(policy);
  const { asOf, base } = read(`${folder}/${slug}/cases.yaml`) as {
    asOf: string;
    base: { [kind: string]: Facts };
  };
  const { parameters = {} } = read(`${folder}/${slug}/parameters.yaml`) as { parameters?: Facts };
  return meta.subjects.map(({ id: subject }) => {
    const named = Object.entries(base).find(([name]) => name === subject || name === meta.names[subject]?.zh);
    const facts = named?.[1] ?? {};
    // Half of the record is another one: two of one id do not stand in one register.
    const half = Object.fromEntries(
      Object.entries(facts).filter(([name], at) => name !== 'id' && at % 2 === 0),
    );
    const bound = evaluator(policy).bind({ asOf, parameters, subject });
    return { slug, subject, policy, meta, bound, records: [facts, half, {}] };
  });
}

/** Every kind of record that a policy of the folder decides about: people, households, helpers, posts, organisations. */
export const kinds: readonly Kind[] = readdirSync(folder)
  .filter((slug) => existsSync(`${folder}/${slug}/cases.yaml`))
  .flatMap(kindsOf);

/** Each record decided alone, and all of them as a register. */
export const decisionsOf = ({ bound, records }: Kind): readonly Decision[] => [
  ...records.map((facts) => bound.decide(facts)),
  ...bound.decideAll(records).decisions,
];
