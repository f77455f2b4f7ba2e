import type { DeclaredName } from '../ast/names.ts';
import type { Notice, Statement } from '../ast/statements.ts';

/**
 * A notice together with what it uses of other files, as if that stood in it. Only what is named comes along, with what it
 * names in turn: a fact that no rule reads does not become a question to the applicant. A kind of record of the same name is
 * one kind: the facts of the others join those of the notice, which keeps its own words for it.
 */
export function merged(notice: Notice, used: readonly Notice[]): Notice {
  if (used.length === 0) return notice;
  const own = notice.blocks.filter((block) => block.head === 'subject');
  const blocks = used.flatMap((each) => each.blocks);
  const taken = takenFrom(notice, blocks, own);
  const kept = blocks.flatMap((block) => {
    if (block.head !== 'subject') return taken.has(block) ? [block] : [];
    const children = block.children.filter((fact) => taken.has(fact));
    return taken.has(block) && !own.some((one) => sameKind(one, block)) ? [{ ...block, children }] : [];
  });
  const joined = notice.blocks.map((block) => {
    if (block.head !== 'subject' || firstOf(own, block) !== block) return block;
    const more = blocks.filter((other) => other.head === 'subject' && sameKind(block, other));
    return {
      ...block,
      children: [
        ...block.children,
        ...more.flatMap(({ children }) => children.filter((fact) => taken.has(fact))),
      ],
    };
  });
  return { ...notice, blocks: [...joined, ...oneOfAKind(kept)] };
}

/** Declarations and facts that are named, and subjects with such facts. */
function takenFrom(
  notice: Notice,
  blocks: readonly Statement[],
  own: readonly Statement[],
): ReadonlySet<Statement> {
  const taken = new Set<Statement>();
  const words = new Set<string>();
  const hear = (node: unknown): void => namesIn(node, (word) => words.add(word));
  hear([notice.header, ...notice.blocks]);
  const isNamed = ({ name }: Statement): boolean =>
    [name?.zh, name?.en].some((half) => half !== undefined && words.has(half.text));
  const take = (statement: Statement, whole = true): boolean => {
    if (taken.has(statement)) return false;
    taken.add(statement);
    if (whole) hear(statement);
    return true;
  };
  const facts = (block: Statement): boolean => {
    const isWanted = own.length === 0 || isNamed(block) || own.some((one) => sameKind(one, block));
    if (!isWanted) return false;
    const grew = block.children.filter(isNamed).filter((fact) => take(fact)).length > 0;
    return (isNamed(block) || grew) && take(block, false) ? true : grew;
  };
  let grew = true;
  while (grew) {
    grew = false;
    for (const block of blocks) {
      const added = block.head === 'subject' ? facts(block) : isNamed(block) && take(block);
      grew = added || grew;
    }
  }
  return taken;
}

/** Two files may add facts to a kind that the notice does not declare itself. */
function oneOfAKind(blocks: readonly Statement[]): readonly Statement[] {
  const found: Statement[] = [];
  for (const block of blocks) {
    const at = found.findIndex((other) => block.head === 'subject' && sameKind(other, block));
    const before = found[at];
    if (before) found[at] = { ...before, children: [...before.children, ...block.children] };
    else found.push(block);
  }
  return found;
}

const firstOf = (own: readonly Statement[], block: Statement): Statement | undefined =>
  own.find((one) => sameKind(one, block));

/** The lasting name decides; the other one where a file gives no English. */
function sameKind({ head, name: a }: Statement, { head: other, name: b }: Statement): boolean {
  if (head !== 'subject' || other !== 'subject' || !a || !b) return false;
  return a.en && b.en ? a.en.text === b.en.text : a.zh !== undefined && a.zh.text === b.zh?.text;
}

const isDeclared = (node: object): node is DeclaredName =>
  !('kind' in node) && ('zh' in node || 'en' in node);

/** Every name that a tree refers to; what it declares is left out. */
function namesIn(node: unknown, hear: (word: string) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const item of node) namesIn(item, hear);
    return;
  }
  if (isDeclared(node)) return;
  if ('quoted' in node && 'text' in node && typeof node.text === 'string') hear(node.text);
  for (const [key, item] of Object.entries(node)) if (key !== 'comments') namesIn(item, hear);
}
