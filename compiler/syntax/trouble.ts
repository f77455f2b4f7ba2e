import type { Failure, IToken, LineRule, LineToken } from '../../grammar/index.ts';
import { dataOf, endOf, isName, reach, spelling, tokens as T } from '../../grammar/index.ts';
import type { Head } from '../ast/statements.ts';
import { syntaxDiagnostics } from '../diagnostics/catalogue/syntax.ts';
import { tokenSpan } from './cst.ts';
import { boundExamples, exampleOf, expectedWords, labelledExample } from './expected.ts';
import type { Item, Place } from './placement.ts';
import type { Stage } from './stage.ts';
import { foreignKeyword, imageOf, nearestHardWord, nearestHead, unglued } from './suggest.ts';

/** The line on which reading failed, and how it was read. */
export interface Attempt {
  readonly rule: LineRule;
  readonly tokens: readonly LineToken[];
  readonly head: Head | null;
  readonly item: Item | null;
  readonly place: Place;
}

type Explain = (failure: Failure, attempt: Attempt, stage: Stage) => boolean;

/** The most telling message for a line that the grammar refused: exactly one. */
export function explainFailure(failure: Failure, attempt: Attempt, stage: Stage): void {
  if (explanations.some((explain) => explain(failure, attempt, stage))) return;
  const expected = expectedWords(failure, stage.language);
  const example = exampleOf(attempt.rule, stage.language);
  const last = failure.previous ?? attempt.tokens[attempt.tokens.length - 1];
  const found = endsBody(failure.found) && last ? undefined : failure.found;
  if (found) {
    const params = { found: imageOf(found), expected, example };
    stage.reporter.report(syntaxDiagnostics.unexpected, tokenSpan(found), params);
    return;
  }
  const span = last ? tokenSpan(last) : { start: 0, end: 0 };
  stage.reporter.report(syntaxDiagnostics.unfinished, span, {
    after: last ? imageOf(last) : '',
    expected,
    example,
  });
}

/** A clause word where a value is wanted: the value in front of it is missing. */
function endsBody(found: IToken | undefined): boolean {
  const { when, proof, referTo, fallback, accept } = T.keyword.word;
  return found !== undefined && [T.Cites, when, proof, referTo, fallback, accept].includes(found.tokenType);
}

/** Words around the failure that were read as names of the author's. */
function suspects(failure: Failure, attempt: Attempt): readonly IToken[] {
  const near = [failure.found, failure.previous].filter((token) => token !== undefined);
  const first = attempt.head ? [] : attempt.tokens.slice(0, 1);
  const around = [...near, ...first].filter((token) => token.tokenType === T.PlainName);
  return [...new Set(around)];
}

function indexOf(attempt: Attempt, token: IToken): number {
  const all: readonly IToken[] = attempt.tokens;
  return all.indexOf(token);
}

/** `其他 满足其一`: nothing but a label can stand before a group. */
const labelBeforeGroup: Explain = (failure, attempt, stage) => {
  const { allOf, anyOf, noneOf, satisfying } = T.keyword.word;
  const isGroup = failure.found && [allOf, anyOf, noneOf, satisfying].includes(failure.found.tokenType);
  return isGroup === true && colonMissing(failure, attempt, stage);
};

const otherLanguage: Explain = (failure, attempt, stage) => {
  for (const token of suspects(failure, attempt)) {
    const found = dataOf(token).text;
    const keyword = foreignKeyword(found, stage.language, false);
    if (keyword === undefined) continue;
    const params = { found, keyword, file: stage.language };
    stage.reporter.report(syntaxDiagnostics.otherLanguage, tokenSpan(token), params);
    return true;
  }
  return false;
};

const typo: Explain = (failure, attempt, stage) => {
  const declaredAt = attempt.tokens.findIndex((token) => token.tokenType === T.symbols[':']);
  for (const token of suspects(failure, attempt)) {
    const index = indexOf(attempt, token);
    const keyword = index > declaredAt ? nearestHardWord(dataOf(token).text, stage.language) : undefined;
    if (keyword === undefined) continue;
    const params = { found: dataOf(token).text, keyword };
    stage.reporter.report(syntaxDiagnostics.keywordTypo, tokenSpan(token), params);
    return true;
  }
  return false;
};

