import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';

const manifest = (path: string): { readonly [field: string]: unknown } =>
  JSON.parse(readFileSync(path, 'utf8'));

const dependencies = (): string =>
  Object.entries(manifest('bench/package.json')['dependencies'] as { readonly [name: string]: string })
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');

const python = (): string => {
  const { stdout } = spawnSync('bench/.venv/bin/python', ['--version'], { encoding: 'utf8' });
  const pinned = /^OpenFisca-Core==(.*)$/m.exec(readFileSync('bench/requirements.txt', 'utf8'))?.[1];
  const numpy = /^numpy==(.*)$/m.exec(readFileSync('bench/requirements.txt', 'utf8'))?.[1];
  return stdout ? `${stdout.trim()}, OpenFisca-Core ${pinned}, numpy ${numpy}` : 'Python was not there';
};

const commitNow = (): string =>
  spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).stdout.trim();

/** How things stood before anything was measured. */
export interface Start {
  readonly commit: string;
  /** Load, of the last minute. */
  readonly busy: number;
}

export const startNow = (busy: number): Start => ({
  commit: commitNow(),
  busy: Number.isNaN(busy) ? (loadavg()[0] ?? 0) : busy,
});

/** The machine and what ran on it, a line each. */
export function machine({ commit, busy }: Start): string[] {
  const [first] = cpus();
  const cores = cpus().length;
  const shared =
    busy > 0.5
      ? ` **The machine was shared**: a load of ${busy.toFixed(1)} on ${cores} cores before the run began; read the ratios, not the times, and take what was reached or missed as provisional.`
      : ' The machine was quiet.';
  return [
    `- ${new Date().toISOString().slice(0, 10)}, Bangfu at ${commit}.${shared}`,
    `- ${first?.model ?? 'unknown processor'}, ${cores} cores, ${Math.round(totalmem() / 2 ** 30)} GB; ${type()} ${release()}`,
    `- Node ${process.version} (V8 ${process.versions.v8}); ${python()}`,
    `- ${dependencies()}`,
  ];
}
