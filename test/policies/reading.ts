import { existsSync, readFileSync } from 'node:fs';
import type { ReadUsed } from '../../compiler/index.ts';

/** What a policy of the folder uses, from the disk. */
export const fromDisk: ReadUsed = (path) =>
  existsSync(path) ? { text: readFileSync(path, 'utf8') } : { problem: 'missing' };
