import { coverage } from './zh/coverage.ts';
import { decisions } from './zh/decisions.ts';
import { diff } from './zh/diff.ts';
import { git } from './zh/git.ts';
import { list } from './zh/lists.ts';
import { mutate } from './zh/mutate.ts';
import { prove } from './zh/prove.ts';
import { reading } from './zh/reading.ts';
import { reports } from './zh/reports.ts';
import { usage } from './zh/usage.ts';

/** 命令行说的话（中文）。英文在 en.ts，两者形状相同。 */
export const zh = {
  language: 'zh' as 'zh' | 'en',
  severity: { error: '错误', warning: '警告', note: '提示' },
  hint: '建议：',
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
