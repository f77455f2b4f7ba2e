import type { LogicalLine } from '../../grammar/index.ts';
import { keywordsFrom, keywordsSpelt } from '../../grammar/index.ts';
import type { Head } from '../ast/statements.ts';
import { syntaxDiagnostics } from '../diagnostics/catalogue/syntax.ts';
import { isBlock } from './placement.ts';
import type { Stage } from './stage.ts';

/** A logical line with the lines indented below it. */
export interface Nested {
  readonly line: LogicalLine;
  readonly children: Nested[];
}

interface Level {
  readonly width: number;
  readonly node: Nested;
}

/** Columns of an indent: a tab counts as one step, a full-width blank as two columns. */
function widthOf(indent: string): number {
  if (/^ *$/.test(indent)) return indent.length;
  let width = 0;
  for (const c of indent) width += c === '\ufeff' ? 0 : c === '\t' || c === '\u3000' ? 2 : 1;
  return width;
}

/**
 * The tree that indentation makes, two columns a step. A width that fits no step is reported
 * once, and its lines are used at the nearest step, so that the rest is still checked.
 */
export function nest(lines: readonly LogicalLine[], stage: Stage): readonly Nested[] {
  const roots: Nested[] = [];
  const stack: Level[] = [];
  let blanksReported = false;
  for (const [i, line] of lines.entries()) {
    const strange = isStrange(line);
    if (strange && !blanksReported) reportBlanks(line, stage);
    blanksReported ||= strange;
    const node: Nested = { line, children: [] };
    const width = settle(stack, meantWidth(lines, i, stage), line, stage, strange);
    const parent = stack[stack.length - 1];
    if (parent) parent.node.children.push(node);
    else roots.push(node);
    stack.push({ width, node });
  }
  return roots;
}

/**
 * The width of a line's indent. A line that is no block and has lost its whole indent would take
 * the lines below it along: these say where it belongs, and only the line itself is reported.
 */
function meantWidth(lines: readonly LogicalLine[], at: number, stage: Stage): number {
  const line = lines[at];
  const next = lines[at + 1];
  if (!line) return 0;
  const width = usedWidth(line, stage);
  const below = widthOf(next?.indent ?? '');
  if (at === 0 && width > 0 && !isStrange(line)) report(line, width, 0, stage);
  if (at === 0 || width > 0 || below < 4 || startsBlock(line, stage)) return at === 0 ? 0 : width;
  report(line, width, below - 2, stage);
  return below - 2;
}

/** Of blanks of several kinds only the spaces count; a block stands at the left whatever is typed before it. */
function usedWidth(line: LogicalLine, stage: Stage): number {
  if (!isStrange(line)) return widthOf(line.indent);
  if (startsBlock(line, stage)) return 0;
  const spaces = line.indent.replace(/[^ ]/g, '');
  return spaces === '' ? widthOf(line.indent) : spaces.length;
}

function isStrange(line: LogicalLine): boolean {
  return /[\t\u3000\u00a0]/.test(line.indent);
}

function startsBlock(line: LogicalLine, stage: Stage): boolean {
  const heads = keywordsFrom(stage.language, line.tokens[0]?.image ?? '').filter((k) => k.group === 'head');
  return heads.some((k) => isBlock(k.id as Head));
}

function reportBlanks(line: LogicalLine, stage: Stage): void {
  const start = line.span.start - line.indent.length;
  const fix = [{ span: { start, end: line.span.start }, text: ' '.repeat(widthOf(line.indent)) }];
  const tab = line.indent.includes('\t');
  stage.reporter.report(syntaxDiagnostics.indentBlank, { start, end: line.span.start }, { tab }, { fix });
}

/** Leaves on the stack the line's parents and gives the width that the line is used at. */
function settle(stack: Level[], width: number, line: LogicalLine, stage: Stage, silent: boolean): number {
  let last: Level | undefined;
  while (stack.length > 0 && width <= (stack[stack.length - 1]?.width ?? 0)) last = stack.pop();
  const parent = stack[stack.length - 1];
  const expected = parent ? parent.width + 2 : 0;
  const standard = stack.length * 2;
  if (last?.width === width || width === expected || width === standard) return width;
  if (last) return nearest(stack, last, parent, width, line, stage, silent);
  const isSibling = parent && width - parent.width === 1 && !opensBlock(parent.node.line, stage);
  if (!silent) report(line, width, isSibling ? parent.width : expected, stage);
  if (!isSibling) return width;
  stack.pop();
  return parent.width;
}

/** A dedent that meets no open step: the nearer of the two around it, the deeper one in doubt. */
function nearest(
  stack: Level[],
  last: Level,
  parent: Level | undefined,
  width: number,
  line: LogicalLine,
  stage: Stage,
  silent: boolean,
): number {
  const above = parent?.width ?? 0;
  const asSibling = last.width - width <= width - above || !parent;
  if (!silent) report(line, width, asSibling ? last.width : above, stage);
  if (asSibling) return last.width;
  stack.pop();
  return above;
}

function report(line: LogicalLine, found: number, expected: number, stage: Stage): void {
  const start = line.span.start - line.indent.length;
  const span = { start, end: line.span.start };
  const fix = [{ span, text: ' '.repeat(expected) }];
  stage.reporter.report(
    syntaxDiagnostics.indentWidth,
    found === 0 ? line.span : span,
    { found, expected },
    { fix },
  );
}

const openers: readonly string[] = ['allOf', 'anyOf', 'noneOf', 'satisfying', 'list', 'manyOf', 'oneOfMany'];

/** Whether a line looks as if lines below it were to come; only used to place a stray indent. */
function opensBlock(line: LogicalLine, stage: Stage): boolean {
  const [first] = line.tokens;
  if (!first) return false;
  if (keywordsFrom(stage.language, first.image).some((k) => k.group === 'head')) return true;
  return line.tokens.some((t) => keywordsSpelt(stage.language, t.image).some((k) => openers.includes(k.id)));
}