const glued: Explain = (failure, attempt, stage) => {
  for (const token of suspects(failure, attempt)) {
    const found = dataOf(token).text;
    const suggestion = ungluedSide(token, attempt) ?? ungluedName(found, stage);
    if (suggestion === undefined) continue;
    stage.reporter.report(syntaxDiagnostics.missingSpace, tokenSpan(token), { found, suggestion });
    return true;
  }
  return false;
};

/** A word that the file declares is a name, whatever it is made of. */
function ungluedName(found: string, stage: Stage): string | undefined {
  const isDeclared = stage.whole.includes(`${found} (`) || stage.whole.includes(`${found}:`);
  return isDeclared ? undefined : unglued(found, stage.language);
}

/** `截止日前(含)`: the side is glued to the day. */
function ungluedSide(token: IToken, attempt: Attempt): string | undefined {
  const index = indexOf(attempt, token);
  const mark = attempt.tokens[index + 1];
  const cut = /^(.+)([前后後])$/.exec(dataOf(token).text);
  return cut && mark?.tokenType === T.Mark ? `${cut[1]} ${cut[2]}${mark.image}` : undefined;
}

const labelled: readonly LineRule[] = ['factLine', 'parameterLine', 'documentLine'];

const colonMissing: Explain = (failure, attempt, stage) => {
  if (attempt.tokens.some((token) => token.tokenType === T.symbols[':'])) return false;
  const name = attempt.tokens[attempt.head ? 1 : 0];
  if (!name || !isName(name)) return false;
  const second = attempt.tokens[attempt.head ? 2 : 1];
  const isRow = attempt.rule === 'rowLine' || attempt.rule === 'shareRowLine';
  const rightAfter = attempt.rule === 'bareLine' && second !== undefined && failure.found === second;
  const opensGroup = rightAfter || (attempt.rule === 'bareLine' && isDeclared(attempt.tokens));
  if (!labelled.includes(attempt.rule) && !isRow && !opensGroup) return false;
  const span = tokenSpan(name);
  stage.reporter.report(syntaxDiagnostics.missingColon, span, { label: labelText(attempt, stage) });
  return true;
};

/** A row whose case ends and whose value begins, with nothing between them. */
const rowColonMissing: Explain = (failure, attempt, stage) => {
  const [first] = attempt.tokens;
  if (!failure.found || !failure.previous || !first || !failure.expected.includes('Colon')) return false;
  const span = { start: first.startOffset, end: endOf(failure.previous) };
  stage.reporter.report(syntaxDiagnostics.missingColon, span, {
    label: stage.text.slice(span.start, span.end),
  });
  return true;
};

function isDeclared(tokens: readonly LineToken[]): boolean {
  return tokens[1]?.tokenType === T.symbols['('] && tokens[3]?.tokenType === T.symbols[')'];
}

/** The name of the line, with its other half where there is one. */
function labelText(attempt: Attempt, stage: Stage): string {
  const tokens = attempt.head ? attempt.tokens.slice(1) : attempt.tokens;
  const last = isDeclared(tokens) ? tokens[3] : tokens[0];
  const [first] = tokens;
  return first && last ? stage.text.slice(first.startOffset, endOf(last)) : '';
}

const labelMissing: Explain = (_failure, attempt, stage) => {
  if (attempt.rule !== 'bareLine' || !attempt.item) return false;
  const example = labelledExample(attempt.item, stage.language);
  const first = attempt.tokens[0];
  if (example === undefined || !first) return false;
  stage.reporter.report(syntaxDiagnostics.missingLabel, tokenSpan(first), { example });
  return true;
};

const boundMissing: Explain = (failure, attempt, stage) => {
  if (!failure.expected.includes('word_orMore') || !failure.previous) return false;
  if (gluedSubject(failure.previous, attempt, stage)) return true;
  const last = tokenSpan(failure.previous);
  const start = numberStart(failure.previous, stage);
  const number = stage.text.slice(start, last.end);
  const examples = boundExamples(number, stage.language);
  stage.reporter.report(syntaxDiagnostics.missingBound, { start, end: last.end }, { number, examples });
  return true;
};

