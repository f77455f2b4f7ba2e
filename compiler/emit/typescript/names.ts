const WORD = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** Words that cannot name a binding in a module, and globals that would be confusing to shadow. */
const RESERVED = new Set(
  (
    'await break case catch class const continue debugger default delete do else enum export extends false finally for ' +
    'function if implements import in instanceof interface let new null package private protected public return static ' +
    'super switch this throw true try typeof var void while with yield arguments eval undefined NaN Infinity Object Array ' +
    'String Number Boolean Symbol BigInt Map Set Record Readonly Partial'
  ).split(' '),
);

/** An id as a word that may name a binding: other characters become `_`. */
export function identifier(id: string): string {
  const word = [...id].map((character) => (/[\p{ID_Continue}$]/u.test(character) ? character : '_')).join('');
  return WORD.test(word) && !RESERVED.has(word) ? word : `_${word}`;
}

/** The same with a capital first letter, for types. */
export function typeName(id: string): string {
  return identifier(id.charAt(0).toUpperCase() + id.slice(1));
}

/** A string literal in single quotes. Line and paragraph separators are escaped as well. */
export function quoted(text: string): string {
  const inside = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inside.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}

/** A property of a type, quoted when it is no word. */
export function property(name: string): string {
  return WORD.test(name) ? name : quoted(name);
}

/** A key of an object literal; `__proto__` written plainly would set the prototype. */
export function key(name: string): string {
  return name === '__proto__' ? "['__proto__']" : property(name);
}

/** How a property is read: `facts.age`, `facts['本人 年龄']`. */
export function access(object: string, name: string): string {
  return WORD.test(name) ? `${object}.${name}` : `${object}[${quoted(name)}]`;
}

/** Gives each thing of a module its own name: a second claimant of `rate` becomes `rate2`. */
export class Names {
  private readonly taken: Set<string>;
  private readonly given = new Map<string, string>();

  constructor(taken: readonly string[]) {
    this.taken = new Set(taken);
  }

  /** The name of the thing `key`, claimed as near to `wish` as is free; the same on every call. */
  of(thing: string, wish: string): string {
    const known = this.given.get(thing);
    if (known !== undefined) return known;
    let name = wish;
    for (let n = 2; this.taken.has(name); n++) name = `${wish}${n}`;
    this.taken.add(name);
    this.given.set(thing, name);
    return name;
  }
}
