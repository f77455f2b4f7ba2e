import { check } from '../check/index.ts';
import { type Diagnostic, Reporter } from '../diagnostics/diagnostic.ts';
import type { Policy } from '../ir/policy.ts';
import { resolve } from '../resolve/index.ts';
import type { SourceFile } from '../source/source.ts';
import { parse } from '../syntax/index.ts';

export interface Compilation {
  /** Null when an error was found. */
  readonly policy: Policy | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** source → tree → resolved → checked and typed. What the backends take is `policy`. */
export function compile(source: SourceFile): Compilation {
  const reporter = new Reporter(source.path);
  const tree = parse(source, reporter);
  if (!tree) return { policy: null, diagnostics: reporter.found };
  const resolved = resolve(tree, source.text, reporter);
  const policy = check(resolved, reporter);
  const diagnostics = [...reporter.found].sort((a, b) => a.span.start - b.span.start);
  return { policy: diagnostics.some((d) => d.severity === 'error') ? null : policy, diagnostics };
}
