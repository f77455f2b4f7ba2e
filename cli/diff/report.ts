import {
  type Breakdown,
  type Change,
  type Comparison,
  type Compilation,
  type DeployedValues,
  deployedWith,
  type PartState,
  type Policy,
  type PopulationDiff,
  partStates,
  structuralChanges,
} from '../../compiler/index.ts';
import type { PolicyMeta } from '../../runtime/types.ts';
import type { Language } from '../console/language.ts';
import type { Curve } from './curves.ts';
import type { Version, VersionPair } from './version.ts';

/** One version read: its policy with the values given beside it, or why there is none. */
export interface Side extends Compilation {
  readonly version: Version;
  readonly deployed: DeployedValues;
}

/** What a register says of a change. */
export interface PopulationReport {
  readonly path: string;
  readonly asOf: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly unread: number;
  readonly result: PopulationDiff;
  /** By the facts asked about, by tier and by payer. */
  readonly breakdowns: readonly Breakdown[];
  /** Amounts over the facts they depend on, for some of those affected. */
  readonly curves: readonly Curve[];
}

/** What a proof says of a change, programme by programme, and how the records found are read. */
export interface ProofReport {
  readonly comparisons: readonly Comparison[];
  readonly names: { readonly before: PolicyMeta; readonly after: PolicyMeta };
}

/** What a reviewer is told of one policy. */
export interface PolicyReport {
  readonly before: Side | null;
  readonly after: Side | null;
  /** `broken`: one of the versions does not compile, so that they cannot be compared. */
  readonly state: 'same' | 'changed' | 'added' | 'removed' | 'broken';
  readonly changes: readonly Change[];
  readonly parts: readonly PartState[];
  readonly population?: PopulationReport;
  readonly proof?: ProofReport;
}

/** Libraries are left out: what a change of theirs does is told of the policies that use them. */
export function reportsOn(pairs: readonly VersionPair[]): readonly PolicyReport[] {
  return pairs.flatMap((pair) => {
    const report = reportOn(pair);
    const library = report.before?.library || report.after?.library;
    const asked = pairs.length === 1 || isWrittenOtherwise(pair);
    return library || (!asked && report.state === 'same') ? [] : [report];
  });
}

const isWrittenOtherwise = ({ before, after }: VersionPair): boolean => before?.text !== after?.text;

function reportOn({ before, after }: VersionPair): PolicyReport {
  const given = [
    before?.deployed ?? after?.deployed ?? {},
    after?.deployed ?? before?.deployed ?? {},
  ] as const;
  const [old, fresh] = [before && read(before, given[0]), after && read(after, given[1])];
  const broken = (old && !old.policy) || (fresh && !fresh.policy);
  const base = { before: old, after: fresh, changes: [], parts: [] };
  if (broken) return { ...base, state: 'broken' };
  if (!old?.policy) return { ...base, state: 'added' };
  if (!fresh?.policy) return { ...base, state: 'removed' };
  const changes = structuralChanges(old.policy, fresh.policy);
  const state = changes.length === 0 ? 'same' : 'changed';
  return { ...base, state, changes, parts: partStates(old.policy, fresh.policy) };
}

function read(version: Version, deployed: DeployedValues): Side {
  const { compiled } = version;
  const policy = compiled.policy && deployedWith(compiled.policy, deployed);
  return { version, deployed, ...compiled, policy };
}

export function countsOf(changes: readonly Change[]): {
  readonly all: number;
  readonly decisive: number;
  readonly breaking: number;
} {
  return {
    all: changes.length,
    decisive: changes.filter(({ decides }) => decides).length,
    breaking: changes.filter(({ app }) => app === 'breaking').length,
  };
}

export function policyName({ before, after }: PolicyReport, language: Language): string {
  const policy = after?.policy ?? before?.policy;
  if (!policy) return after?.version.shown ?? before?.version.shown ?? '';
  return nameIn(policy, policy.id, language);
}

export function nameIn(policy: Policy, id: string, language: Language): string {
  const name = policy.names[id];
  return (language === 'zh' ? (name?.zh ?? name?.en) : (name?.en ?? name?.zh)) ?? id;
}

export function partNames(
  { after, parts }: PolicyReport,
  state: PartState['state'],
  language: Language,
): readonly string[] {
  const policy = after?.policy;
  if (!policy) return [];
  return parts.filter((part) => part.state === state).map(({ id }) => nameIn(policy, id, language));
}

/** Clauses that a change stands under, of both versions. */
export function citesOf({ before, after }: Change): string {
  return [...new Set([...(before?.origin?.cites ?? []), ...(after?.origin?.cites ?? [])])].join(', ');
}
