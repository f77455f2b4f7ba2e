import { join } from 'node:path';
import { type ExitStatus, exitStatus, Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import { writeWhole } from '../files/atomic.ts';
import { readOptional } from '../files/policies.ts';
import { type Platform, platforms } from './request.ts';
import { workflowFor } from './workflow.ts';

/** Writes the pipeline of a platform into the repository. A file that says something else is left, and named; then the status is 1. */
export async function putWorkflow(
  { texts, language, out }: Session,
  platform: string,
  top: string,
): Promise<ExitStatus> {
  if (!isPlatform(platform)) throw new Unusable(texts.usage.notAChoice(platform, 'PLATFORM', platforms));
  const { path, text } = workflowFor(platform, language);
  const file = join(top, path);
  const old = await readOptional(file, texts);
  const other = old !== undefined && old !== text;
  if (old === undefined) await writeWhole(file, text);
  const say = texts.git;
  const done = old === undefined ? say.put(path, '') : say.there(path, '');
  await out.write(`${other ? say.otherWorkflow(path) : done}\n${say.workflowNext[platform]}\n`);
  return other ? exitStatus.findings : exitStatus.fine;
}

const isPlatform = (name: string): name is Platform => platforms.some((one) => one === name);
