import { keywordsFrom, wordRun } from '../../grammar/index.ts';
import type { Language } from '../ast/names.ts';
import type { Head } from '../ast/statements.ts';
import { isBlock } from './placement.ts';

/**
 * Where a file can be cut so that the pieces are read one by one: before each line that begins a block at the left, comments above
 * it included. No bracket, no line that continues another and no indent reaches over such a line. The first cut is 0.
 */
export function cutsOf(text: string, language: Language): readonly number[] {
  return [...new Set([0, ...startsOf(text, (at) => at > 0 && beginsBlock(text, at, language))])];
}

/** Where the lines begin that are meant, comments above them included. */
export const lineStartsOf = (text: string, isMeant: (line: string) => boolean): readonly number[] =>
  startsOf(text, (at) => isMeant(text.slice(at, nextLine(text, at))));

function startsOf(text: string, isMeant: (at: number) => boolean): readonly number[] {
  const starts: number[] = [];
  let comments: number | null = null;
  for (let at = 0; at < text.length; at = nextLine(text, at)) {
    if (isComment(text, at)) comments ??= at;
    else if (!isBlank(text, at)) {
      if (isMeant(at)) starts.push(comments ?? at);
      comments = null;
    }
  }
  return starts;
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

const ahead = /[ \t\u3000\u00a0]*([^ \t\u3000\u00a0])/y;

function firstOf(text: string, at: number): string {
  ahead.lastIndex = at;
  return ahead.exec(text)?.[1] ?? '';
}

const isComment = (text: string, at: number): boolean => ['#', '＃'].includes(firstOf(text, at));
const isBlank = (text: string, at: number): boolean => ['', '\n', '\r'].includes(firstOf(text, at));

function beginsBlock(text: string, at: number, language: Language): boolean {
  wordRun.lastIndex = at;
  const first = wordRun.exec(text)?.[0];
  return (
    first !== undefined &&
    keywordsFrom(language, first).some((k) => k.group === 'head' && isBlock(k.id as Head))
  );
}
