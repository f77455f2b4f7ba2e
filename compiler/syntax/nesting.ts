import type { LogicalLine } from '../../grammar/index.ts';
import { keywordsFrom, keywordsSpelt } from '../../grammar/index.ts';
import { syntaxDiagnostics } from '../diagnostics/catalogue/syntax.ts';
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
  for (const line of lines) {
    const strange = /[\t\u3000\u00a0]/.test(line.indent);
    if (strange && !blanksReported) reportBlanks(line, stage);
    blanksReported ||= strange;
    const node: Nested = { line, children: [] };
    const width = settle(stack, widthOf(line.indent), line, stage, strange);
    const parent = stack[stack.length - 1];
    if (parent) parent.node.children.push(node);
    else roots.push(node);
    stack.push({ width, node });
  }
  return roots;
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
  if (last && last.width === width) return width;
  if (last) return nearest(stack, last, parent, width, line, stage, silent);
  const expected = parent ? stack.length * 2 : 0;
  if (width === expected) return width;
  if (!silent) report(line, width, expected, stage);
  if (parent && width - parent.width === 1 && !opensBlock(parent.node.line, stage)) {
    stack.pop();
    return parent.width;
  }
  return width;
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
