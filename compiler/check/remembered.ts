import type { Id } from '../../runtime/types.ts';
import type { Statement } from '../ast/statements.ts';
import type { Reporter } from '../diagnostics/diagnostic.ts';
import type { Entry, Resolved } from '../resolve/index.ts';

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
  };
}

/**
 * What the blocks of a policy came to when it was checked before. A block comes to the same as long as its own lines, the blocks
 * that it names, directly or through them, and everything that is no such block (facts, options, units, the header) are the very
 * objects they were. Only blocks in which nothing was found are kept: what a finding says may hang on where things stand.
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
  private writing: Written = {};
  private claiming: (id: Id, line: Statement) => void = () => undefined;

  /** Begins a check. Nothing is kept of the last one where anything else than blocks that can be named has changed. */
  begin(resolved: Resolved, writing: Written, claim: (id: Id, line: Statement) => void): void {
    this.resolved = resolved;
    this.writing = writing;
    this.claiming = claim;
    this.inputs = new Map();
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
    this.recordings.at(-1)?.claims.push([id, line]);
  }

  /** What a part of a block comes to: as before where nothing that it hangs on has changed. */
  once<T>(part: string, block: Statement, reporter: Reporter, make: () => T): T {
    const inputs = this.inputsOf(block);
    const before = this.kept.get(part);
    const recording: Recording = { changes: [], counted: new Map(), claims: [] };
    // A definition may be worked out while the block that names it is: what it leaves behind is its own.
    this.recordings.push(recording);
    if (before && sameItems(before.inputs, inputs) && this.fits(before)) {
      this.replay(before);
      this.recordings.pop();
      this.fresh.set(part, before);
      return before.value as T;
    }
    const found = reporter.found.length;
    const value = make();
    this.recordings.pop();
    if (reporter.found.length === found) this.fresh.set(part, { ...recording, inputs, value });
    return value;
  }

  /** The block and the blocks that it names, directly or through others. */
  inputsOf(block: Statement): readonly Statement[] {
    const known = this.inputs.get(block);
    if (known) return known;
    const found = new Set([block]);
    for (const each of found)
      for (const word of this.wordsOf(each)) {
        const named = this.named(word);
        if (named) found.add(named);
      }
    const inputs = [...found];
    this.inputs.set(block, inputs);
    return inputs;
  }

  get around(): readonly unknown[] {
    return this.surroundings;
  }

  private named(word: string): Statement | undefined {
    const entry = this.resolved?.symbols.global.get(word);
    return entry && this.blockOf(entry);
  }

  private blockOf(entry: Entry): Statement | undefined {
    if (entry.kind === 'parameter' || entry.kind === 'subject') return undefined;
    if (entry.kind === 'step' || entry.kind === 'duty' || entry.kind === 'stage')
      return this.resolved?.blockOf(entry.statement);
    return entry.statement;
  }

  private surroundingsOf({ notice, symbols }: Resolved): readonly unknown[] {
    const rest = notice.blocks.filter(({ head }) => head === null || !apart.has(head));
    const around = [notice.header, ...rest];
    const periodic = notice.blocks.some((b) => b.children.some((line) => line.body?.kind === 'periodic'));
    const through = around.flatMap((each) => this.inputsOf(each));
    return [periodic, [...symbols.global.keys()].join(), ...new Set([...around, ...through])];
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
    return [...counted].every(
      ([owner, first]) => Number(this.writing.counters?.get(owner) ?? 0) + 1 === first,
    );
  }

  private replay({ changes, claims }: Kept): void {
    for (const [name, key, value] of changes) this.writing[name]?.set(key, value);
    for (const [id, line] of claims) this.claiming(id, line);
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
