import { readdirSync, readFileSync } from 'node:fs';
import { compile, type Policy } from '../../compiler/index.ts';

const FOLDER = new URL('../../policies/', import.meta.url);

/** The policies of this project, compiled. Throws where one does not compile. */
export function projectPolicies(): readonly Policy[] {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => {
    const path = `policies/${name}/notice.policy`;
    const { policy, diagnostics } = compile({
      path,
      text: readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'),
    });
    if (!policy) throw new Error(`${path}: ${diagnostics.map((d) => d.code).join(', ')}`);
    return policy;
  });
}
