import { realpathSync } from 'node:fs';
import type { Language } from '../console/language.ts';
import { GitError, git } from './run.ts';

/** One line of the repository's own configuration, and how to tell that it came from us. */
export interface Setting {
  readonly key: string;
  readonly value: string;
  readonly isOurs: (value: string) => boolean;
}

/**
 * What makes git show policies in words. Git runs these lines by the shell, so that paths stand in quotes; should this
 * program be gone one day, git shows the file as it is.
 */
export function settings(language: Language): readonly Setting[] {
  const own = [process.execPath, realpathSync(process.argv[1] ?? '')];
  const command = own.map(quoted).join(' ');
  const calls = (what: string) => (value: string) => value.includes(what);
  return [
    {
      key: 'diff.bangfu.textconv',
      value: `f() { ${command} git textconv --lang ${language} -- "$1" || cat "$1"; }; f`,
      isOurs: calls(' git textconv --lang '),
    },
    { key: 'diff.bangfu.xfuncname', value: heading, isOurs: (value) => value === heading },
    {
      key: 'difftool.bangfu.cmd',
      value: comparing(`${command} diff --lang ${language}`),
      isOurs: calls(' --beside="$MERGED" -- "$LOCAL" "$REMOTE"'),
    },
  ];
}

/**
 * Two folders (`--dir-diff`), two policies, or other files, which git compares as it always does. A difftool runs where the
 * external driver of `git diff` is the tool itself: without `--no-ext-diff` it would call itself for ever.
 */
const comparing = (diff: string): string =>
  [
    `if [ -d "$LOCAL" ]; then ${diff} -- "$LOCAL" "$REMOTE";`,
    `else case "$MERGED" in *.policy) ${diff} --beside="$MERGED" -- "$LOCAL" "$REMOTE";;`,
    `*) git --no-pager diff --no-index --no-ext-diff -- "$LOCAL" "$REMOTE";; esac; fi`,
  ].join(' ');

/** Lines that are not indented: programmes, definitions, procedures. */
const heading = '^[^[:space:]#].*$';

const quoted = (path: string): string => `'${path.replaceAll("'", `'\\''`)}'`;

/** What git would use now, from this repository or from the user's own configuration; `null` if nothing. */
export async function currentValue(key: string, top: string): Promise<string | null> {
  return git(['config', '--null', '--get', key], top).then(
    (out) => out.replace(/\0$/, ''),
    (error: unknown) => {
      if (error instanceof GitError && error.status === 1) return null;
      throw error;
    },
  );
}

export async function put({ key, value }: Setting, top: string): Promise<void> {
  await git(['config', '--local', key, value], top);
}

export async function take({ key }: Setting, top: string): Promise<void> {
  await git(['config', '--local', '--unset', key], top);
}
