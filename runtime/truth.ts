import type { Reason, TruthName } from './decision.ts';
import { isDoubt, isUnknown, mergeReasons } from './unknown.ts';
import type { Doubt, Formula, Truth, Value } from './value.ts';

/** A condition that is open for the given reasons. Conditions of one `key` are one condition. */
export const doubt = (key: string, reasons: readonly Reason[]): Doubt => ({
  doubt: { op: 'atom', key, reasons },
});

/** The truth of a value of type 是否: open where it is unknown; an absent one (`可无`) is no. */
export const truthOf = (value: Value, key: string): Truth => {
  if (typeof value === 'boolean' || isDoubt(value)) return value;
  if (isUnknown(value)) return doubt(key, value.reasons);
  if (value === null) return false;
  throw new TypeError(`not a truth: ${key}`);
};

const sameFormula = (a: Formula, b: Formula): boolean => {
  if (a === b) return true;
  if (a.op === 'atom') return b.op === 'atom' && a.key === b.key;
  if (a.op === 'not') return b.op === 'not' && sameFormula(a.part, b.part);
  if (b.op === 'atom' || b.op === 'not' || a.op !== b.op) return false;
  if (a.op === 'atLeast' && b.op === 'atLeast' && a.n !== b.n) return false;
  const others = b.parts;
  return a.parts.length === others.length && a.parts.every((p, i) => sameFormula(p, others[i] ?? p));
};

const isSamePart = (a: Formula, b: Formula | undefined): boolean => b !== undefined && sameFormula(a, b);

/** Joined parts, nested ones of the same kind taken up and repeated ones dropped. */
const joined = (op: 'and' | 'or', doubts: readonly Doubt[]): Truth => {
  const parts: Formula[] = [];
  for (const { doubt: formula } of doubts) {
    for (const part of formula.op === op ? formula.parts : [formula]) {
      if (!parts.some((p) => isSamePart(part, p))) parts.push(part);
    }
  }
  const only = parts[0];
  return { doubt: parts.length === 1 && only !== undefined ? only : { op, parts } };
};

/** 同时满足: no as soon as one is no; yes when all are. No parts: yes. */
export const all = (...parts: readonly Truth[]): Truth => {
  if (parts.includes(false)) return false;
  const open = parts.filter(isDoubt);
  return open.length === 0 ? true : joined('and', open);
};

/** 满足其一: yes as soon as one is yes; no when none is. No parts: no. */
export const any = (...parts: readonly Truth[]): Truth => {
  if (parts.includes(true)) return true;
  const open = parts.filter(isDoubt);
  return open.length === 0 ? false : joined('or', open);
};

export const not = (part: Truth): Truth => {
  if (!isDoubt(part)) return !part;
  const formula = part.doubt;
  return { doubt: formula.op === 'not' ? formula.part : { op: 'not', part: formula } };
};

/** 均不满足. */
export const none = (...parts: readonly Truth[]): Truth => not(any(...parts));

/** 满足 n 项 以上: yes when n are surely yes, no when fewer than n still may be. */
export const atLeast = (n: number, ...parts: readonly Truth[]): Truth => {
  const open = parts.filter(isDoubt);
  const still = n - parts.filter((p) => p === true).length;
  if (still <= 0) return true;
  if (still > open.length) return false;
  if (still === open.length) return all(...open);
  if (still === 1) return any(...open);
  return { doubt: { op: 'atLeast', n: still, parts: open.map((d) => d.doubt) } };
};

/** `当`: while `when` is no the item is out of play, `neutral`; unknown is `非 when 或 then` or its dual. */
export const guard = (when: Truth, then: Truth, neutral: boolean): Truth =>
  neutral ? any(not(when), then) : all(when, then);

/** `例外`: one of `by` being yes lifts the rule, which then is `neutral`: a waived condition yes, a lifted exclusion no. */
export const except = (rule: Truth, by: readonly Truth[], neutral: boolean): Truth =>
  neutral ? any(rule, ...by) : all(rule, none(...by));

/** `若 c 则 a 否则 b` between conditions: settled too where both branches agree. */
export const chooseTruth = (c: Truth, a: Truth, b: Truth): Truth => {
  if (!isDoubt(c)) return c ? a : b;
  if (a === b) return a;
  return any(all(c, a), all(not(c), b), all(a, b));
};

/** Yes when both are yes or both are no. */
export const sameTruth = (a: Truth, b: Truth): Truth => any(all(a, b), all(not(a), not(b)));

export const truthName = (truth: Truth): TruthName => (isDoubt(truth) ? 'unknown' : truth ? 'yes' : 'no');

const collect = (formula: Formula): readonly Reason[] => {
  if (formula.op === 'atom') return formula.reasons;
  return mergeReasons(...(formula.op === 'not' ? [formula.part] : formula.parts).map(collect));
};

/** Everything that keeps it open, each once; nothing for yes and no. */
export const reasonsOf = (truth: Truth): readonly Reason[] => (isDoubt(truth) ? collect(truth.doubt) : []);

const marked = (formula: Formula, mark: string): Formula => {
  if (formula.op === 'atom') return { ...formula, key: formula.key + mark };
  if (formula.op === 'not') return { op: 'not', part: marked(formula.part, mark) };
  return { ...formula, parts: formula.parts.map((p) => marked(p, mark)) };
};

/** The same condition asked of another element: its keys made different by `mark`. */
export const forElement = (truth: Truth, mark: string): Truth =>
  isDoubt(truth) ? { doubt: marked(truth.doubt, mark) } : truth;
