import type { Id, Type } from '../../../runtime/types.ts';
import { arrow, type Code, object, onLines } from './code.ts';
import { type Holds, holds } from './holds.ts';
import { access, identifier, key, type Names, quoted } from './names.ts';

/** What of the module being written the readers need. */
export interface ReaderHost {
  readonly names: Names;
  op(name: 'read', ...args: readonly Code[]): Code;
  narrow(value: Code, to: Holds, key: string): Code;
  type(name: string): string;
}

export type Origin = 'facts' | 'circumstances' | 'parameters';

interface Reader {
  readonly id: Id;
  readonly type: Type;
}

/** Typed readers of what a policy takes in, one object a kind: `applicant.birthDate(c)`. Only what rules read gets one. */
export class Readers {
  private readonly unit: ReaderHost;
  private readonly used = new Map<string, { from: Origin; fields: Map<Id, Reader> }>();

  constructor(unit: ReaderHost) {
    this.unit = unit;
  }

  /** A call that reads one fact of the record at hand; `kind` is the kind of record. */
  call(from: Origin, kind: string, id: Id, type: Type): Code {
    const group = this.unit.names.of(`reader ${kind}`, identifier(kind));
    const known = this.used.get(group) ?? { from, fields: new Map<Id, Reader>() };
    known.fields.set(id, { id, type });
    this.used.set(group, known);
    return `${access(group, id)}(c)`;
  }

  /** The objects, in the order in which they were first used. */
  declarations(): readonly (readonly [name: string, code: Code])[] {
    return [...this.used].map(([group, { from, fields }]) => [
      group,
      this.object(from, [...fields.values()]),
    ]);
  }

  private object(from: Origin, fields: readonly Reader[]): Code {
    const sorted = [...fields].sort((a, b) => (a.id < b.id ? -1 : 1));
    const members = sorted.map((field) => [key(field.id), this.reader(from, field)] as const);
    return onLines(object(members));
  }

  private reader(from: Origin, { id, type }: Reader): Code {
    const unit = this.unit;
    const raw = unit.op('read', `c.${from}`, quoted(id));
    const value = unit.narrow(raw, holds(type), `${openName(from)}.${id}`);
    return arrow([`c: ${unit.type('Case')}`], value);
  }
}

function openName(from: Origin): string {
  return { facts: 'subject', circumstances: 'circumstances', parameters: 'parameter' }[from];
}
