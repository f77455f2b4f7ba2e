/** Every command, as written on the command line. */
export const commandNames = [
  'check',
  'format',
  'test',
  'trace',
  'decide',
  'explain',
  'timeline',
  'build',
  'emit',
  'new',
  'diff',
  'git',
] as const;
export type CommandName = (typeof commandNames)[number];
