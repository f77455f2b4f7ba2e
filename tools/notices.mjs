/** The licence texts of the packages that ended up inside our bundles: their licences ask for them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const packageFolder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

export function thirdPartyNotices(root, inputs) {
  const folders = new Set(inputs.map((path) => packageFolder.exec(path)?.[1]).filter(Boolean));
  const texts = [...folders].sort().map((folder) => notice(join(root, folder)));
  return `Packages included in these bundles\n\n${texts.join('\n')}`;
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[sc]e/i.test(entry));
  const text = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : '';
  return `== ${name} ${version} (${license})\n\n${text.trim()}\n`;
}
