/** The same tree with one object in it replaced, or taken out of the list or field that holds it. Everything beside it is shared. */
export function replaced<T>(tree: T, target: object, next: object | null): T {
  const found = rebuilt(tree, target, next);
  return found === GONE ? tree : (found as T);
}

const GONE = Symbol('gone');

function rebuilt(part: unknown, target: object, next: object | null): unknown {
  if (part === target) return next ?? GONE;
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) {
    const items = part.map((item: unknown) => rebuilt(item, target, next));
    return items.every((item, at) => item === part[at]) ? part : items.filter((item) => item !== GONE);
  }
  const entries = Object.entries(part).map(([key, value]) => [key, rebuilt(value, target, next)] as const);
  if (entries.every(([key, value]) => value === (part as { readonly [key: string]: unknown })[key]))
    return part;
  return Object.fromEntries(entries.filter(([, value]) => value !== GONE));
}
