import type { Id, Name } from '../../runtime/types.ts';
import type { Statement } from '../ast/statements.ts';
import type { Reporter } from '../diagnostics/diagnostic.ts';
import type { Resolved } from '../resolve/index.ts';
import { Changes } from './changes.ts';

type Change = readonly [map: string, key: string, value: unknown];

/** What a block came to, and all that it left behind in the work of the check. */
interface Kept {
  readonly block: Statement;
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
  private kept = new Map<string, Kept>();
  private fresh = new Map<string, Kept>();
  private recordings: Recording[] = [];
  private readonly changes = new Changes();
  private writing: Written = {};
  private replaying = false;
  private sortedNames: Sorted = { ids: [], names: [], sorted: {} };
  private claiming: (id: Id, line: Statement) => void = () => undefined;

  /** Begins a check. Nothing is kept of the last one where anything else than blocks and facts that can be named has changed. */
  begin(resolved: Resolved, writing: Written, claim: (id: Id, line: Statement) => void): void {
    this.writing = writing;
    this.claiming = claim;
    this.kept = this.changes.since(resolved) ? this.fresh : new Map();
    this.fresh = new Map();
    for (const [name, map] of Object.entries(writing))
      map.note = (key, value) => this.wrote(name, key, value);
  }

  /** Told of every id that a block takes. */
  claimed(id: Id, line: Statement): void {
    if (!this.replaying) this.recordings.at(-1)?.claims.push([id, line]);
  }

  /** What a part of a block comes to: as before where nothing that it hangs on has changed. */
  once<T>(part: string, block: Statement, reporter: Reporter, make: () => T): T {
    const before = this.kept.get(part);
    if (before?.block === block && !this.changes.reaches(block) && this.fits(before)) {
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
    if (reporter.found.length === found) this.fresh.set(part, { ...recording, block, value });
    return value;
  }

  /** What `sort` makes of the names: what it made before where they are the same. */
  sortedOnce(names: ReadonlyMap<Id, Name>, sort: () => Names): Names {
    const { ids, sorted } = this.sortedNames;
    if (names.size === ids.length && sameNames(names, this.sortedNames)) return sorted;
    this.sortedNames = { ids: [...names.keys()], names: [...names.values()], sorted: sort() };
    return this.sortedNames.sorted;
  }

  /** Whether the block is as it was, and all that it hangs on, since `settle` was last called. */
  isSettled(block: Statement): boolean {
    return this.changes.isSettled(block);
  }

  settle(): void {
    this.changes.settle();
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
