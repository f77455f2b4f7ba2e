import { version } from '../version.ts';
import type { Language } from '../console/language.ts';
import type { Platform } from './request.ts';

/** A pipeline that reviews policies: where it lies in the repository, and what it says. */
export interface Workflow {
  readonly path: string;
  readonly text: string;
}

/**
 * Compares from where the branches parted, posts the report, and fails when somebody is proved to lose, an app breaks or
 * something is left open. The whole history is fetched: a shallow clone does not hold where branches parted.
 */
export function workflowFor(platform: Platform, language: Language): Workflow {
  return { github, gitlab, gitee }[platform](language);
}

const run = `npx --yes bangfu@${version}`;
const report = 'bangfu-review.md';
const gate = '--fail-on lose,breaking,undecided';
const diff = (base: string, language: Language): string =>
  `${run} diff "${base}...HEAD" --lang ${language} --prove --format markdown --out ${report} ${gate}`;
const comment = (language: Language): string => `${run} git comment ${report} --lang ${language}`;

const github = (language: Language): Workflow => ({
  path: '.github/workflows/bangfu.yml',
  text: `name: bangfu
on:
  pull_request:
    paths: ['**/*.policy', '**/parameters.yaml']
permissions:
  contents: read
  pull-requests: write
jobs:
  review:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 20
      - id: compare
        run: ${diff('$BASE', language)}
        env:
          BASE: \${{ github.event.pull_request.base.sha }}
      - if: \${{ !cancelled() }}
        run: ${comment(language)}
        env:
          GITHUB_TOKEN: \${{ github.token }}
`,
});

/** BANGFU_TOKEN: a token of the project with the scope \`api\`, as a masked variable. */
const gitlab = (language: Language): Workflow => ({
  path: '.gitlab/bangfu.yml',
  text: `bangfu:
  image: node:20
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
      changes: ['**/*.policy', '**/parameters.yaml']
  variables:
    GIT_DEPTH: '0'
  script:
    - ${diff('$CI_MERGE_REQUEST_DIFF_BASE_SHA', language)}
  after_script:
    - ${comment(language)}
  artifacts:
    when: always
    paths: [${report}]
`,
});

/** BANGFU_TOKEN: a personal token with the scope \`pull_requests\`, as a secret of the pipeline. */
const gitee = (language: Language): Workflow => ({
  path: '.workflow/bangfu.yml',
  text: `version: '1.0'
name: bangfu
displayName: bangfu
triggers:
  pr:
    branches:
      include: ['.*']
stages:
  - stage: review
    name: review
    steps:
      - step: build@nodejs
        name: compare
        displayName: compare
        nodeVersion: 20.19.0
        commands:
          - git fetch --unshallow origin || git fetch origin
          - export BANGFU_REPOSITORY="$(git remote get-url origin | sed -E -e 's#[.]git$##' -e 's#^.*[/:]([^/:]+/[^/]+)$#\\1#')"
          - status=0
          - ${diff('$GITEE_COMMIT', language)} || status=$?
          - ${comment(language)}
          - exit $status
`,
});
