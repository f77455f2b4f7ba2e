import type { ColumnPlan, Target } from '../../read/columns.ts';
import { UnreadableData } from '../../read/record.ts';
import { type Field, kindsFor, shownKinds } from './fields.ts';

/** Throws `UnreadableData` for a column whose type its fact cannot be read from. */
export function checkKinds(fields: readonly Field[], { targets, id }: ColumnPlan): void {
  for (const [at, field] of fields.entries()) {
    const target = targets[at];
    if (target) check(field, kindsFor(target.type), target);
    if (at === id) check(field, ['text', 'integer'], null);
  }
}

function check(field: Field, kinds: ReturnType<typeof kindsFor>, target: Target | null): void {
  if (kinds.some((kind) => kind === field.kind.k)) return;
  const column = target?.header ?? field.name;
  throw new UnreadableData({ why: 'columnType', column, found: field.shown, expected: shownKinds(kinds) });
}
