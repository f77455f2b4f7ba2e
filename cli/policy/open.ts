import { evaluator, type Policy } from '../../compiler/index.ts';
import type { Binding, BoundPolicy } from '../../runtime/evaluator.ts';
import type { FactMeta, Id, PolicyMeta } from '../../runtime/types.ts';
import type { Session } from '../console/session.ts';
import { onDisk } from '../files/policies.ts';
import { type BindingOptions, bindPolicy, type OtherRecords } from './binding.ts';
import { loadClean } from './load.ts';

/** A policy ready to decide records of one kind. */
export interface OpenPolicy {
  readonly policy: Policy;
  readonly meta: PolicyMeta;
  readonly bound: BoundPolicy;
  /** What it is bound to. */
  readonly binding: Binding;
  /** Kind of record decided; undefined for a policy of circumstances alone. */
  readonly subject: Id | undefined;
  readonly facts: readonly FactMeta[];
}

/** The policy named, compiled and bound as the options say; null after its errors were shown. */
export async function openPolicy(
  session: Session,
  path: string,
  options: BindingOptions & OtherRecords,
): Promise<OpenPolicy | null> {
  const loaded = await loadClean(path, session);
  if (!loaded) return null;
  const { source, policy } = loaded;
  const ready = evaluator(policy);
  const { meta } = ready;
  const { bound, binding, subject } = await bindPolicy(
    session,
    onDisk(source.path, session.texts),
    ready,
    options,
    options.population,
  );
  return {
    policy,
    meta,
    bound,
    binding,
    subject,
    facts: meta.subjects.find(({ id }) => id === subject)?.facts ?? [],
  };
}
