import { existsSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Unusable } from '../console/failure.ts';
import type { Texts } from '../texts/texts.ts';

/** The bundled runtime with its declarations, put where standalone output imports it from: `runtime/index.js`. */
export async function copyRuntime(out: string, texts: Texts): Promise<void> {
  const dist = distFolder();
  const bundle = join(dist, 'runtime');
  if (!existsSync(join(bundle, 'index.js')))
    throw new Unusable(texts.build.noRuntime(join(bundle, 'index.js')));
  await mkdir(out, { recursive: true });
  await cp(bundle, join(out, 'runtime'), { recursive: true });
  const types = join(dist, 'types', 'runtime');
  if (existsSync(types)) await cp(types, join(out, 'runtime'), { recursive: true });
}

/** The folder of `bangfu.cjs`, whether this code runs from it or from a chunk below it. */
function distFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const candidates = [here, dirname(here)];
  return candidates.find((folder) => existsSync(join(folder, 'bangfu.cjs'))) ?? here;
}
