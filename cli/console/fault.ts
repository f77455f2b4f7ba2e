import { version } from '../version.ts';
import type { Session } from './session.ts';

/** A fault of ours: says so, and what a maintainer needs, without a stack trace. */
export async function reportFault(session: Session, args: readonly string[], error: unknown): Promise<void> {
  const { fault } = session.texts;
  const lines = [
    `${session.paintErr('red', 'bangfu:')} ${fault.title}`,
    fault.report,
    `  ${fault.command}  bangfu ${args.join(' ')}`,
    `  ${fault.version}  bangfu ${version}, Node ${process.version}, ${process.platform}`,
    `  ${fault.error}  ${nameOf(error)} ${origin(error)}`,
  ];
  await session.err.write(`${lines.join('\n')}\n`);
}

const nameOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message.split('\n', 1)[0] ?? ''}` : String(error);

/** The one place where it happened, as `(function file:line)`. */
function origin(error: unknown): string {
  const frame = error instanceof Error ? /\n\s+at (.+)/.exec(error.stack ?? '')?.[1] : undefined;
  return frame ? `(${frame.replace(/\(?(?:file:\/\/)?\S*[\\/]([^\\/]+:\d+:\d+)\)?/, '$1')})` : '';
}
