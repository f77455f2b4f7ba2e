import { coverage } from './en/coverage.ts';
import { decisions } from './en/decisions.ts';
import { diff } from './en/diff.ts';
import { git } from './en/git.ts';
import { list } from './en/lists.ts';
import { mutate } from './en/mutate.ts';
import { prove } from './en/prove.ts';
import { reading } from './en/reading.ts';
import { reports } from './en/reports.ts';
import { usage } from './en/usage.ts';
import type { zh } from './zh.ts';

/** What the command line says, in English. The Chinese in zh.ts gives the shape. */
export const en: typeof zh = {
  language: 'en',
  severity: { error: 'error', warning: 'warning', note: 'note' },
  hint: 'Hint: ',
  list,
  ...usage,
  ...reading,
  ...reports,
  ...decisions,
  ...coverage,
  ...mutate,
  ...prove,
  diff,
  git,
};
