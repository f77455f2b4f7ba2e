import { jsonSchemas, type Policy, printIr, writeIr } from '../../compiler/index.ts';
import { type ExitStatus, exitStatus, systemCode, Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import { writeWhole } from '../files/atomic.ts';
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
  const text = emit(loaded.policy, options.format);
  if (options.out === undefined) await session.out.write(text);
  else await save(session, options.out, text);
  return exitStatus.fine;
}

async function save(session: Session, path: string, text: string): Promise<void> {
  await writeWhole(path, text).catch((error: unknown) => {
    throw new Unusable(session.texts.files.unwritable(path, systemCode(error)));
  });
  await session.err.write(`${session.texts.files.written(path)}\n`);
}
