import { analyse } from '../analyses/index.ts';
import type { Notice } from '../ast/statements.ts';
import { check } from '../check/index.ts';
import { type Diagnostic, Reporter } from '../diagnostics/diagnostic.ts';
import type { Policy } from '../ir/policy.ts';
import type { Stated } from '../possible/stated.ts';
import { resolve } from '../resolve/index.ts';
import { gather, merged, type ReadUsed } from '../sharing/index.ts';
import type { Places } from '../source/places.ts';
import type { SourceFile } from '../source/source.ts';
import { withoutCascades } from './cascade.ts';
import { withFixes } from './fixes.ts';
import { keptFor } from './kept.ts';
import type { Memory } from './memory.ts';
import { withOrigins } from './origins.ts';

export interface Compilation {
  /** Null when an error was found, and for a library. */
  readonly policy: Policy | null;
  /** In the order of the files, in each in the order of its lines. */
  readonly diagnostics: readonly Diagnostic[];
  readonly source: SourceFile;
  /** The file and all that it uses. */
  readonly sources: readonly SourceFile[];
  /** The file holds what others use, and no rules. */
  readonly library: boolean;
}

/**
 * source → tree → resolved → checked and typed. What the backends take is `policy`. `read` hands in what the file uses; `memory`:
 * what compiling it before has left.
 */
export function compile(source: SourceFile, read?: ReadUsed, memory?: Memory): Compilation {
  const made = compiled(source, read, memory);
  return compilation(source, made, made.diagnostics);
}

/**
 * Compiles and looks for what is wrong with a policy that compiles; findings that the policy explains carry `kept`. `given`: what
 * is bound where it is used, see `analyse`.
 */
export function examine(source: SourceFile, read?: ReadUsed, given?: Stated, memory?: Memory): Compilation {
  const made = compiled(source, read, memory);
  const { notice, policy, places, diagnostics } = made;
  if (!notice) return compilation(source, made, diagnostics);
  const repaired = (all: readonly Diagnostic[]) => withFixes(notice, source, places, all);
  if (!policy || made.failed) return compilation(source, made, repaired(diagnostics));
  const reporter = new Reporter(places);
  const steady = memory?.analysed.run([notice.header, ...notice.blocks], memory.checked);
  analyse(policy, reporter, given, steady);
  steady?.done();
  const marks = new Reporter(places);
  const found = keptFor(notice, places, [...diagnostics, ...reporter.found], marks);
  return compilation(source, made, repaired(inOrder([...found, ...marks.found], made.sources)));
}

interface Compiled extends Omit<Compilation, 'policy' | 'source'> {
  /** The file with what it takes of others, and its policy, both with places counted through all files. */
  readonly notice: Notice | null;
  readonly policy: Policy | null;
  readonly places: Places;
  /** No policy comes of it. */
  readonly failed: boolean;
}

function compiled(source: SourceFile, read: ReadUsed | undefined, memory: Memory | undefined): Compiled {
  const { notice, used, places, languageAt, found } = gather(source, read, memory?.files);
  const sources = places.files.map(({ path, text }) => ({ path, text }));
  if (!notice)
    return { notice, policy: null, places, diagnostics: found, sources, library: false, failed: true };
  const meaning = new Reporter(places);
  const tree = merged(notice, used);
  const policy = check(resolve(tree, languageAt, places, meaning), meaning, memory?.checked);
  const diagnostics = inOrder([...found, ...withoutCascades(found, meaning.found, sources)], sources);
  const library = notice.header.head === 'library';
  const failed = library || diagnostics.some((d) => d.severity === 'error');
  return { notice: tree, policy, places, diagnostics, sources, library, failed };
}

/** The policy with the places of its own files is made when it is asked for: who only shows findings does not wait for it. */
function compilation(source: SourceFile, made: Compiled, diagnostics: readonly Diagnostic[]): Compilation {
  const { policy, places, failed, sources, library } = made;
  let placed: Policy | null | undefined;
  return {
    get policy() {
      if (placed === undefined) placed = policy && !failed ? withOrigins(policy, places) : null;
      return placed;
    },
    diagnostics,
    source,
    sources,
    library,
  };
}

function inOrder(found: readonly Diagnostic[], sources: readonly SourceFile[]): readonly Diagnostic[] {
  const file = ({ path }: Diagnostic): number => sources.findIndex((one) => one.path === path);
  return [...found].sort(
    (a, b) =>
      file(a) - file(b) || a.span.start - b.span.start || (a.code < b.code ? -1 : a.code === b.code ? 0 : 1),
  );
}
