import { readFileSync } from 'node:fs';
import { formatSource } from '../../compiler/index.ts';
import type { Language } from '../console/language.ts';

/**
 * A policy as `git diff` is to compare it, line by line: canonical, in one language, without comments and without the
 * columns that clauses are lined up in, so that only what is said makes a difference. A file with errors stays as it is.
 */
export function converted(text: string, path: string, language: Language): string {
  const plain = readable(text, path, language) ?? readable(text, path, undefined);
  if (plain === null) return text;
  const lines = plain.split('\n').map(bare);
  return lines.filter((line, i) => line !== '' || (lines[i - 1] ?? '') !== '').join('\n');
}

/** What git hands over: a file of its own making, or the one in the working tree. Bytes that are not UTF-8 are given as they are. */
export function convertFile(path: string, language: Language): string | Uint8Array {
  const bytes = readFileSync(path);
  const text = utf8(bytes);
  return text === null ? bytes : converted(text, path, language);
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Names of files that are used stay untranslated: git does not say which version of them belongs to this one. */
function readable(text: string, path: string, language: Language | undefined): string | null {
  return formatSource({ path, text }, language ? { language } : {}).text;
}

/** A line without its comment, and with single spaces behind its indentation. Texts in quotes are kept. */
function bare(line: string): string {
  const indent = /^ */.exec(line)?.[0] ?? '';
  const parts = line.slice(indent.length).split(/("[^"]*")/);
  let said = '';
  for (const [i, part] of parts.entries()) {
    const comment = i % 2 === 0 ? part.indexOf('#') : -1;
    said += i % 2 === 1 ? part : (comment < 0 ? part : part.slice(0, comment)).replaceAll(/ {2,}/g, '  ');
    if (comment >= 0) break;
  }
  return said.trim() === '' ? '' : `${indent}${said.trimEnd()}`;
}
