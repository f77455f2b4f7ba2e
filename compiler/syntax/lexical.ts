import type { LineToken } from '../../grammar/index.ts';
import { endOf, fold, isName, keywordsSpelt, runsOn, spelling, tokens as T } from '../../grammar/index.ts';
import { syntaxDiagnostics } from '../diagnostics/catalogue/syntax.ts';
import type { Span } from '../source/source.ts';
import { tokenSpan } from './cst.ts';
import type { Stage } from './stage.ts';

/** One way in which the tokens of a line are wrong, whatever the line says; reports and answers true. */
type Check = (tokens: readonly LineToken[], stage: Stage) => boolean;

// Loops over indices: every token of a file passes here several times, mostly in code that V8 has not optimised yet, where
// `entries()` takes ten times as long.

const word = T.keyword.word;

/** Reports the first mistake that no rule of the grammar needs to be asked about. */
export function explainTokens(tokens: readonly LineToken[], stage: Stage): boolean {
  warnThousands(tokens, stage);
  return checks.some((check) => check(tokens, stage));
}

const closers: Readonly<Record<string, string>> = { '"': '"', '“': '”', '「': '」' };

const stray: Check = (tokens, stage) => {
  const found = tokens.find((token) => token.tokenType === T.Stray);
  if (!found) return false;
  const open = found.image[0] ?? '';
  const close = closers[open];
  if (close !== undefined)
    stage.reporter.report(syntaxDiagnostics.unclosedText, tokenSpan(found), { open, close });
  else stage.reporter.report(syntaxDiagnostics.strayCharacter, tokenSpan(found), { found: found.image });
  return true;
};

const pairs: Readonly<Record<string, string>> = { Open: ')', Close: '(', OpenSet: '}', CloseSet: '{' };

/** The bracket without a partner: the last one still open, or a closing one too many. */
const brackets: Check = (tokens, stage) => {
  const open: LineToken[] = [];
  let extra: LineToken | undefined;
  for (const token of tokens) {
    const name = token.tokenType.name;
    if (name === 'Open' || name === 'OpenSet') open.push(token);
    if (name !== 'Close' && name !== 'CloseSet') continue;
    if (open[open.length - 1]?.tokenType.name === (name === 'Close' ? 'Open' : 'OpenSet')) open.pop();
    else extra ??= token;
  }
  const at = extra ?? open[open.length - 1];
  if (!at) return false;
  const params = { open: fold(at.image), close: pairs[at.tokenType.name] ?? ')' };
  stage.reporter.report(syntaxDiagnostics.unclosedBracket, tokenSpan(at), params);
  return true;
};

/** `10-19 年`, `2015-2019 年`. */
const rangeHyphen: Check = (tokens, stage) => {
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token?.tokenType !== T.YearlyDay && token?.tokenType !== T.NumberToken) continue;
    const [minus, second] = tokens.slice(i + 1, i + 3);
    const written = token.tokenType === T.YearlyDay ? /^(\d+)-(\d+)$/.exec(token.image) : null;
    const numbers =
      token.tokenType === T.NumberToken && minus && second && isGluedMinus(token, minus, second);
    const unit = written ? minus : numbers ? tokens[i + 3] : undefined;
    const isUnit = unit && (unit.tokenType === T.Unit || isUnitWord(unit, stage));
    if (!isUnit && !(numbers && second.tokenType === T.NumberToken)) continue;
    const [from, to] = written ? [written[1] ?? '', written[2] ?? ''] : [token.image, second?.image ?? ''];
    const measure = unit && isUnit ? ` ${unit.image}` : '';
    const suggestion = `${from}${measure} ${spelling(stage.language, 'word', 'to')} ${to}${measure}`;
    const end = endOf((numbers ? second : token) ?? token);
    const span = { start: token.startOffset, end };
    stage.reporter.report(syntaxDiagnostics.rangeHyphen, span, { found: text(span, stage), suggestion });
    return true;
  }
  return false;
};

function isUnitWord(token: LineToken, stage: Stage): boolean {
  return keywordsSpelt(stage.language, token.payload.text).some((k) => k.group === 'unit');
}

function isGluedMinus(left: LineToken, minus: LineToken, right: LineToken): boolean {
  if (minus.tokenType !== T.symbols['-']) return false;
  return endOf(left) === minus.startOffset && endOf(minus) === right.startOffset;
}

