/** A line with what is inside it; short ones go on one line in brackets. */
export interface Outline {
  readonly head: string;
  readonly inside: readonly Outline[];
  /** Never drawn together with its parent on one line. */
  readonly own?: true;
}

const WIDTH = 100;

export function outline(head: string, ...inside: readonly (Outline | undefined)[]): Outline {
  return { head, inside: inside.filter((item) => item !== undefined) };
}

/** An outline that keeps its own lines, for declarations. */
export function section(head: string, ...inside: readonly (Outline | undefined)[]): Outline {
  return { ...outline(head, ...inside), own: true };
}

/** Lines indented by two spaces a level; what fits in 100 columns is one line: `cmp lt (fact age) 60`. */
export function drawOutline(item: Outline, depth = 0): readonly string[] {
  const margin = '  '.repeat(depth);
  const flat = item.own ? null : drawFlat(item);
  if (flat !== null && margin.length + flat.length <= WIDTH) return [margin + flat];
  return [margin + item.head, ...item.inside.flatMap((child) => drawOutline(child, depth + 1))];
}

function drawFlat(item: Outline): string | null {
  const parts = [item.head];
  for (const child of item.inside) {
    const flat = child.own ? null : drawFlat(child);
    if (flat === null) return null;
    parts.push(child.inside.length > 0 || child.head.includes(' ') ? `(${flat})` : flat);
  }
  return parts.join(' ');
}
