import { appendFile } from 'node:fs/promises';
import { type ExitStatus, exitStatus, systemCode, Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import { readRequired } from '../files/policies.ts';
import type { Texts } from '../texts/texts.ts';
import { commentText, post, Refused } from './comment.ts';
import { type Request, requestOf } from './request.ts';

/**
 * Posts a report on the request whose pipeline this is, in place of that of an earlier run. Where nobody may post (the token
 * of a fork only reads), the report still stands in the summary or the log of the run: a warning, not a failure.
 */
export async function commentOn(session: Session, path: string): Promise<ExitStatus> {
  const { texts } = session;
  const report = await readRequired(path, texts);
  await summarise(report, texts);
  const request = requestFrom(texts);
  if (!request.authorised) return shownInstead(session, report, texts.git.noToken[request.platform]);
  try {
    const body = commentText(report, request.longest, texts.git.cut);
    await session.out.write(`${texts.git.posted[await post(request, body)]}\n`);
    return exitStatus.fine;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.status === 401 || error.status === 403)
      return shownInstead(session, report, texts.git.mayNotPost(error.status, error.said));
    throw new Unusable(texts.git.refused(error.status, error.said));
  }
}

function requestFrom(texts: Texts): Request {
  const request = requestOf(process.env);
  if (request === null) throw new Unusable(texts.git.noRequest);
  return request;
}

/** GitHub shows this file on the page of the run. */
async function summarise(report: string, texts: Texts): Promise<void> {
  const path = process.env.GITHUB_STEP_SUMMARY;
  if (path === undefined || path === '') return;
  await appendFile(path, `${report}\n`).catch((error: unknown) => {
    throw new Unusable(texts.files.unwritable(path, systemCode(error)));
  });
}

async function shownInstead({ out, err }: Session, report: string, why: string): Promise<ExitStatus> {
  await err.write(`${why}\n`);
  await out.write(`${report}\n`);
  return exitStatus.fine;
}
