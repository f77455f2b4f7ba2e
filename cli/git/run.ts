import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Git could not answer; `said` is its own last line. */
export class GitError extends Error {
  override readonly name = 'GitError';
  constructor(
    readonly said: string,
    /** Git's exit status; `null` where it could not be run at all. */
    readonly status: number | null = null,
  ) {
    super(said);
  }
}

/** Runs git in `cwd` and gives what it prints; paths are printed as they are. Throws `GitError`. */
export async function git(args: readonly string[], cwd: string): Promise<string> {
  try {
    const { stdout } = await run('git', ['-c', 'core.quotePath=false', ...args], {
      cwd,
      // What git says is understood in English, whatever the user speaks.
      env: { ...process.env, LC_ALL: 'C' },
      maxBuffer: 256 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const { stderr, message, code } = error as {
      readonly stderr?: string;
      readonly message: string;
      readonly code?: number | string;
    };
    const said = (stderr ?? '').trim().split('\n').at(-1) || message;
    throw new GitError(said, typeof code === 'number' ? code : null);
  }
}

/** The top folder of the repository around `cwd`; `null` outside of one, or without git. */
export async function repositoryAt(cwd: string): Promise<string | null> {
  return git(['rev-parse', '--show-toplevel'], cwd).then(
    // Git ends its line; a folder may end in a space.
    (out) => out.replace(/\r?\n$/, ''),
    () => null,
  );
}
