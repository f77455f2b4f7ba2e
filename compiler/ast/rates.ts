/** The words of `每人每月` and their like. */
export type RateWord =
  | 'person'
  | 'household'
  | 'item'
  | 'day'
  | 'week'
  | 'tenDays'
  | 'month'
  | 'quarter'
  | 'halfYear'
  | 'year'
  | 'once';
