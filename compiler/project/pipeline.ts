import { check } from '../check/index.ts';
import { type Diagnostic, Reporter } from '../diagnostics/diagnostic.ts';
import type { Policy } from '../ir/policy.ts';
import { resolve } from '../resolve/index.ts';
import type { SourceFile } from '../source/source.ts';
import { parse } from '../syntax/index.ts';
import { withoutCascades } from './cascade.ts';

export interface Compilation {
  /** Null when an error was found. */
  readonly policy: Policy | null;
  /** In the order of the file. */
  readonly diagnostics: readonly Diagnostic[];
}

/** source → tree → resolved → checked and typed. What the backends take is `policy`. */
export function compile(source: SourceFile): Compilation {
  const reading = new Reporter(source.path);
  const meaning = new Reporter(source.path);
  const tree = parse(source, reading);
  if (!tree) return { policy: null, diagnostics: reading.found };
  const resolved = resolve(tree, source.text, meaning);
  const policy = check(resolved, meaning);
  const found = [...reading.found, ...withoutCascades(reading.found, meaning.found, source.text)];
  const diagnostics = found.sort((a, b) => a.span.start - b.span.start || a.code.localeCompare(b.code, 'en'));
  return { policy: diagnostics.some((d) => d.severity === 'error') ? null : policy, diagnostics };
}
