import type { FactMeta, Id, Type } from '../../runtime/types.ts';
import type { Expression } from '../ast/expressions.ts';
import type { Statement } from '../ast/statements.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import type { Expr } from '../ir/expressions.ts';
import type { Fact, Parameter, Subject } from '../ir/policy.ts';
import type { Entry } from '../resolve/index.ts';
import { date, type Scope } from './kit.ts';
import { innermost } from './names.ts';
import { cites, clause } from './clauses.ts';
import { comparable, typeWords } from './typing.ts';
import type { Work } from './work.ts';

type FactEntry = Entry & { readonly kind: 'fact' };

function emptyScope(subject: Id | null, owner: Id): Scope {
  return { subject, owner, cites: [], binders: [], yearly: false };
}

/** The facts of a subject (of the circumstances for the empty id), in the order of the file. */
export function facts(work: Work, subject: Id): readonly Fact[] {
  const entries = new Set<FactEntry>(work.kit.resolved.symbols.facts.get(subject)?.values() ?? []);
  const made = [...entries].map((entry) => factOf(work, entry));
  for (const fact of made) {
    const key = `${subject === '' ? 'circumstances' : 'subject'}.${fact.id}`;
    work.ranges.set(key, fact);
    if (fact.optional) work.optionals.set(key, true);
  }
  return made;
}

function factOf(work: Work, entry: FactEntry): Fact {
  const { statement } = entry;
  const proof = clause(statement, 'proof');
  const by = clause(statement, 'by');
  return {
    id: entry.id,
    type: withFieldRanges(work, entry.type, statement),
    optional: entry.optional,
    ...range(work, statement, innermost(entry.type)),
    ...rangeByFacts(work, entry),
    ...(proof ? { proof: proof.document.text } : {}),
    ...(by ? { determiner: by.actor.text } : {}),
    origin: work.kit.origin(statement.span, cites(statement)),
  };
}

/** The fields of a list of records with their own ranges. */
function withFieldRanges(work: Work, type: Type, statement: Statement): Type {
  if (type.t !== 'list' || type.of.t !== 'record') return type;
  const lines = statement.children.filter((c) => c.name && c.type);
  const fields = type.of.fields.map((field): FactMeta => {
    const line = lines.find((l) => l.name?.en?.text === field.id || l.name?.zh?.text === field.id);
    return line ? { ...field, ...range(work, line, field.type) } : field;
  });
  return { t: 'list', of: { t: 'record', fields } };
}

