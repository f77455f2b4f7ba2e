import { figure } from '../figure.ts';
export const list = (items: readonly string[]): string => items.join(', ');

/** `1 file`, `2 files`. */
export const many = (count: number, one: string, several = `${one}s`): string =>
  `${figure(count)} ${count === 1 ? one : several}`;
