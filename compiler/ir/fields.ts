/**
 * Tells each field of plain data. A loop over names: `Object.entries` makes an array for each field besides its own, and the
 * searches by shape pass every node of a policy.
 */
export function eachField(node: object, tell: (value: unknown, name: string) => void): void {
  const fields = node as { readonly [name: string]: unknown };
  for (const name in fields) tell(fields[name], name);
}

/** Plain data or a list with other fields; the same object where none is another, so that what is known of it stays known. */
export function mapFields(node: object, of: (value: unknown, name: string) => unknown): object {
  if (Array.isArray(node)) {
    const items: readonly unknown[] = node;
    const mapped = items.map((item, i) => of(item, String(i)));
    return mapped.every((item, i) => item === items[i]) ? items : mapped;
  }
  let made: { [name: string]: unknown } | undefined;
  eachField(node, (value, name) => {
    const now = of(value, name);
    if (now === value) return;
    made ??= { ...node };
    made[name] = now;
  });
  return made ?? node;
}
