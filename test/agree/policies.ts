import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile, type Policy } from '../../compiler/index.ts';
import { fromDisk } from '../policies/reading.ts';

const FOLDER = new URL('../../policies/', import.meta.url);

/** The policies of this project, compiled. Throws where one does not compile. */
export function projectPolicies(): readonly Policy[] {
  const folders = readdirSync(FOLDER).filter((name) => existsSync(new URL(`${name}/notice.policy`, FOLDER)));
  return folders.map((name) => {
    const path = fileURLToPath(new URL(`${name}/notice.policy`, FOLDER));
    const { policy, diagnostics } = compile({ path, text: readFileSync(path, 'utf8') }, fromDisk);
    if (!policy) throw new Error(`${path}: ${diagnostics.map((d) => d.code).join(', ')}`);
    return policy;
  });
}
