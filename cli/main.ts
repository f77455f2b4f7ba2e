import { CommanderError } from 'commander';
import { type ExitStatus, exitStatus, Unusable } from './console/failure.ts';
import { reportFault } from './console/fault.ts';
import { chooseLanguage } from './console/language.ts';
import { openSession, type Session } from './console/session.ts';
import { endCleanlyOnSignals } from './console/signals.ts';
import { flushed, ReaderGone } from './console/sink.ts';
import { buildProgram, type Commands } from './program.ts';

async function run(session: Session, args: readonly string[], commands: Commands): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.fine;
  const program = buildProgram(session, commands, (reached) => {
    status = reached;
  });
  program.exitOverride();
  if (args.length === 0) {
    await session.err.write(program.helpInformation());
    return exitStatus.usage;
  }
  await program.parseAsync([...args], { from: 'user' });
  return status;
}

/** Every way a run can end, turned into an exit status and words for the user. */
async function runToStatus(
  session: Session,
  args: readonly string[],
  commands: Commands,
): Promise<ExitStatus> {
  try {
    return await run(session, args, commands);
  } catch (error) {
    if (error instanceof ReaderGone) return exitStatus.fine;
    // Help and version were printed; help that nobody asked for is wrong usage.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.fine : exitStatus.usage;
    if (error instanceof Unusable) {
      await session.err.write(`${session.paintErr('red', 'bangfu:')} ${error.message}\n`);
      return exitStatus.usage;
    }
    await reportFault(session, args, error);
    return exitStatus.fault;
  }
}

/** Runs what the command line asks for and ends the process. `commands`: those that can be asked for here. */
export async function main(commands: Commands): Promise<never> {
  endCleanlyOnSignals();
  const args = process.argv.slice(2);
  const session = openSession(chooseLanguage(args, process.env));
  // What fails outside every promise (a stream of a library that nobody listens to) is a fault of ours as well.
  process.on('uncaughtException', (error) => {
    const exit = (): never => process.exit(exitStatus.fault);
    reportFault(session, args, error).then(exit, exit);
  });
  const status = await runToStatus(session, args, commands).catch((error: unknown) => {
    // Standard error itself is gone: nobody is left to be told.
    if (error instanceof ReaderGone) return exitStatus.fine;
    throw error;
  });
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  process.exit(status);
}
