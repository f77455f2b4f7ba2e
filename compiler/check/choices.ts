import type { Id, Per, Type } from '../../runtime/types.ts';
import type { Word } from '../ast/names.ts';
import type { Statement } from '../ast/statements.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import { resolveDiagnostics } from '../diagnostics/catalogue/resolve.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Expr } from '../ir/expressions.ts';
import type { Amount, Choice, ChoiceMember, Programme } from '../ir/policy.ts';
import { idOf } from '../resolve/types.ts';
import { isAmountOfMoney } from './arithmetic.ts';
import { money, owned, type Scope } from './kit.ts';
import { cites } from './clauses.ts';
import { excluding, itemId, rule } from './rules.ts';
import { typeWords } from './typing.ts';
import type { Work } from './work.ts';

/** Lines of `择一` and `不得重复`: programmes by their bare names, benefits of other notices with a label. */
function linesOf(block: Statement): {
  readonly named: readonly Statement[];
  readonly others: readonly Statement[];
} {
  const lines = block.children.filter((line) => line.head === null);
  return { named: lines.filter((line) => !line.name), others: lines.filter((line) => line.name) };
}

/** `择一` blocks, and `不得重复` blocks between several programmes. */
export function choices(
  work: Work,
  blocks: readonly Statement[],
  programmes: readonly Programme[],
): readonly Choice[] {
  const taken = new Map<Id, Statement>();
  return blocks.flatMap((block) => {
    if (block.head !== 'chooseOne' && block.head !== 'noDouble') return [];
    const made = choice(work, block, programmes, taken);
    return made ? [made] : [];
  });
}

function choice(
  work: Work,
  block: Statement,
  programmes: readonly Programme[],
  taken: Map<Id, Statement>,
): Choice | null {
  const { named, others } = linesOf(block);
  const chosen = named.map((line) => programmeOf(work, line, programmes, taken, block));
  const known = chosen.filter((one) => one !== null);
  const [first] = known;
  if (known.length < chosen.length) return null;
  const isOne = block.head === 'chooseOne';
  const enough = isOne
    ? known.length + others.length > 1 && first
    : first && known.length + others.length > 1;
  if (!first || !enough) {
    work.kit.reporter.report(codes.choiceTooFew, block.span, {});
    return null;
  }
  if (!sameSubject(work, named, known)) return null;
  const by = !isOne
    ? 'unspecified'
    : block.mode === 'highest'
      ? 'highest'
      : block.mode === 'inOrder'
        ? 'inOrder'
        : null;
  if (!by) {
    work.kit.reporter.report(codes.choiceMode, block.span, {});
    return null;
  }
  if (!isOne && known.length < 2) return null;
  const id = `choice.${first.id}`;
  work.names.set(id, isOne ? { zh: '择一', en: 'choose one' } : { zh: '不得重复', en: 'no double benefit' });
  const scope: Scope = { subject: first.subject, owner: id, cites: cites(block), binders: [], yearly: false };
  const members = membersOf(work, block, id, known, isOne ? scope : null);
  if (!members || (by === 'highest' && !comparableAmounts(work, block, known, members))) return null;
  return { id, origin: work.kit.origin(block.span, cites(block)), by, members };
}

/** In the order of the notice; `scope` null: benefits of other notices are exclusions and not chosen between. */
function membersOf(
  work: Work,
  block: Statement,
  id: Id,
  known: readonly Programme[],
  scope: Scope | null,
): readonly ChoiceMember[] | null {
  const waiting = [...known];
  const lines = block.children.filter((line) => line.head === null);
  const made = lines.flatMap((line): readonly (ChoiceMember | null)[] => {
    if (!line.name) return [{ programme: waiting.shift()?.id ?? '' }];
    return scope ? [outside(work, line, id, scope)] : [];
  });
  return made.some((one) => one === null) ? null : made.filter((one) => one !== null);
}

function outside(work: Work, line: Statement, owner: Id, scope: Scope): ChoiceMember | null {
  const id = itemId(work, owner, line, 1, owner);
  const amount = line.body && work.kit.value(line.body, owned(scope, id, cites(line)), money);
  if (!line.body) work.kit.reporter.report(codes.emptyRule, line.span, {});
  if (!amount) return null;
  if (!isAmountOfMoney(amount.type)) {
    const s = work.kit.resolved.symbols;
    const { start, end } = line.body?.span ?? line.span;
    const [found, expected] = [typeWords(amount.type, s), typeWords(money, s)];
    const what = work.kit.resolved.textOf({ start, end });
    work.kit.reporter.report(codes.wrongType, line.body?.span ?? line.span, { what, found, expected });
    return null;
  }
  return { benefit: id, ...sourceOf(line), amount };
}

