import type { Id, Type } from '../../runtime/types.ts';
import type { Statement } from '../ast/statements.ts';
import { resolveDiagnostics } from '../diagnostics/catalogue/resolve.ts';
import { children } from '../ir/children.ts';
import type { Expr } from '../ir/expressions.ts';
import type { Scope } from './kit.ts';
import { cites, required, rule } from './rules.ts';
import { tableExpr } from './tables.ts';
import type { Work } from './work.ts';

/** Elaborates definitions on first use, so that their order in the file means nothing; a circle is one finding. */
export class Definitions {
  private readonly path: Id[] = [];

  constructor(private readonly work: () => Work) {}

  typeOf(id: Id): Type | null {
    const work = this.work();
    const known = work.definitions.get(id);
    if (known !== undefined) return known?.type ?? null;
    if (this.path.includes(id)) {
      this.circle(id);
      return null;
    }
    const entry = [...work.kit.resolved.symbols.global.values()].find((e) => e.kind === 'definition' && e.id === id);
    if (!entry) return null;
    this.path.push(id);
    const made = this.elaborate(entry.statement, id);
    this.path.pop();
    // Within a circle the first to close it has reported; all of it stays unknown.
    if (work.definitions.get(id) === undefined) work.definitions.set(id, made);
    return work.definitions.get(id)?.type ?? null;
  }

  private circle(id: Id): void {
    const work = this.work();
    const path = [...this.path.slice(this.path.indexOf(id)), id];
    const entry = [...work.kit.resolved.symbols.global.values()].find((e) => e.kind === 'definition' && e.id === id);
    const at = entry?.statement.name?.span ?? { start: 0, end: 0 };
    for (const member of path) work.definitions.set(member, null);
    work.kit.reporter.report(resolveDiagnostics.cycle, at, { path: path.map((p) => work.names.get(p)?.zh ?? p) });
  }

  private elaborate(statement: Statement, id: Id) {
    const work = this.work();
    const subject = subjectFor(work, statement);
    const scope: Scope = { subject, owner: id, cites: cites(statement), binders: [], yearly: false };
    const body = this.body(work, statement, scope, id);
    if (!body) return null;
    const reads = subject !== null && readsSubject(body, (def) => work.definitions.get(def)?.subject !== undefined);
    return {
      id, type: body.type, body, origin: work.kit.origin(statement.span, cites(statement)),
      ...(reads ? { subject } : {}),
    };
  }

  private body(work: Work, statement: Statement, scope: Scope, id: Id): Expr | null {
    if (statement.by.length > 0) {
      return tableExpr(work, statement, scope, id, (row, at) => (row.body ? work.kit.value(row.body, at) : null));
    }
    if (statement.body?.kind === 'group') return rule(work, statement, scope, id, id, required);
    return statement.body ? work.kit.value(statement.body, scope) : null;
  }
}

/** `对 X`, else the only subject, else nobody: then only circumstances and parameters are in reach. */
function subjectFor(work: Work, statement: Statement): Id | null {
  const { subjects } = work.kit.resolved.symbols;
  if (statement.subject) return work.kit.resolved.subjectOf(statement);
  return subjects.length === 1 ? (subjects[0] ?? null) : null;
}

export function readsSubject(e: Expr, defReads: (def: Id) => boolean): boolean {
  if (e.k === 'fact') return e.of === 'subject';
  if (e.k === 'def') return defReads(e.def);
  return children(e).some((child) => readsSubject(child.expr, defReads));
}
