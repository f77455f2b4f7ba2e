import { type Given, type Policy, policyMeta } from '../../compiler/index.ts';
import { type CasesFile, readCases } from '../cases/read.ts';
import type { Session } from '../console/session.ts';
import { besidePolicy, type PolicyPlace } from '../files/policies.ts';
import { YamlFile } from '../files/yaml.ts';
import { localToday } from '../policy/binding.ts';
import { factsByName, PolicyNames, underIds } from '../policy/names.ts';
import { readParameters } from '../policy/parameters.ts';
import type { Ground } from '../suggest/yaml.ts';

/** What the files beside a policy say to its proofs. */
export interface Beside {
  readonly names: PolicyNames;
  readonly given: Given;
  /** Assertions that a case shows the notice itself to break, and those whose refutation the policy accepts. */
  readonly expected: ReadonlySet<string>;
  /** What `cases.yaml` gives where a case says nothing. */
  readonly ground: Ground;
}

type Values = { readonly [name: string]: unknown };

/** Parameters are fixed as `parameters.yaml` has them; the search for applicants begins at the base of `cases.yaml`. */
export async function readBeside(
  place: PolicyPlace | null,
  policy: Policy,
  session: Session,
): Promise<Beside> {
  const meta = policyMeta(policy);
  const names = new PolicyNames(meta, session.language);
  const defaults = place && (await readParameters(place, undefined, session.texts));
  const cases = place && (await casesBeside(place, session));
  const found = Object.entries(cases?.base ?? {});
  const bases = Object.fromEntries(
    meta.subjects.map(({ id, facts }) => {
      const base = found.find(([name]) => names.means(name, id))?.[1] ?? {};
      return [id, underIds(base, factsByName(facts, meta))] as const;
    }),
  );
  const around = defaults?.circumstances ?? {};
  const own = { parameters: defaults?.parameters ?? {}, circumstances: around };
  const ids = [...meta.parameters, ...meta.circumstances].map(({ id }) => id);
  const byId = (values: Values): Values =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [names.find(name, ids) ?? name, value]));
  const [parameters, circumstances] = [byId(own.parameters), byId(own.circumstances)];
  const asOf = cases?.asOf ?? defaults?.asOf;
  return {
    names,
    given: { binding: { asOf: asOf ?? localToday(), parameters, circumstances }, bases },
    expected: new Set([...brokenByNotice(policy, cases, names), ...accepted(policy)]),
    ground: { asOf, base: bases, subjects: meta.subjects.length, parameters, circumstances },
  };
}

async function casesBeside(place: PolicyPlace, { texts }: Session): Promise<CasesFile | null> {
  const beside = besidePolicy(place.path, 'cases.yaml');
  const text = await place.read(beside);
  return text === undefined ? null : readCases(new YamlFile(beside, text, texts));
}

const accepted = (policy: Policy): readonly string[] =>
  policy.assertions.flatMap((one) => (one.accepted === undefined ? [] : [one.id]));

/** What cases say that the notice breaks, as `test` reads it. */
function brokenByNotice(policy: Policy, cases: CasesFile | null, names: PolicyNames): ReadonlySet<string> {
  const ids = policy.assertions.map(({ id }) => id);
  const named = (cases?.cases ?? []).flatMap(({ expect }) =>
    Array.isArray(expect.refuted) ? expect.refuted : [],
  );
  return new Set(named.flatMap((name) => (typeof name === 'string' ? (names.find(name, ids) ?? []) : [])));
}
