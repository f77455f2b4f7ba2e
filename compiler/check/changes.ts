import type { Notice, Statement } from '../ast/statements.ts';
import type { Resolved } from '../resolve/index.ts';

/** Blocks of which others hang on no more than they name. */
const apart: ReadonlySet<Statement['head']> = new Set<Statement['head']>([
  'define',
  'programme',
  'procedure',
  'assert',
]);

/** Blocks that list duties, each of which is known by its name. */
const ofDuties: ReadonlySet<Statement['head']> = new Set<Statement['head']>(['duty', 'target']);

/** Blocks that list facts, each of which is known by its name. */
const ofFacts: ReadonlySet<Statement['head']> = new Set<Statement['head']>(['subject', 'circumstances']);

/** What a check looks at, in parts that can change by themselves. */
interface Parts {
  /** Blocks, facts and duties: what hangs on one of them names it. */
  readonly named: readonly Statement[];
  /** Blocks that list facts or duties. */
  readonly lists: readonly Statement[];
  /** Everything may hang on these. */
  readonly others: readonly Statement[];
  /** What else everything may hang on. */
  readonly frame: string;
  /** What bears each name; that of a fact with its kind of record. */
  readonly bearers: ReadonlyMap<string, Statement>;
}

/** So many objects that nobody has settled are no longer told apart. */
const MOST = 20_000;

/**
 * What a change of the text reaches: the blocks and facts that are no longer the same objects, and those that name them, directly
 * or through others; all of it where names, or what is neither such a block nor a fact, have changed.
 */
export class Changes {
  private parts: Parts = { named: [], lists: [], others: [], frame: '', bearers: new Map() };
  private reached: ReadonlySet<Statement> = new Set();
  private isAll = true;
  private unsettled = new Set<Statement>();
  private isAllUnsettled = true;
  private readonly words = new WeakMap<Statement, ReadonlySet<string>>();
  /** Of the words those that are names, as long as these are the same. */
  private names = new WeakMap<Statement, readonly string[]>();
  private plainNames: ReadonlySet<string> | undefined;

  /** Looks at what has changed since the last time; whether anything is as it was. */
  since(resolved: Resolved): boolean {
    const [before, now] = [this.parts, partsOf(resolved)];
    this.parts = now;
    this.isAll = before.frame !== now.frame || !sameItems(before.others, now.others);
    this.isAll ||= !sameNames(before.bearers, now.bearers);
    if (this.isAll) [this.names, this.plainNames] = [new WeakMap(), undefined];
    this.reached = this.isAll ? new Set() : this.reach(before, now);
    this.isAll ||= now.others.some((one) => this.reached.has(one));
    for (const one of this.reached) this.unsettled.add(one);
    this.isAllUnsettled ||= this.isAll || this.unsettled.size > MOST;
    if (this.isAllUnsettled) this.unsettled = new Set();
    return !this.isAll;
  }

  /** Whether the block, or anything that it hangs on, has changed since the last time. */
  reaches(block: Statement): boolean {
    return this.isAll || this.reached.has(block);
  }

  /** Whether nothing of it has changed since `settle`. */
  isSettled(block: Statement): boolean {
    return !this.isAllUnsettled && !this.unsettled.has(block);
  }

  settle(): void {
    this.unsettled = new Set();
    this.isAllUnsettled = false;
  }

  private reach(before: Parts, { named, lists, others, bearers }: Parts): ReadonlySet<Statement> {
    const known = new Set(before.named);
    const reached = new Set(named.filter((one) => !known.has(one)));
    const dirty = new Set<string>();
    for (const one of reached) addNames(one, dirty);
    bearers.forEach((one, name) => {
      if (before.bearers.get(name) !== one) dirty.add(plain(name));
    });
    // Mostly what is named stands above who names it: once through, and once more to see that nothing is left.
    for (let size = -1; size !== reached.size; ) {
      size = reached.size;
      for (const one of [...named, ...others])
        if (!reached.has(one) && this.namesIn(one, bearers).some((name) => dirty.has(name))) {
          reached.add(one);
          addNames(one, dirty);
        }
      // What the own line of a list says holds for all of its entries.
      for (const list of lists)
        if (!reached.has(list) && isAny(ownWords(list), dirty)) {
          for (const one of [list, ...list.children]) reached.add(one);
          addNames(list, dirty);
        }
    }
    for (const list of lists)
      if (!before.lists.includes(list) || list.children.some((line) => reached.has(line))) reached.add(list);
    return reached;
  }

