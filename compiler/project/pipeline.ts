import { check } from '../check/index.ts';
import { type Diagnostic, Reporter } from '../diagnostics/diagnostic.ts';
import type { Policy } from '../ir/policy.ts';
import { resolve } from '../resolve/index.ts';
import { gather, merged, type ReadUsed } from '../sharing/index.ts';
import type { SourceFile } from '../source/source.ts';
import { withoutCascades } from './cascade.ts';
import { withOrigins } from './origins.ts';

export interface Compilation {
  /** Null when an error was found, and for a library. */
  readonly policy: Policy | null;
  /** In the order of the files, in each in the order of its lines. */
  readonly diagnostics: readonly Diagnostic[];
  /** The file and all that it uses. */
  readonly sources: readonly SourceFile[];
  /** The file holds what others use, and no rules. */
  readonly library: boolean;
}

/** source → tree → resolved → checked and typed. What the backends take is `policy`. `read` hands in what the file uses. */
export function compile(source: SourceFile, read?: ReadUsed): Compilation {
  const { notice, used, places, languageAt, found } = gather(source, read);
  const sources = places.files.map(({ path, text }) => ({ path, text }));
  if (!notice) return { policy: null, diagnostics: found, sources, library: false };
  const meaning = new Reporter(places);
  const resolved = resolve(merged(notice, used), languageAt, places, meaning);
  const policy = check(resolved, meaning);
  const diagnostics = inOrder([...found, ...withoutCascades(found, meaning.found, sources)], sources);
  const library = notice.header.head === 'library';
  const failed = library || diagnostics.some((d) => d.severity === 'error');
  return { policy: failed ? null : withOrigins(policy, places), diagnostics, sources, library };
}

function inOrder(found: readonly Diagnostic[], sources: readonly SourceFile[]): readonly Diagnostic[] {
  const file = ({ path }: Diagnostic): number => sources.findIndex((one) => one.path === path);
  return [...found].sort(
    (a, b) => file(a) - file(b) || a.span.start - b.span.start || a.code.localeCompare(b.code, 'en'),
  );
}
