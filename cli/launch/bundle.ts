import { type CommandName, commandNames } from '../commands/names.ts';

/**
 * A part of the program that is loaded as a whole: `none` prints help and refuses, `check` has that command without what repairs
 * and proves, `rest` has everything.
 */
export type Bundle = 'none' | 'check' | 'rest';

export interface Choice {
  readonly bundle: Bundle;
  /** The command that will run, if any. */
  readonly command: CommandName | null;
}

/** Options of `check` that its own bundle has not the means for. Commander knows no short forms of long options. */
const beyondPlain: readonly string[] = ['--fix', '--prove'];

/**
 * What the arguments need. The first argument that is a command's name is the only one that can be run: what stands before it
 * are options and their values, of which none is a command's name.
 */
export function bundleFor(args: readonly string[]): Choice {
  const command = args.flatMap((arg) => commandNames.find((name) => name === arg) ?? [])[0] ?? null;
  if (command === null) return { bundle: 'none', command };
  const plain = command === 'check' && !args.some((arg) => beyondPlain.includes(arg));
  return { bundle: plain ? 'check' : 'rest', command };
}