  /** Of the words of a block those that something bears as its name. */
  private namesIn(block: Statement, bearers: Parts['bearers']): readonly string[] {
    const known = this.names.get(block);
    if (known) return known;
    this.plainNames ??= new Set([...bearers.keys()].map(plain));
    const found = [...this.wordsOf(block)].filter((word) => this.plainNames?.has(word));
    this.names.set(block, found);
    return found;
  }

  private wordsOf(block: Statement): ReadonlySet<string> {
    const known = this.words.get(block);
    if (known) return known;
    const found = new Set<string>();
    wordsIn(block, found);
    this.words.set(block, found);
    return found;
  }
}

function ownWords(list: Statement): ReadonlySet<string> {
  const found = new Set<string>();
  wordsIn({ ...list, children: [] }, found);
  return found;
}

const isAny = (some: ReadonlySet<string>, of: ReadonlySet<string>): boolean =>
  [...some].some((one) => of.has(one));

const BETWEEN = '\u0000';

const plain = (name: string): string => name.slice(name.indexOf(BETWEEN) + 1);

function partsOf({ notice, symbols }: Resolved): Parts {
  const bearers = new Map<string, Statement>();
  symbols.global.forEach((entry, name) => {
    if (entry.kind !== 'parameter' && entry.kind !== 'subject')
      bearers.set(name, 'block' in entry && entry.kind !== 'duty' ? entry.block : entry.statement);
  });
  const facts = new Set<Statement>();
  for (const [subject, own] of symbols.facts)
    own.forEach(({ statement }, name) => {
      facts.add(statement);
      bearers.set(`${subject}${BETWEEN}${name}`, statement);
    });
  const of = (heads: ReadonlySet<Statement['head']>) => notice.blocks.filter(({ head }) => heads.has(head));
  const [blocks, factLists, dutyLists] = [of(apart), of(ofFacts), of(ofDuties)];
  const lists = [...factLists, ...dutyLists];
  const own = new Set([...blocks, ...lists]);
  const lines = lists.flatMap(({ children }) => children);
  const duties = new Set(dutyLists.flatMap(({ children }) => children.filter(({ head }) => head === null)));
  const beside = lines.filter((line) => !facts.has(line) && !duties.has(line));
  return {
    named: [...facts, ...blocks, ...duties],
    lists,
    others: [notice.header, ...notice.blocks.filter((block) => !own.has(block)), ...beside],
    frame: frameOf(notice, lists, symbols),
    bearers,
  };
}

function frameOf({ blocks }: Notice, lists: readonly Statement[], symbols: Resolved['symbols']): string {
  const periodic = blocks.some(({ children }) => children.some(({ body }) => body?.kind === 'periodic'));
  const others = [...symbols.global].flatMap(([name, { kind }]) =>
    kind === 'parameter' || kind === 'subject' ? [name] : [],
  );
  const options = [...symbols.enums.values()].flatMap(({ id, byName }) => [id, ...byName.keys()]);
  // The own line of a list stands where it stood as long as it is the same.
  return [[periodic], lists.map(({ head, span }) => `${head} ${span.start}`), others, options]
    .map((part) => part.join())
    .join('\n');
}

/** Every name that a line or those below it declare. */
function addNames({ name, children }: Statement, into: Set<string>): void {
  for (const word of [name?.zh, name?.en]) if (word) into.add(word.text);
  for (const line of children) addNames(line, into);
}

const sameNames = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean => {
  if (a.size !== b.size) return false;
  let same = true;
  a.forEach((_, name) => {
    same &&= b.has(name);
  });
  return same;
};

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
