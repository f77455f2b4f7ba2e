import type { Id, Name, Type } from '../../runtime/types.ts';
import type { DeclaredName } from '../ast/names.ts';
import type { Statement } from '../ast/statements.ts';
import { resolveDiagnostics } from '../diagnostics/catalogue/resolve.ts';
import type { Definition } from '../ir/policy.ts';
import type { Kit } from './kit.ts';

/** What the checker of one file builds up while it goes through the blocks. */
export interface Work {
  readonly kit: Kit;
  readonly names: Map<Id, Name>;
  readonly definitions: Map<Id, Definition | null>;
  readonly tierTypes: Map<Id, Type>;
  /** Declared ranges by `subject.fact` or `circumstances.fact`. */
  readonly ranges: Map<string, { readonly min?: string; readonly max?: string }>;
  /** Facts that may be legally absent, by the same names. */
  readonly optionals: Set<string>;
  /** Reports a second use of an id. */
  claim(id: Id, item: Statement): void;
  name(id: Id, name: DeclaredName): void;
}

export function makeWork(
  kit: Kit,
  names: Map<Id, Name>,
  tierTypes: Map<Id, Type>,
  definitions: Work['definitions'],
): Work {
  const claimed = new Map<Id, Statement>();
  return {
    kit,
    names,
    definitions,
    tierTypes,
    ranges: new Map(),
    optionals: new Set(),
    claim(id, item) {
      const before = claimed.get(id);
      if (before && before !== item) {
        const span = item.name?.span ?? item.span;
        const text = item.name?.zh?.text ?? item.name?.en?.text ?? id;
        kit.reporter.report(resolveDiagnostics.duplicateName, span, {
          name: text,
          line: kit.resolved.line(before.span.start),
          file: undefined,
        });
      }
      claimed.set(id, item);
    },
    name(id, name) {
      names.set(id, { ...(name.zh ? { zh: name.zh.text } : {}), ...(name.en ? { en: name.en.text } : {}) });
    },
  };
}
