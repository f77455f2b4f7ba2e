/** Exit statuses, the same for every command. */
export const exitStatus = { fine: 0, findings: 1, usage: 2, fault: 3 } as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** The command was called wrongly, or something it needs cannot be read or written. `message` is in the user's language. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}

/** What a Node file operation failed with; anything else is not ours to explain and is thrown again. */
export function systemCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
