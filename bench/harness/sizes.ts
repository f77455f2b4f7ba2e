import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { compile, emitDirect, loadTypeScriptEmitter, type Policy } from '../../compiler/index.ts';
import type { Table } from '../growth/measuring.ts';

const NOTICE = 'policies/15-former-teachers-allowance/notice.policy';

function notice15(): Policy {
  const { policy } = compile({ path: NOTICE, text: readFileSync(NOTICE, 'utf8') });
  if (policy === null) throw new Error(`${NOTICE} does not compile`);
  return policy;
}

async function weigh(name: string, file: string, text: string): Promise<readonly string[]> {
  const path = `bench/build/${file}`;
  writeFileSync(path, text);
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    charset: 'utf8',
    alias: { 'bangfu/runtime/direct': './runtime/direct/index.ts', 'bangfu/runtime': './runtime/index.ts' },
  });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  return [name, kilobytes(bytes.length), kilobytes(gzipSync(bytes, { level: 9 }).length)];
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

/** What a page that decides by notice 15 has to load. */
export async function sizes(): Promise<Table> {
  const policy = notice15();
  const { emitTypeScript } = await loadTypeScriptEmitter();
  const { decide, explain } = emitDirect(policy);
  const rows = [
    await weigh('decider of notice 15 with all that it imports', 'size-decider.js', decide.code),
    await weigh('its explanations with all that they import', 'size-explain.js', explain.code),
    await weigh(
      'generated evaluator of notice 15 with the whole runtime',
      'size-evaluator.ts',
      emitTypeScript(policy),
    ),
  ];
  const note = 'Bundled and minified by esbuild, gzip at level 9; kB of 1,000 bytes.';
  return { title: 'Size', note, head: ['', 'minified, kB', 'gzipped, kB'], rows };
}