const minusSpaces: Check = (tokens, stage) => {
  for (let i = 1; i < tokens.length; i += 1) {
    const minus = tokens[i];
    if (minus?.tokenType !== T.symbols['-']) continue;
    const [left, right] = [tokens[i - 1], tokens[i + 1]];
    if (!left || !right || !isGluedMinus(left, minus, right)) continue;
    const suggestion = `${left.image} - ${right.image}`;
    const span = { start: left.startOffset, end: endOf(right) };
    stage.reporter.report(syntaxDiagnostics.minusSpaces, span, { suggestion });
    return true;
  }
  return false;
};

/** `X 前(含) 至 Y`. */
const halfInRange: Check = (tokens, stage) => {
  const at = tokens.findIndex(
    (token, i) => token.tokenType === T.Half && tokens[i + 1]?.tokenType === word.to,
  );
  const half = tokens[at];
  if (!half) return false;
  const day = dayBefore(tokens, at, stage);
  const mark = /[(（].*$/.exec(half.image)?.[0] ?? '';
  stage.reporter.report(syntaxDiagnostics.halfInRange, tokenSpan(half), { day, mark });
  return true;
};

/** Bare 前, 后 with no number behind, and 起 anywhere. English "before" and "after" are no doubtful words. */
const bareSide: Check = (tokens, stage) => {
  if (stage.language === 'en') return false;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token?.tokenType === word.bareFrom) {
      const day = dayBefore(tokens, i, stage);
      stage.reporter.report(syntaxDiagnostics.bareFrom, tokenSpan(token), { day });
      return true;
    }
    if (token?.tokenType !== word.before && token?.tokenType !== word.after) continue;
    if (tokens[i + 1]?.tokenType === T.NumberToken || opensWindow(tokens, i + 1)) continue;
    const side = token.image;
    const day = dayBefore(tokens, i, stage);
    const params = { day, side, inclusive: `${day} ${side}(含)`, exclusive: `${day} ${side}(不含)` };
    stage.reporter.report(syntaxDiagnostics.bareSide, tokenSpan(token), params);
    return true;
  }
  return false;
};

/** `D 后 天数 内`: a length with a name of its own. */
function opensWindow(tokens: readonly LineToken[], from: number): boolean {
  let at = from;
  while (isDayPart(tokens[at])) at += 1;
  return at > from && (tokens[at]?.tokenType === word.inside || tokens[at]?.tokenType === word.orWithin);
}

/** The words of the day in front of token `at`: back to the nearest keyword. */
function dayBefore(tokens: readonly LineToken[], at: number, stage: Stage): string {
  let first = at;
  while (first > 0 && isDayPart(tokens[first - 1])) first -= 1;
  const from = tokens[first];
  const last = tokens[at - 1];
  return from && last && first < at ? text({ start: from.startOffset, end: endOf(last) }, stage) : '';
}

const dayParts: ReadonlySet<LineToken['tokenType']> = new Set([
  T.DateToken,
  T.YearlyDay,
  T.Tail,
  T.LunarDay,
  T.MonthPart,
  T.NumberToken,
  T.Unit,
  word.of,
]);

function isDayPart(token: LineToken | undefined): boolean {
  return token !== undefined && (isName(token) || dayParts.has(token.tokenType));
}

/** `7岁以下儿童…`: a run that a number cuts in two though it is one name. */
const nameWithDigit: Check = (tokens, stage) => {
  const at = tokens.findIndex((token, i) => {
    const next = tokens[i + 1];
    const glued = token.tokenType === T.NumberToken && next && endOf(token) === next.startOffset;
    return glued && next.tokenType === T.PlainName && runsOn(next.payload.text, stage.language);
  });
  const number = tokens[at];
  const last = tokens[at + 1];
  if (!number || !last) return false;
  const before = tokens[at - 1];
  const first = before && isName(before) && endOf(before) === number.startOffset ? before : number;
  const span = { start: first.startOffset, end: endOf(last) };
  stage.reporter.report(syntaxDiagnostics.nameWithDigit, span, { name: text(span, stage) });
  return true;
};

const checks: readonly Check[] = [
  stray,
  brackets,
  rangeHyphen,
  minusSpaces,
  halfInRange,
  bareSide,
  nameWithDigit,
];

function warnThousands(tokens: readonly LineToken[], stage: Stage): void {
  let depth = 0;
  for (const token of tokens) {
    if (token.tokenType === T.symbols['{']) depth += 1;
    if (token.tokenType === T.symbols['}']) depth -= 1;
    if (depth < 1 || token.tokenType !== T.NumberToken || !/[,，]/.test(token.image)) continue;
    const number = token.image.replaceAll('，', ',');
    stage.reporter.report(syntaxDiagnostics.thousands, tokenSpan(token), { number });
  }
}

function text(span: Span, stage: Stage): string {
  return stage.text.slice(span.start, span.end).replace(/\s+/g, ' ');
}
