import type { Origin } from '../ir/expressions.ts';
import type { Policy } from '../ir/policy.ts';
import { relativePath } from '../sharing/index.ts';
import type { Places } from '../source/places.ts';

/** The policy with every place counted in its own file, and the files other than the policy's named. */
export function withOrigins(policy: Policy, places: Places): Policy {
  const [only, other] = places.files;
  return other || only?.stretches || only?.base !== 0 ? placedIn(policy, places) : policy;
}

function placedIn<T>(node: T, places: Places): T {
  if (Array.isArray(node)) return node.map((item: unknown) => placedIn(item, places)) as T;
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, item]) => [
    key,
    key === 'origin' ? originIn(item as Origin, places) : placedIn(item, places),
  ]);
  return Object.fromEntries(entries) as T;
}

function originIn(origin: Origin, places: Places): Origin {
  const { path, span } = places.placed(origin.span);
  const main = places.files[0]?.path ?? '';
  return {
    ...origin,
    span,
    line: places.lineAt(origin.span.start),
    ...(path === main ? {} : { file: relativePath(main, path) }),
  };
}
