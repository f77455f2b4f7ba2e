import type { Id, Name } from '../../runtime/types.ts';
import type { Statement } from '../ast/statements.ts';
import type { Reporter } from '../diagnostics/diagnostic.ts';
import type { Resolved } from '../resolve/index.ts';

type Change = readonly [map: string, key: string, value: unknown];

/** What a block came to, all that it left behind in the work of the check, and what that hung on. */
interface Kept {
  readonly inputs: readonly Statement[];
  readonly value: unknown;
  readonly changes: readonly Change[];
  /** The number that the nodes of an owner began at. */
  readonly counted: ReadonlyMap<Id, number>;
  readonly claims: readonly (readonly [Id, Statement])[];
}

type Names = { readonly [id: Id]: Name };

interface Sorted {
  /** In the order they were given. */
  readonly ids: readonly Id[];
  readonly names: readonly Name[];
  readonly sorted: Names;
}

interface Recording {
  readonly changes: Change[];
  readonly counted: Map<Id, number>;
  readonly claims: (readonly [Id, Statement])[];
}

/** The maps that blocks write to while they are checked, by name; `counters` numbers the nodes of each owner. */
export interface Written {
  readonly [name: string]: {
    note: ((key: string, value: unknown) => void) | undefined;
    get(key: string): unknown;
    set(key: string, value: unknown): unknown;
    setAgain(key: string, value: unknown): void;
  };
}

/**
 * What the blocks of a policy came to when it was checked before. A block comes to the same as long as its own lines, the blocks
 * and facts that it names, directly or through them, and everything else (the names of all facts, options, units, the header)
 * are the very objects they were. Only blocks in which nothing was found are kept: what a finding says may hang on where things stand.
 */
export class CheckMemory {
  /** Everything that is not a block of its own, as objects to compare. */
  private surroundings: readonly unknown[] = [];
  private kept = new Map<string, Kept>();
  private fresh = new Map<string, Kept>();
  private recordings: Recording[] = [];
  private readonly words = new WeakMap<Statement, ReadonlySet<string>>();
  private inputs = new Map<Statement, readonly Statement[]>();
  private resolved: Resolved | undefined;
  /** Lines of facts by their names. */
  private facts: ReadonlyMap<string, readonly Statement[]> = new Map();
  private writing: Written = {};
  private replaying = false;
  private sortedNames: Sorted = { ids: [], names: [], sorted: {} };
  private claiming: (id: Id, line: Statement) => void = () => undefined;

  /** Begins a check. Nothing is kept of the last one where anything else than blocks that can be named has changed. */
  begin(resolved: Resolved, writing: Written, claim: (id: Id, line: Statement) => void): void {
    this.resolved = resolved;
    this.writing = writing;
    this.claiming = claim;
    this.inputs = new Map();
    this.facts = this.factsOf(resolved);
    const now = this.surroundingsOf(resolved);
    const same =
      now.length === this.surroundings.length && now.every((one, i) => one === this.surroundings[i]);
    this.kept = same ? this.fresh : new Map();
    this.fresh = new Map();
    this.surroundings = same ? this.surroundings : now;
    for (const [name, map] of Object.entries(writing))
      map.note = (key, value) => this.wrote(name, key, value);
  }

  /** Told of every id that a block takes. */
  claimed(id: Id, line: Statement): void {
    if (!this.replaying) this.recordings.at(-1)?.claims.push([id, line]);
  }

  /** What a part of a block comes to: as before where nothing that it hangs on has changed. */
  once<T>(part: string, block: Statement, reporter: Reporter, make: () => T): T {
    const inputs = this.inputsOf(block);
    const before = this.kept.get(part);
    if (before && sameItems(before.inputs, inputs) && this.fits(before)) {
      this.replay(before);
      this.fresh.set(part, before);
      return before.value as T;
    }
    const recording: Recording = { changes: [], counted: new Map(), claims: [] };
    // A definition may be worked out while the block that names it is: what it leaves behind is its own.
    this.recordings.push(recording);
    const found = reporter.found.length;
    const value = make();
    this.recordings.pop();
    if (reporter.found.length === found) this.fresh.set(part, { ...recording, inputs, value });
    return value;
  }

  /** The block and the blocks and facts that it names, directly or through others. */
  inputsOf(block: Statement): readonly Statement[] {
    const known = this.inputs.get(block);
    if (known) return known;
    const found = new Set([block]);
    for (const each of found)
      for (const word of this.wordsOf(each)) for (const named of this.named(word)) found.add(named);
    const inputs = [...found];
    this.inputs.set(block, inputs);
    return inputs;
  }

