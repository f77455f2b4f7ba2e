import { type ExitStatus, exitStatus, systemCode, Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import {
  addAttribute,
  attribute,
  attributeState,
  otherwiseCompared,
  removeAttribute,
} from '../git/attributes.ts';
import { commentOn } from '../git/commenting.ts';
import { GitError, repositoryAt } from '../git/run.ts';
import { currentValue, put, type Setting, settings, take } from '../git/settings.ts';
import { convertFile } from '../git/textconv.ts';
import { putWorkflow } from '../git/workflows.ts';
import type { Texts } from '../texts/texts.ts';

export const gitActions = ['setup', 'undo', 'workflow', 'comment', 'textconv'] as const;

/**
 * Makes git show policies in words, or takes that back; `textconv` is what git itself then calls. Writes the workflow of a
 * platform; `comment` is what the workflow calls to post a report.
 */
export async function run(
  session: Session,
  [action, file]: readonly [string, string | undefined],
): Promise<ExitStatus> {
  const { texts } = session;
  if (action === 'textconv') return textconv(session, file);
  if (action === 'comment') return commentOn(session, required(file, 'file', texts));
  if (action !== 'setup' && action !== 'undo' && action !== 'workflow')
    throw new Unusable(texts.usage.notAChoice(action, 'ACTION', gitActions));
  const top = await repositoryAt('.');
  if (top === null) throw new Unusable(texts.git.noRepository);
  try {
    if (action === 'workflow') return await putWorkflow(session, required(file, 'PLATFORM', texts), top);
    return action === 'setup' ? await setUp(session, top) : await undo(session, top);
  } catch (error) {
    if (error instanceof GitError) throw new Unusable(texts.diff.git(error.said));
    if (error instanceof Unusable) throw error;
    throw new Unusable(texts.files.unwritable('.gitattributes', systemCode(error)));
  }
}

async function textconv(session: Session, file: string | undefined): Promise<ExitStatus> {
  const { texts, language } = session;
  const path = required(file, 'file', texts);
  try {
    process.stdout.write(convertFile(path, language));
    return exitStatus.fine;
  } catch (error) {
    throw new Unusable(texts.files.unreadable(path, systemCode(error)));
  }
}

function required(given: string | undefined, name: string, texts: Texts): string {
  if (given === undefined) throw new Unusable(texts.usage.missingArgument(name));
  return given;
}

/** What others wrote is left as it is, and named; then the exit status is 1. */
async function setUp(session: Session, top: string): Promise<ExitStatus> {
  const { texts, language, out } = session;
  let free = await setAttribute(session, top);
  for (const setting of settings(language)) free = (await setOne(session, setting, top)) && free;
  const others = await otherwiseCompared(top);
  for (const path of others) await out.write(`${texts.git.otherDriver(path)}\n`);
  await out.write(`${texts.git.next}\n`);
  return free && others.length === 0 ? exitStatus.fine : exitStatus.findings;
}

async function setAttribute({ texts, out }: Session, top: string): Promise<boolean> {
  const state = await attributeState(top, texts);
  if (state === 'none') await addAttribute(top, texts);
  const say = texts.git;
  const where = '.gitattributes';
  if (state === 'link') await out.write(`${say.link(where)}\n`);
  else if (state === 'none') await out.write(`${say.put(where, attribute)}\n`);
  else if (state === 'ours') await out.write(`${say.there(where, attribute)}\n`);
  else await out.write(`${say.left(where, `diff=${state.other}`)}\n`);
  return state === 'none' || state === 'ours';
}

async function setOne({ texts, out }: Session, setting: Setting, top: string): Promise<boolean> {
  const { key, value, isOurs } = setting;
  const old = await currentValue(key, top);
  const foreign = old !== null && !isOurs(old);
  if (!foreign && old !== value) await put(setting, top);
  const say = texts.git;
  const done = old === value ? say.there(key, value) : say.put(key, value);
  await out.write(`${foreign ? say.left(key, old) : done}\n`);
  return !foreign;
}

async function undo({ texts, language, out }: Session, top: string): Promise<ExitStatus> {
  const say = texts.git;
  const state = await attributeState(top, texts);
  const removed = state !== 'link' && (await removeAttribute(top, texts));
  await out.write(`${(removed ? say.taken : say.notThere)('.gitattributes', attribute)}\n`);
  for (const setting of settings(language)) {
    const old = await currentValue(setting.key, top);
    const ours = old !== null && setting.isOurs(old);
    if (ours) await take(setting, top);
    if (ours) await out.write(`${say.taken(setting.key, old)}\n`);
    else await out.write(`${old === null ? say.notThere(setting.key, '') : say.left(setting.key, old)}\n`);
  }
  return exitStatus.fine;
}
