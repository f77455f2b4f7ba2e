import type { Per } from '../../runtime/types.ts';

/** What a rate is for each of, in either language: `每人每月`, `per person per month`. */
export const perWords: { readonly [per in Per]: { readonly zh: string; readonly en: string } } = {
  person: { zh: '每人', en: 'per person' },
  household: { zh: '每户', en: 'per household' },
  item: { zh: '每个', en: 'per item' },
  once: { zh: '一次性', en: 'once' },
  day: { zh: '每日', en: 'per day' },
  week: { zh: '每周', en: 'per week' },
  tenDays: { zh: '每旬', en: 'per ten days' },
  month: { zh: '每月', en: 'per month' },
  quarter: { zh: '每季度', en: 'per quarter' },
  halfYear: { zh: '每半年', en: 'per half-year' },
  year: { zh: '每年', en: 'per year' },
  event: { zh: '每次', en: 'per event' },
};
