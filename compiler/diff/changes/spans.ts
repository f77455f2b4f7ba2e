import type { DateSpan, Origin } from '../../ir/expressions.ts';
import type { Change } from '../change.ts';
import { differences, moved } from '../figures.ts';
import type { ChangeKind } from '../kinds.ts';
import { change, type Place, type Versions } from '../versions.ts';
import { side, span } from '../words.ts';

interface Spanned {
  readonly origin: Origin;
  readonly span: DateSpan;
}

/** A span of dates against another, with how far its end moved where only a figure did. */
export function spanChange(
  kind: ChangeKind,
  v: Versions,
  place: Place,
  before: Spanned | undefined,
  after: Spanned | undefined,
): readonly Change[] {
  if (v.old.written(before?.span ?? null) === v.fresh.written(after?.span ?? null)) return [];
  const by = before && after ? endMoved(v, before.span, after.span) : null;
  return [
    change(
      kind,
      place,
      before ? side(span(v.before, before.span), before.origin) : null,
      after ? side(span(v.after, after.span), after.origin) : null,
      by ? { by } : {},
    ),
  ];
}

function endMoved(v: Versions, a: DateSpan, b: DateSpan) {
  const ends = (['lo', 'hi'] as const).flatMap((end) => {
    const [x, y] = [a[end], b[end]];
    return x && y ? differences(x, y, v.old, v.fresh) : [];
  });
  return moved(ends, v.after);
}
