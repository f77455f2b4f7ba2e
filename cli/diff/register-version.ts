import {
  type DeployedValues,
  evaluator,
  type Policy,
  policyMeta,
  type renames,
} from '../../compiler/index.ts';
import type { BoundPolicy } from '../../runtime/evaluator.ts';
import type { FactMeta, Id, Name, PolicyMeta } from '../../runtime/types.ts';
import type { DataOptions } from '../commands/decide.ts';
import { Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import type { Texts } from '../texts/texts.ts';
import type { PolicyPlace } from '../files/policies.ts';
import type { OpenRows } from '../decide/register.ts';
import { type BindingOptions, bindPolicy } from '../policy/binding.ts';
import { type Applicant, openApplicants } from '../read/applicants.ts';

export interface PopulationOptions extends BindingOptions, DataOptions {
  /** The register, and `KIND=FILE` for records of other kinds that rules look at. */
  readonly population?: readonly string[];
  readonly period?: string;
  readonly by?: readonly string[];
}

/** The register that is decided, and the files of other kinds of record as `KIND=FILE`. */
export interface AskedRegister {
  readonly path: string;
  readonly others: readonly string[];
}

/** What `--population` names, `null` if nothing. */
export function askedRegister({ population = [] }: PopulationOptions, { diff }: Texts): AskedRegister | null {
  if (population.length === 0) return null;
  const others = population.filter((one) => kindAndFile.test(one));
  const [path, ...more] = population.filter((one) => !kindAndFile.test(one));
  if (path === undefined || more.length > 0) throw new Unusable(diff.oneRegister(population));
  return { path, others };
}

const kindAndFile = /^[^=/\\.]+=./;

/** A register as one of two versions of a policy reads it. */
export interface VersionOfRegister {
  readonly own: Policy;
  /** Parameters that it is given. */
  readonly deployed: DeployedValues;
  readonly other: Policy;
  /** Names of the other version's that this one calls differently: its id → ours. */
  readonly aliases: ReturnType<typeof renames>;
  /** The newer version: date and circumstances are those beside it. */
  readonly beside: PolicyPlace;
  readonly path: string;
  readonly others: readonly string[];
}

/** Facts that only the other version knows are passed over; renamed ones are read under either name. */
export async function openVersion(
  session: Session,
  { own, deployed, other, aliases, beside, path, others }: VersionOfRegister,
  options: PopulationOptions,
): Promise<{ readonly bound: BoundPolicy; readonly open: OpenRows }> {
  const version = { parameters: deployed };
  const { bound, subject } = await bindPolicy(session, beside, evaluator(own), options, others, version);
  const meta = policyMeta(own);
  const facts = factsOf(meta, subject);
  const foreign = factsOf(policyMeta(other), subject).filter(
    ({ id }) => !facts.some((fact) => fact.id === id),
  );
  const named = foreign.flatMap((fact) =>
    namesOf(fact.id, other.names).map((name) => [name, fact.id] as const),
  );
  const ours = new Map(named.map(([name, id]) => [name, aliases.get(id) ?? null]));
  const ignored = foreign.filter(({ id }) => !aliases.has(id));
  const ignore = [...(options.ignore ?? []), ...ignored.flatMap(({ id }) => namesOf(id, other.names))];
  const known = [...facts, ...foreign.filter(({ id }) => aliases.has(id))];
  const open: OpenRows = async () => {
    const { rows } = await openApplicants({
      source: { path, format: options.input, sheet: options.sheet },
      meta: { ...meta, names: { ...other.names, ...meta.names } },
      facts: known,
      wishes: { id: options.id, ignore },
      texts: session.texts,
    });
    return translated(rows, ours);
  };
  return { bound, open };
}

const factsOf = (meta: PolicyMeta, subject: Id | undefined): readonly FactMeta[] =>
  meta.subjects.find(({ id }) => id === subject)?.facts ?? [];

function namesOf(id: Id, names: { readonly [id: Id]: Name }): readonly string[] {
  const name = names[id];
  return [...new Set([id, name?.zh, name?.en].filter((one) => one !== undefined))];
}

async function* translated<T extends { readonly kind: string }>(
  rows: AsyncIterable<Applicant | T>,
  ours: ReadonlyMap<string, Id | null>,
): AsyncGenerator<Applicant | T> {
  for await (const row of rows) {
    if (row.kind !== 'applicant' || ours.size === 0) yield row;
    else yield { ...row, facts: underOurNames((row as Applicant).facts, ours) } as Applicant;
  }
}

function underOurNames(facts: Applicant['facts'], ours: ReadonlyMap<string, Id | null>): Applicant['facts'] {
  const entries = Object.entries(facts).flatMap(([name, value]) => {
    const own = ours.get(name);
    return own === null ? [] : [[own ?? name, value] as const];
  });
  return Object.fromEntries(entries);
}
