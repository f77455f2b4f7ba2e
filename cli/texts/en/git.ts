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
  otherWorkflow: (path) =>
    `Left as it is: ${path} says something else already; remove it first to have it written anew.`,
  workflowNext: {
    github:
      'Once committed, pull requests that change policies get the comparison; the check fails when somebody loses, an app must change or something is undecided.',
    gitlab:
      "Put include: { local: '.gitlab/bangfu.yml' } into .gitlab-ci.yml and set the masked variable BANGFU_TOKEN (a project token of the scope api); once committed, merge requests that change policies get the comparison.",
    gitee:
      'Set the secret variable BANGFU_TOKEN (a personal token of the scope pull_requests) in the pipeline; once committed, pull requests get the comparison.',
  },
  noRequest:
    'This is not the pipeline of a pull request; comment works in those of GitHub Actions, GitLab CI and Gitee Go.',
  noToken: {
    github: 'There is no GITHUB_TOKEN: the report is not on the pull request, only here.',
    gitlab: 'There is no BANGFU_TOKEN: the report is not on the merge request, only here.',
    gitee: 'There is no BANGFU_TOKEN: the report is not on the pull request, only here.',
  },
  mayNotPost: (status, said) =>
    `The token may not comment (${status}: ${said}), as with pull requests from forks; the report is only here.`,
  refused: (status, said) => `The report was not posted: ${status === null ? '' : `${status} `}${said}`,
  posted: {
    new: 'The report is on the pull request.',
    replaced: 'The report on the pull request is renewed.',
  },
  cut: '_The report is too long for a comment; the whole of it is among the artifacts or in the log of the run._',
};
