import {
  type Change,
  compile,
  type Diagnostic,
  type PartState,
  type Policy,
  partStates,
  structuralChanges,
} from '../../compiler/index.ts';
import type { Version, VersionPair } from './versions.ts';

/** One version read: its policy, or why there is none. */
export interface Side {
  readonly version: Version;
  readonly policy: Policy | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a reviewer is told of one policy. */
export interface PolicyReport {
  readonly before: Side | null;
  readonly after: Side | null;
  /** `broken`: one of the versions does not compile, so that they cannot be compared. */
  readonly state: 'same' | 'changed' | 'added' | 'removed' | 'broken';
  readonly changes: readonly Change[];
  readonly parts: readonly PartState[];
}

export function reportOn({ before, after }: VersionPair): PolicyReport {
  const [old, fresh] = [before && read(before), after && read(after)];
  const broken = (old && !old.policy) || (fresh && !fresh.policy);
  const base = { before: old, after: fresh, changes: [], parts: [] };
  if (broken) return { ...base, state: 'broken' };
  if (!old?.policy) return { ...base, state: 'added' };
  if (!fresh?.policy) return { ...base, state: 'removed' };
  const changes = structuralChanges(old.policy, fresh.policy);
  const state = changes.length === 0 ? "same" : "changed";
  return { ...base, state, changes, parts: partStates(old.policy, fresh.policy) };
}

function read(version: Version): Side {
  const { policy, diagnostics } = compile({ path: version.shown, text: version.text });
  return { version, policy, diagnostics };
}
