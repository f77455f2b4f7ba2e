import type { Id, Type } from '../../runtime/types.ts';
import type { Statement } from '../ast/statements.ts';
import { resolveDiagnostics } from '../diagnostics/catalogue/resolve.ts';
import { children } from '../ir/children.ts';
import type { Expr } from '../ir/expressions.ts';
import { eachField } from '../ir/fields.ts';
import type { Entry } from '../resolve/index.ts';
import { bandsExpr } from './bands.ts';
import type { Scope } from './kit.ts';
import { cites } from './clauses.ts';
import { required, rule } from './rules.ts';
import { tableExpr } from './tables.ts';
import type { Work } from './work.ts';

type DefinitionEntry = Entry & { readonly kind: 'definition' };

/** Elaborates definitions on first use, so that their order in the file means nothing; a circle is one finding. */
export class Definitions {
  private readonly path: Id[] = [];
  private entries: ReadonlyMap<Id, DefinitionEntry> | undefined;
  private periodic: boolean | undefined;

  constructor(private readonly work: () => Work) {}

  typeOf(id: Id): Type | null {
    const work = this.work();
    const known = work.definitions.get(id);
    if (known !== undefined) return known?.type ?? null;
    if (this.path.includes(id)) {
      this.circle(id);
      return null;
    }
    const entry = this.entryOf(id);
    if (!entry) return null;
    this.path.push(id);
    const made = work.once(`definition ${id}`, entry.statement, () => this.elaborate(entry.statement, id));
    this.path.pop();
    // Within a circle the first to close it has reported; all of it stays unknown.
    if (work.definitions.get(id) === undefined) work.definitions.set(id, made);
    return work.definitions.get(id)?.type ?? null;
  }

  /** The definition declared first under an id. */
  private entryOf(id: Id): DefinitionEntry | undefined {
    this.entries ??= new Map(
      [...this.work().kit.resolved.symbols.global.values()]
        .flatMap((entry) => (entry.kind === 'definition' ? [[entry.id, entry] as const] : []))
        .reverse(),
    );
    return this.entries.get(id);
  }

  private circle(id: Id): void {
    const work = this.work();
    const path = [...this.path.slice(this.path.indexOf(id)), id];
    const entry = this.entryOf(id);
    const at = entry?.statement.name?.span ?? { start: 0, end: 0 };
    for (const member of path) work.definitions.set(member, null);
    work.kit.reporter.report(resolveDiagnostics.cycle, at, {
      path: path.map((p) => work.names.get(p)?.zh ?? p),
    });
  }

  private elaborate(statement: Statement, id: Id) {
    const work = this.work();
    const subject = subjectFor(work, statement);
    this.periodic ??= hasPeriodicDuties(work.kit.resolved.notice.blocks);
    const windows = this.periodic;
    const scope: Scope = { subject, owner: id, cites: cites(statement), binders: [], yearly: false, windows };
    const body = this.body(work, statement, scope, id);
    if (!body) return null;
    const reads =
      subject !== null && readsSubject(body, (def) => work.definitions.get(def)?.subject !== undefined);
    return {
      id,
      type: body.type,
      body,
      origin: work.kit.origin(statement.span, cites(statement)),
      ...(reads ? { subject } : {}),
    };
  }

  private body(work: Work, statement: Statement, scope: Scope, id: Id): Expr | null {
    if (statement.mode === 'inBands') return bandsExpr(work, statement, scope, id);
    if (!statement.body) {
      return tableExpr(work, statement, scope, id, (row, at) =>
        row.body ? work.kit.value(row.body, at) : null,
      );
    }
    if (statement.body?.kind === 'group') return rule(work, statement, scope, id, id, required);
    return statement.body ? work.kit.value(statement.body, scope) : null;
  }
}

function hasPeriodicDuties(blocks: readonly Statement[]): boolean {
  return blocks.some((block) => block.children.some((line) => line.body?.kind === 'periodic'));
}

/** `对 X`, else the only subject, else the one whose facts the definition speaks of; nobody's where it speaks of none. */
function subjectFor(work: Work, statement: Statement): Id | null {
  const { subjects, facts } = work.kit.resolved.symbols;
  if (statement.subject) return work.kit.resolved.subjectOf(statement);
  if (subjects.length === 1) return subjects[0] ?? null;
  const words = namesIn(statement);
  const spoken = (subject: Id): number => words.filter((word) => facts.get(subject)?.has(word)).length;
  const most = subjects.reduce<Id | null>(
    (best, id) => (spoken(id) > (best === null ? 0 : spoken(best)) ? id : best),
    null,
  );
  return most ?? subjects.find((id) => words.some((word) => definedFor(work, word) === id)) ?? null;
}

/** The subject of another definition named here. */
function definedFor(work: Work, word: string): Id | undefined {
  const entry = work.kit.resolved.symbols.global.get(word);
  if (entry?.kind !== 'definition') return undefined;
  work.kit.definitionType(entry.id);
  return work.definitions.get(entry.id)?.subject;
}

/** Every name that a statement and the lines below it refer to. */
function namesIn(node: unknown, found: string[] = []): readonly string[] {
  if (typeof node !== 'object' || node === null) return found;
  // In the filter of a population names are those of its records.
  if ('population' in node && node.population === true) return found;
  if ('kind' in node && node.kind === 'name' && 'name' in node)
    found.push((node.name as { text: string }).text);
  if ('list' in node && typeof node.list === 'object')
    found.push((node.list as { name: { text: string } }).name.text);
  eachField(node, (child) => namesIn(child, found));
  return found;
}

export function readsSubject(e: Expr, defReads: (def: Id) => boolean): boolean {
  if (e.k === 'fact') return e.of === 'subject';
  if (e.k === 'self') return true;
  if (e.k === 'def') return defReads(e.def);
  // What another record comes to is read of that record.
  if (e.k === 'ofRecord') return readsSubject(e.record, defReads);
  return children(e).some((child) => readsSubject(child.expr, defReads));
}
