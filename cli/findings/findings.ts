import { normalize } from 'node:path';
import type { Diagnostic, SourceFile } from '../../compiler/index.ts';
import type { Loaded } from '../policy/load.ts';

/** A finding and the files that its places lie in. */
export interface Finding {
  readonly found: Diagnostic;
  readonly sources: readonly SourceFile[];
}

/** What is wrong in a library is found again with each policy that uses it, and told once. */
export function findingsOf(checked: readonly Loaded[]): readonly Finding[] {
  const told = new Set<string>();
  return checked.flatMap(({ sources, diagnostics }) =>
    diagnostics.flatMap((found) => {
      const key = `${found.code} ${found.span.start} ${found.span.end} ${found.en.message} ${normalize(found.path)}`;
      if (told.has(key)) return [];
      told.add(key);
      return [{ found, sources }];
    }),
  );
}

/** The text of the file that a place lies in. */
export const textAt = (path: string, sources: readonly SourceFile[]): string =>
  sources.find((source) => source.path === path)?.text ?? '';