/** `出处 "…"` below a benefit of another notice. */
export function sourceOf(line: Statement): { source?: string } {
  const body = line.children.find((child) => child.head === 'source')?.body;
  return body?.kind === 'text' ? { source: body.value } : {};
}

function programmeOf(
  work: Work,
  line: Statement,
  programmes: readonly Programme[],
  taken: Map<Id, Statement>,
  block: Statement,
): Programme | null {
  const word: Word | undefined = line.body?.kind === 'name' ? line.body.name : undefined;
  const { global } = work.kit.resolved.symbols;
  const entry = word && global.get(word.text);
  const found = entry?.kind === 'programme' ? programmes.find(({ id }) => id === entry.id) : undefined;
  if (!found) {
    const names = [...global].flatMap(([name, one]) => (one.kind === 'programme' ? [name] : []));
    const { start, end } = line.body?.span ?? line.span;
    const name = word?.text ?? work.kit.resolved.textOf({ start, end });
    const expected = { zh: '一个项目的名称', en: 'the name of a programme' };
    const about = { name, nearest: nearest(name, names), expected };
    work.kit.reporter.report(resolveDiagnostics.unknownName, line.body?.span ?? line.span, about);
    return null;
  }
  const before = taken.get(found.id);
  if (before) {
    const at = work.kit.resolved.line(before.span.start);
    work.kit.reporter.report(codes.choiceTwice, line.span, { name: word?.text ?? found.id, line: at });
    return null;
  }
  taken.set(found.id, block);
  return found;
}

function sameSubject(work: Work, lines: readonly Statement[], known: readonly Programme[]): boolean {
  const at = known.findIndex(({ subject }) => subject !== known[0]?.subject);
  if (at < 0) return true;
  work.kit.reporter.report(codes.choiceSubjects, lines[at]?.span ?? { start: 0, end: 0 }, {});
  return false;
}

const periods: readonly Per[] = ['event', 'day', 'week', 'tenDays', 'month', 'quarter', 'halfYear', 'year'];

/** What the money is paid for again and again; `once` where it is paid once. */
const periodOf = (per: readonly Per[], yearly: boolean): Per =>
  periods.find((one) => per.includes(one)) ?? (yearly ? 'year' : 'once');

const periodOfType = (type: Type): Per => periodOf(type.t === 'rate' ? type.per : [], false);

/** Amounts of different periods cannot be compared, nor what pays none. */
function comparableAmounts(
  work: Work,
  block: Statement,
  known: readonly Programme[],
  members: readonly ChoiceMember[],
): boolean {
  const lines = block.children.filter((line) => line.head === null);
  let common: Per | undefined;
  for (const [i, member] of members.entries()) {
    const at = lines[i]?.span ?? block.span;
    const own = 'programme' in member ? known.find(({ id }) => id === member.programme) : undefined;
    const found = own
      ? own.amounts.map(periodOfAmount)
      : 'amount' in member
        ? [periodOfType(member.amount.type)]
        : [];
    if (found.length === 0) {
      work.kit.reporter.report(codes.choiceNoAmount, at, {});
      return false;
    }
    common ??= found[0];
    if (found.some((per) => per !== common)) {
      work.kit.reporter.report(codes.choicePeriods, at, {});
      return false;
    }
  }
  return true;
}

const periodOfAmount = ({ per, pay }: Amount): Per => periodOf(per, pay.yearly);

/** `不得重复`: exclusions by benefits of other notices, from a programme's own section and from blocks that name it. */
export function doubleBenefits(
  work: Work,
  programme: Id,
  sections: readonly Statement[],
  scope: Scope,
): readonly Expr[] {
  const blocks = work.kit.resolved
    .blocks('noDouble')
    .filter((block) => linesOf(block).named.some((line) => names(work, line, programme)));
  return [...sections, ...blocks].flatMap((section) => {
    const { others } = linesOf(section);
    if (sections.includes(section) && others.length === 0)
      work.kit.reporter.report(codes.choiceTooFew, section.span, {});
    return others.flatMap((line) => {
      const id = line.name ? `${programme}.${idOf(line.name)}` : programme;
      work.claim(id, line);
      if (line.name) work.name(id, line.name);
      const all = [...new Set([...cites(section), ...cites(line)])];
      const made = rule(work, line, owned(scope, id, all), id, programme, excluding);
      if (made?.k !== 'rule') return [];
      return { ...made, origin: { ...made.origin, cites: all }, benefit: sourceOf(line) };
    });
  });
}

function names(work: Work, line: Statement, programme: Id): boolean {
  const entry =
    line.body?.kind === 'name' ? work.kit.resolved.symbols.global.get(line.body.name.text) : undefined;
  return entry?.kind === 'programme' && entry.id === programme;
}
