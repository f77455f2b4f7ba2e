import type { EnumMeta, Id, Name, Type, UnitMeta } from '../../runtime/types.ts';
import type { Statement } from '../ast/statements.ts';

/** What a declared name stands for. `id` is the English half where there is one, else the Chinese. */
export type Entry =
  | {
      readonly kind: 'fact';
      readonly id: Id;
      readonly subject: Id | null;
      readonly type: Type;
      readonly optional: boolean;
      readonly statement: Statement;
    }
  | {
      readonly kind: 'parameter';
      readonly id: Id;
      readonly type: Type;
      readonly keyFacts: readonly string[];
      readonly statement: Statement;
    }
  | { readonly kind: 'definition'; readonly id: Id; readonly statement: Statement }
  | { readonly kind: 'unit'; readonly id: Id; readonly statement: Statement }
  | { readonly kind: 'enumeration'; readonly id: Id; readonly statement: Statement }
  | { readonly kind: 'subject'; readonly id: Id; readonly statement: Statement }
  | { readonly kind: 'programme'; readonly id: Id; readonly subject: Id; readonly statement: Statement }
  | { readonly kind: 'procedure'; readonly id: Id; readonly statement: Statement }
  | ({ readonly kind: 'step'; readonly id: Id; readonly procedure: Id } & Inner)
  | ({ readonly kind: 'duty'; readonly id: Id } & Inner)
  | ({ readonly kind: 'stage'; readonly id: Id; readonly programme: Id } & Inner);

/** Declared by a line in a block. */
interface Inner {
  readonly statement: Statement;
  readonly block: Statement;
}

/** Everything that a file declares, found by either half of its name. */
export interface Symbols {
  /** Names that mean the same wherever they stand. */
  readonly global: ReadonlyMap<string, Entry>;
  /** Facts of each subject by name; the circumstances are under the empty id. */
  readonly facts: ReadonlyMap<Id, ReadonlyMap<string, Entry & { kind: 'fact' }>>;
  readonly subjects: readonly Id[];
  readonly units: ReadonlyMap<Id, UnitMeta>;
  readonly enums: ReadonlyMap<Id, EnumInfo>;
  readonly names: ReadonlyMap<Id, Name>;
}

/** An enumeration with its options found by either half of their names. */
export interface EnumInfo extends EnumMeta {
  readonly byName: ReadonlyMap<string, Id>;
}