  /** What `sort` makes of the names: what it made before where they are the same. */
  sortedOnce(names: ReadonlyMap<Id, Name>, sort: () => Names): Names {
    const { ids, sorted } = this.sortedNames;
    if (names.size === ids.length && sameNames(names, this.sortedNames)) return sorted;
    this.sortedNames = { ids: [...names.keys()], names: [...names.values()], sorted: sort() };
    return this.sortedNames.sorted;
  }

  get around(): readonly unknown[] {
    return this.surroundings;
  }

  /** What a word may stand for: facts of several kinds of records may have one name. */
  private named(word: string): readonly Statement[] {
    const facts = this.facts.get(word) ?? [];
    const entry = this.resolved?.symbols.global.get(word);
    if (!entry || entry.kind === 'parameter' || entry.kind === 'subject') return facts;
    return ['block' in entry ? entry.block : entry.statement, ...facts];
  }

  private factsOf({ symbols }: Resolved): ReadonlyMap<string, readonly Statement[]> {
    const found = new Map<string, Statement[]>();
    for (const own of symbols.facts.values())
      own.forEach(({ statement }, name) => {
        const known = found.get(name);
        if (known) known.push(statement);
        else found.set(name, [statement]);
      });
    return found;
  }

  private surroundingsOf({ notice, symbols }: Resolved): readonly unknown[] {
    const rest = notice.blocks.filter(({ head }) => head === null || !apart.has(head));
    const facts = new Set([...this.facts.values()].flat());
    const around = [
      notice.header,
      ...rest.flatMap((block) => (ofFacts.has(block.head) ? block.children : [block])),
    ].filter((each) => !facts.has(each));
    const places = rest.flatMap((block) => (ofFacts.has(block.head) ? [block.head, block.span.start] : []));
    const periodic = notice.blocks.some((b) => b.children.some((line) => line.body?.kind === 'periodic'));
    const through = around.flatMap((each) => this.inputsOf(each));
    const named = [[...symbols.global.keys()], ...[...symbols.facts].map(([id, own]) => [id, ...own.keys()])];
    const options = [...symbols.enums.values()].map(({ id, byName }) => [id, ...byName.keys()]);
    return [periodic, [...named, ...options].join(), ...places, ...new Set([...around, ...through])];
  }

  private wordsOf(block: Statement): ReadonlySet<string> {
    const known = this.words.get(block);
    if (known) return known;
    const found = new Set<string>();
    wordsIn(block, found);
    this.words.set(block, found);
    return found;
  }

  private wrote(name: string, key: string, value: unknown): void {
    const recording = this.recordings.at(-1);
    recording?.changes.push([name, key, value]);
    if (name === 'counters' && !recording?.counted.has(key)) recording?.counted.set(key, Number(value));
  }

  /** Nodes are numbered by owner: those of a block that shares one begin where they began. */
  private fits({ counted }: Kept): boolean {
    for (const [owner, first] of counted)
      if (Number(this.writing.counters?.get(owner) ?? 0) + 1 !== first) return false;
    return true;
  }

  /** Unnoted: a block that is being recorded keeps what it leaves behind, not what those that it names do. */
  private replay({ changes, claims }: Kept): void {
    for (const [name, key, value] of changes) this.writing[name]?.setAgain(key, value);
    this.replaying = true;
    for (const [id, line] of claims) this.claiming(id, line);
    this.replaying = false;
  }
}

/** Blocks of which others hang on no more than they name. */
const apart: ReadonlySet<NonNullable<Statement['head']>> = new Set<NonNullable<Statement['head']>>([
  'define',
  'programme',
  'procedure',
  'duty',
  'target',
  'assert',
]);

/** Blocks that list facts, each of which is known by its name. */
const ofFacts: ReadonlySet<Statement['head']> = new Set<Statement['head']>(['subject', 'circumstances']);

function sameNames(names: ReadonlyMap<Id, Name>, before: Sorted): boolean {
  let i = 0;
  let same = true;
  names.forEach((name, id) => {
    const known = before.names[i];
    same &&= id === before.ids[i] && (name === known || (name.zh === known?.zh && name.en === known?.en));
    i += 1;
  });
  return same;
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

/** Every word that stands anywhere in a tree, whether it declares or refers. */
function wordsIn(node: unknown, found: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) for (const item of node) wordsIn(item, found);
  else {
    if ('quoted' in node && 'text' in node && typeof node.text === 'string') found.add(node.text);
    for (const item of Object.values(node)) wordsIn(item, found);
  }
}
