import { readFileSync } from 'node:fs';
import { type Diagnostic, lineStarts, positionAt } from '../../compiler/index.ts';
import { type Notice, parse, Reporter } from '../../compiler/testkit.ts';

export interface Parsed {
  readonly notice: Notice | null;
  readonly found: readonly Diagnostic[];
}

export function read(text: string): Parsed {
  const reporter = new Reporter('test.policy');
  const notice = parse({ path: 'test.policy', text }, reporter);
  return { notice, found: reporter.found };
}

/** Codes of the findings, in the order in which they were made. */
export function codes(text: string): readonly string[] {
  return read(text).found.map(({ code }) => code);
}

export function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
}

/** The author's line with the place under it, and what the compiler says to it, in both languages. */
export function rendered(text: string): string {
  const starts = lineStarts(text);
  return read(text)
    .found.map(({ code, span, zh, en }) => {
      const { line, column } = positionAt(starts, span.start);
      const own = text.split('\n')[line - 1] ?? '';
      const marked = text.slice(span.start, span.end).split('\n')[0] ?? '';
      const place = `${own}\n${wide(own.slice(0, column - 1), ' ')}${wide(marked, '^') || '^'}`;
      return `${code} line ${line}\n${place}\n${zh.message}\n→ ${zh.hint}\n${en.message}\n→ ${en.hint}`;
    })
    .join('\n\n');
}

function wide(text: string, mark: string): string {
  return [...text].map((c) => mark.repeat(c > '\u2e80' ? 2 : 1)).join('');
}
