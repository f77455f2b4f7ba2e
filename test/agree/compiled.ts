import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { loadTypeScriptEmitter, type Policy } from '../../compiler/index.ts';
import type { Evaluator } from '../../runtime/index.ts';

const RUNTIME = fileURLToPath(new URL('../../runtime/index.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Evaluators made from the generated TypeScript of each policy: emitted, bundled with the runtime, imported. */
export async function compiled(policies: readonly Policy[]): Promise<readonly Evaluator[]> {
  const { emitTypeScript } = await loadTypeScriptEmitter();
  const modules = policies.map((policy) => emitTypeScript(policy, { runtime: RUNTIME }));
  // The evaluator is all that a generated module exports besides types.
  const entry = policies.map((_, i) => `export * as p${i} from 'policy:${i}';`);
  const result = await build({
    stdin: { contents: entry.join('\n'), resolveDir: ROOT },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'policies',
        setup(on) {
          on.onResolve({ filter: /^policy:/ }, ({ path }) => ({ path, namespace: 'policy' }));
          on.onLoad({ filter: /.*/, namespace: 'policy' }, ({ path }) => ({
            contents: modules[Number(path.slice('policy:'.length))] ?? '',
            loader: 'ts',
            resolveDir: ROOT,
          }));
        },
      },
    ],
  });
  const text = result.outputFiles[0]?.text ?? '';
  const url = `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`;
  const loaded: Record<string, Record<string, Evaluator>> = await import(/* @vite-ignore */ url);
  return policies.map((policy, i) => {
    const [found] = Object.values(loaded[`p${i}`] ?? {});
    if (!found) throw new Error(`${policy.id} was not exported`);
    return found;
  });
}