/** `年龄超过 60 周岁`: the comparison is there, but glued to its subject. */
function gluedSubject(last: IToken, attempt: Attempt, stage: Stage): boolean {
  const end = indexOf(attempt, last);
  let number = end;
  while (number > 0 && attempt.tokens[number]?.tokenType !== T.NumberToken) number -= 1;
  const name = attempt.tokens[number - 1];
  if (name?.tokenType !== T.PlainName) return false;
  const found = name.payload.text;
  const suggestion = ungluedName(found, stage);
  if (suggestion === undefined) return false;
  stage.reporter.report(syntaxDiagnostics.missingSpace, tokenSpan(name), { found, suggestion });
  return true;
}

function numberStart(token: IToken, stage: Stage): number {
  if (token.tokenType === T.NumberToken) return token.startOffset;
  const before = stage.text.slice(0, token.startOffset);
  return token.startOffset - (/[\d０-９][\d０-９,，.．万亿]*\s*$/.exec(before)?.[0].length ?? 0);
}

const hardName: Explain = (failure, attempt, stage) => {
  const { found } = failure;
  const group = found && dataOf(found).group;
  if (!found || !group || reach[group] !== 'hard') return false;
  const named = attempt.head !== null && attempt.rule !== 'bodyLine' && found === attempt.tokens[1];
  if (!named && failure.expected[0] !== 'Name') return false;
  stage.reporter.report(syntaxDiagnostics.hardWordAsName, tokenSpan(found), { word: imageOf(found) });
  return true;
};

const sideBySide: Explain = (failure, _attempt, stage) => {
  const { found, previous } = failure;
  if (!found || !previous || !isName(found) || !isName(previous)) return false;
  const span = { start: previous.startOffset, end: endOf(found) };
  const params = { left: imageOf(previous), right: imageOf(found) };
  stage.reporter.report(syntaxDiagnostics.sideBySide, span, params);
  return true;
};

/** A run of characters and digits that the digits cut into pieces. */
const digitInName: Explain = (failure, attempt, stage) => {
  const at = attempt.tokens.findIndex((token) => token === failure.found || token === failure.previous);
  for (const i of [at - 1, at, at + 1]) {
    const [left, number, right] = attempt.tokens.slice(Math.max(0, i), Math.max(0, i) + 3);
    if (!left || !number || number.tokenType !== T.NumberToken || !isName(left)) continue;
    if (endOf(left) !== number.startOffset || !right || endOf(number) !== right.startOffset) continue;
    if (!isName(right)) continue;
    const span = { start: left.startOffset, end: endOf(right) };
    stage.reporter.report(syntaxDiagnostics.nameWithDigit, span, {
      name: stage.text.slice(span.start, span.end),
    });
    return true;
  }
  return false;
};

const explanations: readonly Explain[] = [
  labelBeforeGroup,
  otherLanguage,
  glued,
  typo,
  digitInName,
  boundMissing,
  colonMissing,
  rowColonMissing,
  labelMissing,
  hardName,
  sideBySide,
];

/** The head that the first word of a line was meant to be, reported; undefined where nothing is near. */
export function meantHead(tokens: readonly LineToken[], place: Place, stage: Stage): Head | undefined {
  const [first, second] = tokens;
  if (!first || !isName(first) || first.payload.quoted) return undefined;
  const found = first.payload.text;
  const foreign = foreignKeyword(found, stage.language, true);
  const own = (head: Head) => spelling(stage.language, 'head', head);
  if (foreign !== undefined) {
    const head = place.heads.find((each) => own(each) === foreign);
    const params = { found, keyword: foreign, file: stage.language };
    if (head) stage.reporter.report(syntaxDiagnostics.otherLanguage, tokenSpan(first), params);
    return head;
  }
  if (second?.tokenType === T.symbols[':']) return withColon(first, place, stage);
  const head = nearestHead(found, place.heads, stage.language);
  if (head)
    stage.reporter.report(syntaxDiagnostics.keywordTypo, tokenSpan(first), { found, keyword: own(head) });
  return head;
}

/** `资格: …`: the head is right, the colon is not. */
function withColon(first: LineToken, place: Place, stage: Stage): Head | undefined {
  const own = (head: Head) => spelling(stage.language, 'head', head);
  const head = place.heads.find((each) => own(each) === first.payload.text);
  if (head) stage.reporter.report(syntaxDiagnostics.headWithColon, tokenSpan(first), { head: own(head) });
  return head;
}
