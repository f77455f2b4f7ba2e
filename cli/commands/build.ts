import { join } from 'node:path';
import {
  emitColumns,
  emitDirect,
  jsonSchemas,
  loadTypeScriptEmitter,
  type Policy,
} from '../../compiler/index.ts';
import { PolicyChanges } from '../build/changes.ts';
import { copyRuntime } from '../build/runtime.ts';
import { type ExitStatus, exitStatus, systemCode, Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import { writeWhole } from '../files/atomic.ts';
import { findPolicies } from '../files/policies.ts';
import { loadEach } from '../policy/load.ts';

export interface BuildOptions {
  readonly out: string;
  readonly watch?: true;
  readonly standalone?: true;
}

/** A TypeScript module, a decider, columns and the JSON Schemas of its inputs for each policy. With `--watch` again after each change, until a signal ends it. */
export async function run(
  session: Session,
  [paths]: readonly [readonly string[]],
  options: BuildOptions,
): Promise<ExitStatus> {
  if (!options.watch) return buildAll(session, paths, options);
  const changes = new PolicyChanges(await findPolicies(paths, session.texts));
  for (;;) {
    await buildAgain(session, paths, options, changes);
    await session.err.write(`${session.texts.build.watching}\n`);
    await changes.next();
  }
}

/** While watching, what cannot be built now may be built after the next change. */
async function buildAgain(
  session: Session,
  paths: readonly string[],
  options: BuildOptions,
  changes: PolicyChanges,
): Promise<void> {
  try {
    await buildAll(session, paths, options, changes);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    await session.err.write(`${error.message}\n`);
  }
}

async function buildAll(
  session: Session,
  paths: readonly string[],
  options: BuildOptions,
  changes?: PolicyChanges,
): Promise<ExitStatus> {
  const policies: { readonly path: string; readonly policy: Policy }[] = [];
  let failed = false;
  for await (const loaded of loadEach(paths, session, changes)) {
    if (loaded) policies.push(loaded);
    else failed = true;
  }
  refuseSameNames(session, policies);
  for (const { path, policy } of policies)
    for (const [name, text] of Object.entries(await filesOf(path, policy, options))) {
      await save(session, join(options.out, name), text);
      await session.out.write(`${join(options.out, name)}\n`);
    }
  if (options.standalone) await copyRuntime(options.out, session.texts);
  await session.err.write(`${session.texts.build.built(policies.length, options.out)}\n`);
  return failed ? exitStatus.findings : exitStatus.fine;
}

function refuseSameNames(
  { texts }: Session,
  policies: readonly { readonly path: string; readonly policy: Policy }[],
): void {
  const seen = new Map<string, string>();
  for (const { path, policy } of policies) {
    const other = seen.get(policy.id);
    if (other !== undefined) throw new Unusable(texts.build.sameName(`${policy.id}.ts`, other, path));
    seen.set(policy.id, path);
  }
}

/** Files of one policy by name. */
async function filesOf(
  path: string,
  policy: Policy,
  options: BuildOptions,
): Promise<{ readonly [name: string]: string }> {
  const { emitTypeScript } = await loadTypeScriptEmitter();
  const runtime = options.standalone ? { runtime: './runtime/index.js' } : {};
  const { subjects, parameters, circumstances } = jsonSchemas(policy);
  const schemas = { ...subjects, parameters, circumstances };
  const json = Object.entries(schemas).map(([name, schema]) => [
    `${policy.id}.${name}.schema.json`,
    `${JSON.stringify(schema, null, 2)}\n`,
  ]);
  const direct = emitDirect(policy, { file: path, ...runtime });
  const columns = emitColumns(policy, { file: path, ...runtime });
  return {
    [`${policy.id}.ts`]: emitTypeScript(policy, { file: path, ...runtime }),
    [`${policy.id}.direct.js`]: direct.decide.code,
    [`${policy.id}.direct.d.ts`]: direct.decide.types,
    [`${policy.id}.columns.js`]: columns.code,
    [`${policy.id}.columns.d.ts`]: columns.types,
    [`${policy.id}.explain.js`]: direct.explain.code,
    [`${policy.id}.explain.d.ts`]: direct.explain.types,
    ...Object.fromEntries(json),
  };
}

async function save(session: Session, path: string, text: string): Promise<void> {
  await writeWhole(path, text).catch((error: unknown) => {
    throw new Unusable(session.texts.files.unwritable(path, systemCode(error)));
  });
}
