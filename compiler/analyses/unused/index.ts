import type { Id } from '../../../runtime/types.ts';
import { analysisUnused as codes } from '../../diagnostics/catalogue/analysis-unused.ts';
import type { Reporter } from '../../diagnostics/diagnostic.ts';
import { expressions } from '../../ir/children.ts';
import type { Expr, Origin } from '../../ir/expressions.ts';
import { eachField } from '../../ir/fields.ts';
import type { Definition, Policy } from '../../ir/policy.ts';
import { roots } from '../../ir/roots.ts';
import { namesOf } from '../../possible/words.ts';

/** Facts, parameters and definitions on which no decision, step, duty or assertion hangs. */
export function unused(policy: Policy, reporter: Reporter): void {
  const read = everythingRead(policy);
  const say = (code: (typeof codes)[keyof typeof codes], id: Id, origin: Origin): void => {
    if (read.has(id)) return;
    reporter.report(code, origin.span, { name: namesOf(id, policy) }, { cites: origin.cites });
  };
  for (const { id, origin } of policy.parameters) say(codes.parameter, id, origin);
  for (const fact of [...policy.circumstances, ...policy.subjects.flatMap(({ facts }) => facts)])
    say(codes.fact, fact.id, fact.origin);
  let places: ReadonlySet<number> | undefined;
  for (const definition of policy.definitions) {
    if (read.has(definition.id)) continue;
    places ??= decisivePlaces(policy);
    if (!spliced(definition, places)) say(codes.definition, definition.id, definition.origin);
  }
}

/** A group of conditions is put in where it is named: its lines then stand in another expression. */
function spliced({ body }: Definition, places: ReadonlySet<number>): boolean {
  return expressions(body).some((e) => places.has(e.origin.span.start));
}

/** What a line is and of which type its values are: choices bear the name of the fact that lists them. */
const unread = new Set(['id', 'origin', 'type']);

/**
 * Every id that some line names besides its own declaration. Found by shape, whatever kind of node names it: a word that
 * merely looks like an id counts as a use, so that nothing in use is ever called unused. What only an unused definition
 * reads is its affair: one mistake, one finding.
 */
function everythingRead(policy: Policy): Uses {
  const { names, units: _, enums: __, ...lines } = policy;
  const uses = known.get(names) ?? new Uses();
  known.set(names, uses);
  uses.count(Object.entries(lines).flatMap(([name, parts]) => (unread.has(name) ? [] : [parts].flat())));
  return uses;
}

/** By the names of a policy, which stay the same object from one check to the next as long as they are the same. */
const known = new WeakMap<Policy['names'], Uses>();

/** How many parts of a policy name each id; only parts that were not there the last time are looked through. */
class Uses {
  private readonly counts = new Map<string, number>();
  private parts: ReadonlySet<unknown> = new Set();

  has(id: Id): boolean {
    return (this.counts.get(id) ?? 0) > 0;
  }

  count(parts: readonly unknown[]): void {
    const now = new Set(parts);
    for (const part of now) if (!this.parts.has(part)) this.add(part, 1);
    for (const part of this.parts) if (!now.has(part)) this.add(part, -1);
    this.parts = now;
  }

  private add(part: unknown, by: 1 | -1): void {
    for (const word of wordsOf(part)) this.counts.set(word, (this.counts.get(word) ?? 0) + by);
  }
}

/** Where the expressions begin that something decisive holds. */
function decisivePlaces(policy: Policy): ReadonlySet<number> {
  const places = new Set<number>();
  for (const { expr, role } of roots(policy))
    if (role !== 'body') for (const place of placesOf(expr)) places.add(place);
  return places;
}

/** By programme, definition and the like: these stay the same objects where nothing changes. */
const wordsKnown = new WeakMap<object, ReadonlySet<string>>();
const placesKnown = new WeakMap<Expr, readonly number[]>();

function placesOf(root: Expr): readonly number[] {
  const before = placesKnown.get(root);
  if (before) return before;
  const found = expressions(root).map(({ origin }) => origin.span.start);
  placesKnown.set(root, found);
  return found;
}

function wordsOf(part: unknown): ReadonlySet<string> {
  if (typeof part !== 'object' || part === null) return new Set(typeof part === 'string' ? [part] : []);
  const before = wordsKnown.get(part);
  if (before) return before;
  const words = new Set<string>();
  const follow = (node: unknown): void => {
    if (typeof node === 'string') words.add(node);
    else if (Array.isArray(node)) for (const part of node) follow(part);
    else if (typeof node === 'object' && node !== null)
      eachField(node, (value, name) => {
        if (!unread.has(name)) follow(value);
      });
  };
  follow(part);
  wordsKnown.set(part, words);
  return words;
}
