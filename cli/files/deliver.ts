import { systemCode, Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import { writeWhole } from './atomic.ts';

/** To the file named, whole or not at all, or else to standard output; bytes only go to a file. */
export async function deliver(
  session: Session,
  content: string | Uint8Array,
  out: string | undefined,
): Promise<void> {
  if (out === undefined) {
    if (typeof content === 'string') await session.out.write(content);
    return;
  }
  try {
    await writeWhole(out, content);
  } catch (error) {
    throw new Unusable(session.texts.files.unwritable(out, systemCode(error)));
  }
  await session.err.write(`${session.texts.files.written(out)}\n`);
}
