/**
 * Makes `npm start` and `npm test` work as the first command in a fresh clone: installs the locked packages
 * when they are missing or are not the ones in package-lock.json. Uses nothing but Node itself.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const oldestNode = [20, 19];
const lockPath = join(root, 'package-lock.json');
const installedPath = join(root, 'node_modules', '.package-lock.json');
const stampPath = join(root, 'node_modules', '.bangfu-lock-hash');

export function ensureInstalled() {
  requireNode();
  const hash = createHash('sha256').update(readFileSync(lockPath)).digest('hex');
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === hash) return;
  if (!installedMatchesLock()) install();
  writeFileSync(stampPath, hash);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  console.error(`bangfu needs Node ${oldestNode.join('.')} or newer; this is ${process.version}.`);
  process.exit(2);
}

/** npm writes what it installed beside the packages; after `npm install x` that already is the new lock. */
function installedMatchesLock() {
  if (!existsSync(installedPath)) return false;
  const locked = readPackages(lockPath);
  const installed = readPackages(installedPath);
  return Object.entries(locked).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  );
}

function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

function install() {
  console.error('Installing the packages of package-lock.json (npm ci)…');
  const status = runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (status !== 0) {
    console.error('npm ci failed; nothing else was done.');
    process.exit(status);
  }
}

function runNpm(args) {
  const cli = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  if (cli?.endsWith('.js')) return spawnSync(process.execPath, [cli, ...args], options).status ?? 1;
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' }).status ?? 1;
}
