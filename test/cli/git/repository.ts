import { execFileSync } from 'node:child_process';
import { Folder } from '../harness.ts';
import { allowance } from '../policies.ts';

export const policy = '政策 夹/notice.policy';

/** A repository of one commit, in a folder whose name has spaces, quotes and Chinese. Git's own settings of the machine do not count. */
export class Repository extends Folder {
  constructor(files: { readonly [name: string]: string } = { [policy]: allowance }) {
    super(files);
    this.git('init', '--quiet', '--initial-branch=main');
    this.git('config', 'user.name', '测试');
    this.git('config', 'user.email', 'test@example.org');
    this.commit('first');
  }

  commit(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', `--message=${message}`);
  }

  git(...args: string[]): string {
    const env = { PATH: process.env.PATH, HOME: this.path, GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C' };
    return execFileSync('git', ['--no-pager', ...args], { cwd: this.path, encoding: 'utf8', env });
  }

  settings(): string {
    return this.git('config', '--local', '--list')
      .split('\n')
      .filter((line) => line.includes('bangfu'))
      .join('\n');
  }

  change(find: string | RegExp, put: string): void {
    this.write(policy, this.read(policy).replace(find, put));
  }
}
