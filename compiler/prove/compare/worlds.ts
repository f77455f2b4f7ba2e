import { InputErrors } from '../../../runtime/input/errors.ts';
import type { Id, Type } from '../../../runtime/types.ts';
import type { Renames } from '../../diff/index.ts';
import type { Policy } from '../../ir/policy.ts';
import { Codes } from '../encode/codes.ts';
import { plainest } from '../encode/defaults.ts';
import { Encoder } from '../encode/encoder.ts';
import { factKey, Pool, parameterKey, RecordWorld } from '../encode/world.ts';
import { type Given, type Ground, groundOf } from '../search/setting.ts';
import { not } from '../terms/logic.ts';
import { eq, num } from '../terms/number.ts';
import type { Bool } from '../terms/term.ts';
import type { Sym } from '../values/sym.ts';
import { type Merged, merge } from './merged.ts';

/** One version as it reads the record. */
export interface VersionWorld {
  readonly policy: Policy;
  readonly ground: Ground;
  readonly world: RecordWorld;
  readonly encoder: Encoder;
}

/** Two versions over the variables of one record. */
export interface TwoWorlds {
  readonly pool: Pool;
  readonly before: VersionWorld;
  readonly after: VersionWorld;
  readonly merged: Merged;
}

/** Throws `InputErrors` where parameters do not fit one of the versions. */
export function openBoth(
  before: Policy,
  after: Policy,
  moved: Renames,
  given: Given,
  subject: Id,
): TwoWorlds {
  const merged = merge(before, after, moved);
  const back = new Map([...moved].map(([old, fresh]) => [fresh, old]));
  const old = groundFor(before, ofOlder(given, moved), subject, back);
  const fresh = groundFor(after, given, subject, new Map());
  const texts = [...old.setting.codes.texts, ...fresh.setting.codes.texts];
  const numbered = { ...after, enums: merged.enums };
  const pool = new Pool();
  const open = (
    policy: Policy,
    own: Policy,
    ground: Ground,
    names: ReadonlyMap<string, string>,
  ): VersionWorld => {
    const codes = new Codes(numbered, texts, policy.enums);
    const plain = (meta: Parameters<typeof plainest>[0]) => plainest(meta, ground.asOf, codes);
    const setting = { ...ground.setting, policy: own, codes, plain };
    const world = new RecordWorld(setting, pool, names);
    const encoder = new Encoder(own, world, codes);
    world.compute = (e) => encoder.value(e, []);
    return { policy, ground: { ...ground, setting }, world, encoder };
  };
  const names = new Map(
    [...moved].flatMap(([a, b]) =>
      [(id: Id) => factKey('subject', id), (id: Id) => factKey('circumstances', id), parameterKey].map(
        (key) => [key(a), key(b)] as const,
      ),
    ),
  );
  const two = {
    pool,
    before: open(before, merged.before, old, names),
    after: open(after, merged.after, fresh, new Map()),
    merged,
  };
  pool.required.push(...readable(two.after, merged, subject));
  return two;
}

/** With the parameters that the older version was given, in the ids of the newer one. */
function ofOlder({ former, ...given }: Given, moved: Renames): Given {
  if (!former) return given;
  const entries = Object.entries(former).map(([id, value]) => [moved.get(id) ?? id, value] as const);
  return { ...given, binding: { ...given.binding, parameters: Object.fromEntries(entries) } };
}

/** What the files say, as far as the version knows it; a base record that it cannot read is left out. */
function groundFor(policy: Policy, given: Given, subject: Id, names: ReadonlyMap<Id, Id>): Ground {
  const keep = (values: { readonly [id: Id]: unknown } | undefined, known: readonly { readonly id: Id }[]) =>
    Object.fromEntries(
      Object.entries(values ?? {})
        .map(([id, value]) => [names.get(id) ?? id, value] as const)
        .filter(([id]) => known.some((one) => one.id === id)),
    );
  const facts = policy.subjects.find(({ id }) => id === subject)?.facts ?? [];
  const { asOf, parameters, circumstances } = given.binding;
  const known = {
    ...given,
    binding: {
      asOf,
      parameters: keep(parameters, policy.parameters),
      circumstances: keep(circumstances, policy.circumstances),
    },
    bases: { [subject]: keep(given.bases[subject], facts) },
  };
  try {
    return groundOf(policy, known, subject);
  } catch (error) {
    if (!(error instanceof InputErrors)) throw error;
    const binding = { asOf, parameters: known.binding.parameters };
    return groundOf(policy, { ...known, binding, bases: {} }, subject);
  }
}

/** Of enumerations whose options changed, only those that both versions know. */
function readable({ world, ground }: VersionWorld, { shared }: Merged, subject: Id): readonly Bool[] {
  const { policy, codes } = ground.setting;
  const allowed = (sym: Sym, type: Type): readonly Bool[] => {
    if (type.t === 'list' && sym.of.t === 'list')
      return sym.of.items.flatMap(({ value }) => allowed(value, type.of));
    if (type.t === 'record' && sym.of.t === 'record') {
      const { fields } = sym.of;
      return type.fields.flatMap((field) => allowed(fields.get(field.id) ?? sym, field.type));
    }
    if (!('enum' in type)) return [];
    const both = shared.get(type.enum);
    if (!both) return [];
    const gone = codes.options(type.enum).filter((option) => !both.has(option));
    const { of } = sym;
    if (of.t === 'code') return gone.map((option) => not(eq(of.n, num(codes.option(type.enum, option)))));
    return of.t === 'set' ? gone.flatMap((option) => of.has.get(option) ?? []).map(not) : [];
  };
  const ofFacts = (of: 'subject' | 'circumstances', facts: Policy['circumstances']) =>
    facts
      .filter(
        ({ fallback, type }) =>
          !fallback && [...shared.keys()].some((id) => JSON.stringify(type).includes(`"${id}"`)),
      )
      .flatMap(({ id, type }) => {
        const sym = world.fact(of, id);
        return sym ? allowed(sym, type) : [];
      });
  const own = policy.subjects.find(({ id }) => id === subject)?.facts ?? [];
  return [...ofFacts('subject', own), ...ofFacts('circumstances', policy.circumstances)];
}