/** `从 a 至 b` as exact numbers of the type's own unit. Bounds must be constants. */
function range(work: Work, statement: Statement, type: Type): { min?: string; max?: string } {
  const node = statement.type;
  const min = node?.from && node.from.kind !== 'name' ? bound(work, node.from, type) : undefined;
  const max = node?.to && node.to.kind !== 'name' ? bound(work, node.to, type) : undefined;
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** `从 0 至 应种儿童数`: a bound that is a fact of the same record, of the same type. */
function rangeByFacts(work: Work, entry: FactEntry): Pick<FactMeta, 'minFact' | 'maxFact'> {
  const { from, to } = entry.statement.type ?? {};
  const [minFact, maxFact] = [from, to].map((e) =>
    e?.kind === 'name' ? boundFact(work, e, entry) : undefined,
  );
  return { ...(minFact ? { minFact } : {}), ...(maxFact ? { maxFact } : {}) };
}

function boundFact(work: Work, e: Expression & { kind: 'name' }, entry: FactEntry): Id | undefined {
  const { facts: known } = work.kit.resolved.symbols;
  const other = known.get(entry.subject ?? '')?.get(e.name.text);
  const plain = other && other.id !== entry.id && JSON.stringify(other.type) === JSON.stringify(entry.type);
  if (plain && ['int', 'qty', 'money', 'ratio', 'date', 'year'].includes(entry.type.t)) return other.id;
  work.kit.reporter.report(codes.rangeNotConstant, e.span, {
    expected: typeWords(entry.type, work.kit.resolved.symbols),
  });
  return undefined;
}

function bound(work: Work, e: Expression, type: Type): string | undefined {
  const of = type.t === 'list' ? type.of : type;
  const constant = e.kind === 'number' || e.kind === 'date';
  const bare = e.kind === 'number' && !e.unit && !e.percent;
  const value = !constant ? null : work.kit.value(e, emptyScope(null, 'range'), bare ? undefined : of);
  if (constant && !value) return undefined;
  const fits = !value
    ? false
    : bare
      ? of.t === 'qty' || of.t === 'int' || of.t === 'ratio' || of.t === 'year' || value.k === 'lit'
      : comparable(of, value.type, work.kit.resolved.symbols) === 'same';
  if (value?.k === 'lit' && typeof value.value === 'string' && fits) {
    const isMoney = bare && (of.t === 'money' || (of.t === 'rate' && of.of.t === 'money'));
    return isMoney ? String(BigInt(value.value) * 100n) : value.value;
  }
  const s = work.kit.resolved.symbols;
  work.kit.reporter.report(codes.rangeNotConstant, e.span, { expected: typeWords(of, s) });
  return undefined;
}

/** `未填则`: elaborated once all facts are known. */
export function fallback(work: Work, fact: Fact, subject: Id | null): Fact {
  const entry = work.kit.resolved.symbols.facts.get(subject ?? '')?.get(fact.id);
  const written = entry ? clause(entry.statement, 'fallback') : undefined;
  if (!written) return fact;
  const value = work.kit.value(written.value, { ...emptyScope(subject, `${fact.id}.fallback`) }, fact.type);
  if (!value) return fact;
  const s = work.kit.resolved.symbols;
  if (comparable(fact.type, value.type, s) === 'no') {
    work.kit.reporter.report(codes.branchesDiffer, written.span, {
      then: typeWords(fact.type, s),
      otherwise: typeWords(value.type, s),
    });
    return fact;
  }
  return { ...fact, fallback: value };
}

export function subjects(work: Work): readonly Subject[] {
  const made = work.kit.resolved.notice.blocks.filter((b) => b.head === 'subject' && b.name);
  return work.kit.resolved.symbols.subjects.map((id) => {
    const block = made.find((b) => b.name?.en?.text === id || b.name?.zh?.text === id);
    return work.once(`facts ${id}`, block ?? work.kit.resolved.notice.header, () => ({
      id,
      origin: work.kit.origin(block?.span ?? { start: 0, end: 0 }, []),
      facts: facts(work, id),
    }));
  });
}

export function parameters(work: Work): readonly Parameter[] {
  const entries = new Set(
    [...work.kit.resolved.symbols.global.values()].filter((e) => e.kind === 'parameter'),
  );
  return [...entries].map((entry) => {
    const by = clause(entry.statement, 'by');
    return {
      id: entry.id,
      type: entry.type,
      ...range(work, entry.statement, innermost(entry.type)),
      ...(by ? { determiner: by.actor.text } : {}),
      origin: work.kit.origin(entry.statement.span, cites(entry.statement)),
      rows: entry.statement.children.flatMap((row) => parameterRow(work, row, entry.type, entry.id) ?? []),
    };
  });
}

/** `自 2020-01-01(含): 800 元`. */
function parameterRow(work: Work, row: Statement, type: Type, id: Id): Parameter['rows'][number] | null {
  const scope = emptyScope(null, `${id}.row`);
  const first = row.cases?.[0];
  const since = first?.kind === 'test' ? sinceOf(first.test) : undefined;
  const of = innermost(type);
  // Its first day is in front of it already.
  const dated = row.children.some(({ head }) => head === 'inForce');
  if (!since || !row.body || dated) {
    work.kit.reporter.report(codes.parameterRow, row.span, {});
    return null;
  }
  const from = work.kit.value(since, scope, date);
  const value = work.kit.value(row.body.kind === 'amount' ? row.body.value : row.body, scope, of);
  return from && value && fits(work, value, of, row)
    ? { from, value, origin: work.kit.origin(row.span, cites(row)) }
    : null;
}

function fits(work: Work, value: Expr, type: Type, row: Statement): boolean {
  const s = work.kit.resolved.symbols;
  if (value.k === 'hole' || comparable(type, value.type, s) !== 'no') return true;
  work.kit.reporter.report(codes.branchesDiffer, row.span, {
    then: typeWords(type, s),
    otherwise: typeWords(value.type, s),
  });
  return false;
}

/** The first day of `自 D(含)`. */
function sinceOf(e: Expression): Expression | undefined {
  const span = e.kind === 'test' && e.predicate.kind === 'within' ? e.predicate.in : e;
  if (span.kind !== 'span') return undefined;
  if (span.shape.kind === 'between') return span.shape.from;
  return span.shape.kind === 'half' && span.shape.side === 'after' && span.shape.included
    ? span.shape.at
    : undefined;
}
