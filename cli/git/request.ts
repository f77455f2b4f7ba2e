import { readFileSync } from 'node:fs';

/** A pull or merge request whose pipeline we run in, as its platform's API names it. */
export interface Request {
  readonly platform: Platform;
  /** Comments of the request: listed by GET, one more by POST. */
  readonly comments: string;
  /** One of them, to be replaced. */
  comment(id: number): string;
  readonly replaceBy: 'PATCH' | 'PUT';
  readonly headers: { readonly [name: string]: string };
  /** Whether there is a token at all. */
  readonly authorised: boolean;
  /** The longest comment that the platform takes, in characters. */
  readonly longest: number;
}

export const platforms = ['github', 'gitlab', 'gitee'] as const;
export type Platform = (typeof platforms)[number];

type Environment = { readonly [name: string]: string | undefined };

/** The request that a pipeline's environment speaks of; `null` where it speaks of none (a push, a developer's machine). */
export function requestOf(env: Environment): Request | null {
  if (env.GITHUB_ACTIONS === 'true') return onGitHub(env);
  if (env.GITLAB_CI === 'true') return onGitLab(env);
  if (env.GITEE_PULL_ID !== undefined) return onGitee(env);
  return null;
}

/** https://docs.github.com/rest/issues/comments; a pull request's conversation is that of an issue. */
function onGitHub(env: Environment): Request | null {
  const number = pullRequestOf(env.GITHUB_EVENT_PATH);
  const { GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token = '' } = env;
  if (number === null || repository === undefined) return null;
  const issues = `${env.GITHUB_API_URL ?? 'https://api.github.com'}/repos/${repository}/issues`;
  return {
    platform: 'github',
    comments: `${issues}/${number}/comments`,
    comment: (id) => `${issues}/comments/${id}`,
    replaceBy: 'PATCH',
    headers: { accept: 'application/vnd.github+json', authorization: `Bearer ${token}` },
    authorised: token !== '',
    longest: 65_536,
  };
}

function pullRequestOf(eventPath: string | undefined): number | null {
  if (eventPath === undefined) return null;
  const event: { readonly pull_request?: { readonly number?: unknown } } = JSON.parse(
    readFileSync(eventPath, 'utf8'),
  );
  const number = event.pull_request?.number;
  return typeof number === 'number' ? number : null;
}

/** https://docs.gitlab.com/api/notes/; the token of a job may not write notes, so that a token of the project is needed. */
function onGitLab(env: Environment): Request | null {
  const { CI_PROJECT_ID: project, CI_MERGE_REQUEST_IID: number, BANGFU_TOKEN: token = '' } = env;
  if (project === undefined || number === undefined) return null;
  const api = env.CI_API_V4_URL ?? 'https://gitlab.com/api/v4';
  const notes = `${api}/projects/${encodeURIComponent(project)}/merge_requests/${number}/notes`;
  return {
    platform: 'gitlab',
    comments: notes,
    comment: (id) => `${notes}/${id}`,
    replaceBy: 'PUT',
    headers: { 'private-token': token },
    authorised: token !== '',
    longest: 1_000_000,
  };
}

/**
 * https://gitee.com/api/v5/swagger. Gitee Go gives the number, and only the bare name of the repository
 * (https://help.gitee.com/gitee-go/pipeline/parameter): the workflow hands over `owner/name`.
 */
function onGitee(env: Environment): Request | null {
  const { BANGFU_REPOSITORY: repository, GITEE_PULL_ID: number, BANGFU_TOKEN: token = '' } = env;
  if (repository === undefined || number === undefined || number === '') return null;
  const pulls = `${env.BANGFU_API_URL ?? 'https://gitee.com/api/v5'}/repos/${repository}/pulls`;
  return {
    platform: 'gitee',
    comments: `${pulls}/${number}/comments`,
    comment: (id) => `${pulls}/comments/${id}`,
    replaceBy: 'PATCH',
    headers: { authorization: `Bearer ${token}` },
    authorised: token !== '',
    longest: 65_536,
  };
}
