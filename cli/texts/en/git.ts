import type { git as chinese } from '../zh/git.ts';

const shown = (value: string): string => (value === '' ? '' : `: ${value}`);

export const git: typeof chinese = {
  noRepository: 'This is not a git repository; run it inside one, or "git init" first.',
  put: (where, value) => `Written: ${where}${shown(value)}`,
  there: (where, value) => `There already: ${where}${shown(value)}`,
  left: (where, value) => `Left as it is, written by somebody else: ${where}${shown(value)}`,
  link: (where) => `Left as it is: ${where} is a link, which git does not read.`,
  taken: (where, value) => `Taken out: ${where}${shown(value)}`,
  notThere: (where) => `Nothing to take out: ${where}`,
  otherDriver: (path) => `"${path}" has other attributes: git will not compare it by bangfu.`,
  next: [
    'From now on:',
    '  git diff, git log -p, git show        compare what policies say, line by line, without layout and comments',
    "  git difftool -y -t bangfu -- '*.policy'   tells file by file what changed; with revisions, such as HEAD~1",
    '  bangfu diff HEAD                      tells all changes at once, files that others use included',
    'Commit .gitattributes; each clone needs "bangfu git setup" once. "bangfu git undo" takes it back.',
  ].join('\n'),
};
