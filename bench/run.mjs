/**
 * `npm run bench`: installs what the bench needs into bench/ (npm packages as locked, OpenFisca into bench/.venv), bundles
 * it and measures. `--short`: a minute, few rows, nothing written; `--only ID`: one engine.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, root } from '../tools/bootstrap.mjs';
import { programs, runNode } from '../tools/run.mjs';

const bench = join(root, 'bench');

function run(command, args, cwd = bench) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2] });
  return error ? 127 : (status ?? 1);
}

function stop(message) {
  console.error(message);
  process.exit(2);
}

/** Does `install` unless it was done for this content of `list`. */
function once(list, stamp, install) {
  const wanted = readFileSync(join(bench, list), 'utf8');
  const path = join(bench, stamp);
  if (existsSync(path) && readFileSync(path, 'utf8') === wanted) return;
  install();
  writeFileSync(path, wanted);
}

function installPackages() {
  console.error('Installing the packages of bench/package-lock.json (npm ci)…');
  if (run('npm', ['ci', '--no-audit', '--no-fund']) !== 0)
    stop('npm ci failed in bench/; nothing was measured.');
}

function installPython() {
  if (run('python3', ['-c', 'import venv, ensurepip']) !== 0) {
    stop(
      'python3 with venv is missing: OpenFisca is measured with it. Install Python 3.11 or newer and try again.',
    );
  }
  console.error('Installing bench/requirements.txt into bench/.venv…');
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', 'requirements.txt'];
  const made = run('python3', ['-m', 'venv', '.venv']) || run(join(bench, '.venv/bin/python'), pip);
  if (made !== 0) stop('OpenFisca could not be installed into bench/.venv; nothing was measured.');
}

// Before anything of ours runs.
const busy = String(loadavg()[0]);
ensureInstalled();
once('package-lock.json', 'node_modules/.installed', installPackages);
once('requirements.txt', '.venv/.installed', installPython);
if (runNode('tools/build.mjs', []) !== 0) process.exit(1);
if (runNode(programs.tsc, ['-p', 'bench/tsconfig.json']) !== 0) process.exit(1);
const { buildBench } = await import('./build.mjs');
await buildBench();
process.exitCode = runNode('bench/build/main.mjs', [...process.argv.slice(2), '--busy', busy]);
