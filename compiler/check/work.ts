import type { Id, Name, Type } from '../../runtime/types.ts';
import type { DeclaredName } from '../ast/names.ts';
import type { Statement } from '../ast/statements.ts';
import { resolveDiagnostics } from '../diagnostics/catalogue/resolve.ts';
import type { Definition } from '../ir/policy.ts';
import { nameOf } from '../resolve/types.ts';
import type { Kit } from './kit.ts';
import type { CheckMemory } from './remembered.ts';

/** Least and greatest value that are declared, as exact numbers. */
export interface Range {
  readonly min?: string;
  readonly max?: string;
}

/** What the checker of one file builds up while it goes through the blocks. */
export interface Work {
  readonly kit: Kit;
  readonly names: Map<Id, Name>;
  readonly definitions: Map<Id, Definition | null>;
  readonly tierTypes: Map<Id, Type>;
  /** Declared ranges by `subject.fact` or `circumstances.fact`. */
  readonly ranges: Map<string, Range>;
  /** Facts that may be legally absent, by the same names. */
  readonly optionals: Map<string, true>;
  /** What a part of a block comes to; see `CheckMemory`. */
  once<T>(part: string, block: Statement, make: () => T): T;
  /** Reports a second use of an id. */
  claim(id: Id, item: Statement): void;
  name(id: Id, name: DeclaredName): void;
}

export function makeWork(
  kit: Kit,
  names: Map<Id, Name>,
  tierTypes: Map<Id, Type>,
  definitions: Work['definitions'],
  memory: CheckMemory | undefined,
  { ranges, optionals }: Pick<Work, 'ranges' | 'optionals'> = { ranges: new Map(), optionals: new Map() },
): Work {
  const claimed = new Map<Id, Statement>();
  return {
    kit,
    names,
    definitions,
    tierTypes,
    ranges,
    optionals,
    once: (part, block, make) => (memory ? memory.once(part, block, kit.reporter, make) : make()),
    claim(id, item) {
      memory?.claimed(id, item);
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
      names.set(id, nameOf(name));
    },
  };
}
