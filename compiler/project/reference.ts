import { catalogue } from '../diagnostics/catalogue/index.ts';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { examine } from './pipeline.ts';

type Words = { readonly zh: string; readonly en: string };

/** What is to be known of one kind of finding: what a bad example is told, and the lines as they should be. */
export interface Reference {
  readonly code: string;
  readonly severity: Severity;
  readonly title: Words;
  readonly bad: string;
  readonly good: string;
  /** Files that the examples use, by path. */
  readonly files: { readonly [path: string]: string };
  readonly message: Words;
  readonly hint: Words;
}

/** The page of a code (`BF4062`); undefined for one that there is not. */
export function referenceOf(code: string): Reference | undefined {
  const found = catalogue.find((one) => one.code === code);
  if (!found) return undefined;
  const { severity, zh, en, bad, good, files = {} } = found;
  const { message, hint } = said(code, bad, files);
  return { code, severity, title: { zh: zh.title, en: en.title }, bad, good, files, message, hint };
}

/** Findings about parameters are made where it is known what is bound. */
const unbound = { parameters: {}, circumstances: {} };

function said(code: string, bad: string, files: Reference['files']): { message: Words; hint: Words } {
  const { diagnostics } = examine(
    { path: 'example.policy', text: bad },
    (path) => {
      const text = files[path];
      return text === undefined ? { problem: 'missing' } : { text };
    },
    code === 'BF4061' ? unbound : undefined,
  );
  const found = diagnostics.find((one) => one.code === code);
  const none: Pick<Diagnostic['zh'], 'message' | 'hint'> = { message: '', hint: '' };
  const { zh, en } = found ?? { zh: none, en: none };
  return { message: { zh: zh.message, en: en.message }, hint: { zh: zh.hint, en: en.hint } };
}

/** The lines of the good example that the bad one has not; the whole where there are none. */
export function mended({ bad, good }: Pick<Reference, 'bad' | 'good'>): string {
  const before = new Set(bad.split('\n'));
  const lines = good.split('\n').filter((line) => !before.has(line));
  return lines.length > 0 ? lines.join('\n') : good;
}
