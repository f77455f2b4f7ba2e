import { jsonSchemas, type Policy, printIr, writeIr } from '../../compiler/index.ts';
import { type ExitStatus, exitStatus, Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import { deliver } from '../files/deliver.ts';
import { loadClean } from '../policy/load.ts';

export interface EmitOptions {
  readonly format?: 'text' | 'json';
  readonly out?: string;
}

type Emit = (policy: Policy, format: EmitOptions['format']) => string;

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

const targets: { readonly [target: string]: Emit } = {
  'json-schema': (policy) => json(jsonSchemas(policy)),
  ir: (policy, format) => (format === 'text' ? printIr(policy) : writeIr(policy)),
};

/** Prints a policy in another form, or writes it to `--out`. */
export async function run(
  session: Session,
  [target, path]: readonly [string, string],
  options: EmitOptions,
): Promise<ExitStatus> {
  const emit = targets[target];
  if (!emit) throw new Unusable(session.texts.usage.notAChoice(target, 'emit', Object.keys(targets)));
  const loaded = await loadClean(path, session);
  if (!loaded) return exitStatus.findings;
  await deliver(session, emit(loaded.policy, options.format), options.out);
  return exitStatus.fine;
}
