/** A whole number with its thousands parted, the same in every language: `12,345`. `toLocaleString` takes 10 ms the first time. */
export const figure = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
