export const list = (items: readonly string[]): string => items.join('、');
