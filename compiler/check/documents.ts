import type { Id } from '../../runtime/types.ts';
import type { Expression } from '../ast/expressions.ts';
import type { DeclaredName } from '../ast/names.ts';
import type { Statement } from '../ast/statements.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import { resolveDiagnostics } from '../diagnostics/catalogue/resolve.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Expr } from '../ir/expressions.ts';
import type { Documents } from '../ir/policy.ts';
import type { EnumInfo } from '../resolve/index.ts';
import { bool, owned, type Scope } from './kit.ts';
import { cites, clause } from './clauses.ts';
import { whenOf } from './in-force.ts';
import type { Work } from './work.ts';

type Item = Documents['items'][number];

/** One 材料 block: the fact that counts papers, its options, and by what the channels are told apart. */
interface Section {
  readonly work: Work;
  readonly id: Id;
  readonly scope: Scope;
  readonly cites: readonly string[];
  readonly enumeration: Id;
  readonly options: EnumInfo | undefined;
  readonly channel: Expression | undefined;
}

/** `材料 按 报名方式 以 F 计`, a paper a line. */
export function documentsOf(
  work: Work,
  section: Statement | undefined,
  id: Id,
  scope: Scope,
): Documents | undefined {
  if (!section) return undefined;
  const { symbols } = work.kit.resolved;
  const word = section.countedBy;
  const entry = word ? symbols.facts.get(scope.subject ?? '')?.get(word.text) : undefined;
  if (!word || entry?.type.t !== 'set') {
    work.kit.reporter.report(codes.documentsNeedSet, word?.span ?? section.span, { name: word?.text });
    return undefined;
  }
  const of: Section = {
    work,
    id,
    scope,
    cites: cites(section),
    enumeration: entry.type.enum,
    options: symbols.enums.get(entry.type.enum),
    channel: section.by[0],
  };
  const lines = section.children.filter((c) => c.head === null);
  return {
    fact: entry.id,
    origin: work.kit.origin(section.span, cites(section)),
    items: lines.flatMap((line) => itemOf(line, of) ?? []),
  };
}

function itemOf(line: Statement, of: Section): Item | null {
  const { work } = of;
  const names = [line.name, ...(line.others ?? [])];
  const options = names.map((name) => optionOf(name, line, of)).filter((option) => option !== null);
  const [first] = options;
  if (first === undefined || options.length < names.length || !staysWithin(line, of)) return null;
  const way = wayOf(line, of);
  if (way === null) return null;
  const itemId = [of.id, 'documents', first, ...(way ? [way.option] : [])].join('.');
  work.claim(itemId, line);
  nameIt(itemId, options, of);
  const when = whenFor(line, of, itemId);
  if (when === null) return null;
  const paper = line.body?.kind === 'paper' ? line.body : undefined;
  const by = clause(line, 'by')?.actor.text;
  return {
    id: itemId,
    options,
    form: paper?.form ?? 'original',
    copies: paper?.copies ?? 1,
    ...(by === undefined ? {} : { by }),
    ...(way ? { channel: `${way.enumeration}.${way.option}` } : {}),
    ...(when ? { when } : {}),
    origin: work.kit.origin(line.span, [...of.cites, ...cites(line)]),
  };
}

function optionOf(name: DeclaredName | undefined, line: Statement, { work, options }: Section): Id | null {
  const label = name?.zh?.text ?? name?.en?.text ?? '';
  const option = options?.byName.get(label);
  if (option !== undefined) return option;
  work.kit.reporter.report(codes.noSuchDocument, name?.span ?? line.span, {
    name: label,
    options: [...(options?.byName.keys() ?? [])].slice(0, 12),
  });
  return null;
}

/** `由 X 办理` says who has a paper that nobody hands in; of any other it would say nothing. `对 X` needs 按. */
function staysWithin(line: Statement, { work, channel }: Section): boolean {
  const by = clause(line, 'by');
  const held = line.body?.kind === 'paper' && line.body.form === 'held';
  const stray = by && !held ? by.span : line.subject && !channel ? line.subject.span : undefined;
  if (!stray) return true;
  const text = work.kit.resolved.textOf(stray);
  work.kit.reporter.report(codes.strayClause, stray, { clause: text });
  return false;
}

/** `甲 或 乙` is called by both. */
function nameIt(id: Id, options: readonly Id[], { work, enumeration }: Section): void {
  const names = options.map((option) => work.names.get(`${enumeration}.${option}`));
  const joined = (lang: 'zh' | 'en', or: string): string =>
    names.map((name, i) => name?.[lang] ?? name?.zh ?? name?.en ?? options[i]).join(or);
  work.names.set(id, { zh: joined('zh', '或'), en: joined('en', ' or ') });
}

/** The channel of `对 X`, undefined where there is none, null after a finding. */
function wayOf(
  line: Statement,
  { work, id, scope, channel }: Section,
): { readonly enumeration: Id; readonly option: Id } | undefined | null {
  if (!line.subject || !channel) return undefined;
  const key = work.kit.value(channel, owned(scope, `${id}.documents`));
  if (!key) return null;
  const info = key.type.t === 'enum' ? work.kit.resolved.symbols.enums.get(key.type.enum) : undefined;
  const option = info?.byName.get(line.subject.text);
  if (info && option !== undefined) return { enumeration: info.id, option };
  const known = [...(info?.byName.keys() ?? [])];
  work.kit.reporter.report(resolveDiagnostics.unknownName, line.subject.span, {
    name: line.subject.text,
    nearest: nearest(line.subject.text, known) ?? known[0],
    expected: { zh: '“按” 后面那一项的一个选项', en: 'an option of what follows "by"' },
  });
  return null;
}

/** What the channel, 当 and 施行 ask, in one. */
function whenFor(line: Statement, { work, scope, channel }: Section, itemId: Id): Expr | null | undefined {
  const at = owned(scope, itemId, cites(line));
  const own = whenOf(work, line, at);
  if (!line.subject || !channel) return own;
  const { span } = line.subject;
  const value: Expression = { kind: 'name', span, name: line.subject };
  const predicate = { kind: 'is', negated: false, value, span } as const;
  const chosen = work.kit.truth({ kind: 'test', span, subject: channel, predicate }, at);
  if (chosen === null || own === null) return null;
  return own ? work.kit.node({ k: 'all', parts: [chosen, own] }, bool, line.span, at) : chosen;
}
