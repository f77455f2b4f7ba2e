/** What is wrong with a value that was given. */
export type InputProblem =
  /** Not of the declared type, or not in the form that the type is written in. */
  | 'wrongType'
  /** No fact, parameter or field of this name. */
  | 'unknownName'
  /** Well formed, but the calendar has no such day, month or year. */
  | 'noSuchDate'
  /** Money finer than a fen. */
  | 'fractionOfFen'
  /** A number that floating point may have changed already (over 15 digits), NaN or an infinity. */
  | 'notExact'
  | 'outOfRange'
  /** Given twice, by its two names. */
  | 'duplicate'
  | 'unknownOption'
  /** `null` for something that cannot be absent. */
  | 'notOptional';

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** One place in the data that is wrong. */
export interface InputError {
  /** Where, by the names as they were written: `riskNotices[1].level`; empty for the record itself. */
  readonly path: string;
  readonly problem: InputProblem;
  /** What was found there, printed short. */
  readonly found: string;
  /** What would be right. */
  readonly expected: Bilingual;
  /** The name or option most like the one found. */
  readonly nearest?: string;
}

const SAY: { readonly [problem in InputProblem]: (e: InputError) => Bilingual } = {
  wrongType: (e) => ({
    zh: `应为${e.expected.zh}，实为 ${e.found}`,
    en: `expected ${e.expected.en}, found ${e.found}`,
  }),
  unknownName: () => ({ zh: '没有这个名称', en: 'no such name' }),
  noSuchDate: (e) => ({ zh: `日历上没有 ${e.found}`, en: `the calendar has no ${e.found}` }),
  fractionOfFen: (e) => ({
    zh: `${e.found} 不足一分，金额以元计，至多两位小数`,
    en: `${e.found} is finer than a fen; give yuan with at most two decimals`,
  }),
  notExact: (e) => ({
    zh: `${e.found} 不是精确的数，请用文字写出，例如 "0.125"`,
    en: `${e.found} is not an exact number; write it as text, for example "0.125"`,
  }),
  outOfRange: (e) => ({
    zh: `应${e.expected.zh}，实为 ${e.found}`,
    en: `must be ${e.expected.en}, found ${e.found}`,
  }),
  duplicate: (e) => ({
    zh: `与 ${e.found} 是同一项，只能给一次`,
    en: `the same as ${e.found}; give it once`,
  }),
  unknownOption: (e) => ({
    zh: `没有 ${e.found} 这个选项，可选：${e.expected.zh}`,
    en: `no option ${e.found}; the options are ${e.expected.en}`,
  }),
  notOptional: (e) => ({
    zh: `不能为 null（“没有”）；不知道就不要填，应为${e.expected.zh}`,
    en: `cannot be null ("there is none"); leave it out if it is not known, expected ${e.expected.en}`,
  }),
};

/** One line for people: the place, what is wrong, what would be right. */
export const describeInputError = (error: InputError, lang: keyof Bilingual): string => {
  const said = SAY[error.problem](error)[lang];
  const zh = lang === 'zh';
  const hint =
    error.nearest === undefined
      ? ''
      : zh
        ? `；是不是 ${error.nearest}？`
        : `; did you mean ${error.nearest}?`;
  const place = error.path === '' ? (zh ? '数据' : 'data') : error.path;
  return `${place}${zh ? '：' : ': '}${said}${hint}`;
};

/** Every place in the data that is wrong; nothing was decided. */
export class InputErrors extends Error {
  override readonly name = 'InputErrors';
  readonly errors: readonly InputError[];
  constructor(errors: readonly InputError[]) {
    super(errors.map((error) => describeInputError(error, 'en')).join('\n'));
    this.errors = errors;
  }
}

const json = (raw: unknown): string => {
  try {
    return JSON.stringify(raw) ?? typeof raw;
  } catch {
    // Values that JSON cannot hold, such as objects that contain themselves.
    return typeof raw;
  }
};

/** A value in few characters, for messages. */
export const printFound = (raw: unknown): string => {
  const text = typeof raw === 'number' ? String(raw) : json(raw);
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
};
