// Small pieces of generated text over whole numbers that are 0 or 1, folded where a side is settled.

export const NO = '0';
export const YES = '1';

export const not = (a: string): string => {
  if (a === NO) return YES;
  if (a === YES) return NO;
  return /^\(.* \^ 1\)$/.test(a) && balanced(a.slice(1, -5)) ? a.slice(1, -5) : `(${a} ^ 1)`;
};

/** Whether every parenthesis that opens in the text closes in it. */
const balanced = (text: string): boolean => {
  let depth = 0;
  for (const sign of text) {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0;
};

export const and = (...parts: readonly string[]): string => {
  const rest = [...new Set(parts.filter((part) => part !== YES))];
  if (rest.includes(NO) || rest.some((part) => rest.includes(not(part)))) return NO;
  return rest.length === 0 ? YES : rest.length === 1 ? (rest[0] ?? YES) : `(${rest.join(' & ')})`;
};

export const or = (...parts: readonly string[]): string => {
  const rest = [...new Set(parts.filter((part) => part !== NO))];
  if (rest.includes(YES) || rest.some((part) => rest.includes(not(part)))) return YES;
  return rest.length === 0 ? NO : rest.length === 1 ? (rest[0] ?? NO) : `(${rest.join(' | ')})`;
};

/** Different: 1 where exactly one of them is. */
export const differ = (a: string, b: string): string => {
  if (a === b) return NO;
  if (a === NO) return b;
  if (b === NO) return a;
  return a === YES ? not(b) : b === YES ? not(a) : `(${a} ^ ${b})`;
};

/** `a` where `c` is 1, else `b`; `small` where both fit in 32 bits, so that no branch is needed. */
export const either = (c: string, a: string, b: string, small: boolean): string => {
  if (c === YES || a === b) return a;
  if (c === NO) return b;
  return small ? `(${b} ^ ((${a} ^ ${b}) & -${c}))` : `(${c} ? ${a} : ${b})`;
};

/** Leaves out the statements whose name nothing reads, after or before. */
export function needed(statements: readonly string[], last: readonly string[]): readonly string[] {
  const read = new Set<string>(last.flatMap(namesIn));
  const kept: string[] = [];
  for (const statement of [...statements].reverse()) {
    const [, name = '', value = ''] = /^const ([\w$]+) = (.*);$/s.exec(statement) ?? [];
    if (name !== '' && !read.has(name)) continue;
    for (const other of namesIn(value)) read.add(other);
    kept.push(statement);
  }
  return kept.reverse();
}

export const namesIn = (text: string): readonly string[] => text.match(/[A-Za-z_$][\w$]*/g) ?? [];
