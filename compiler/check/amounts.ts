import type { Id, Per, Type } from '../../runtime/types.ts';
import type { Amount as AmountNode, Expression } from '../ast/expressions.ts';
import type { Statement } from '../ast/statements.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import type { Expr } from '../ir/expressions.ts';
import type { Amount, Pay } from '../ir/policy.ts';
import { rateOf } from '../resolve/types.ts';
import { isAmountOfMoney, mayLeaveFraction } from './arithmetic.ts';
import { money, month, owned, type Scope, within } from './kit.ts';
import { listOf } from './lists.ts';
import { cites } from './clauses.ts';
import { whenOf } from './in-force.ts';
import { itemId } from './rules.ts';
import { tableExpr } from './tables.ts';
import { typeWords } from './typing.ts';
import type { Work } from './work.ts';

/** Money with the rate in which it is stated. */
interface Stated {
  readonly value: Expr;
  readonly per: readonly Per[];
}

/** `每人每月 900 元`: the money and what it is per. A rate that the value's own type carries is taken from there. */
export function stated(work: Work, body: Expression, scope: Scope): Stated | null {
  const amount = body.kind === 'amount' ? body : null;
  const value = work.kit.value(amount?.value ?? body, scope, money);
  if (!value) return null;
  const per =
    amount && amount.rate.length > 0 ? rateOf(amount.rate) : value.type.t === 'rate' ? value.type.per : [];
  if (value.k !== 'hole' && !isAmountOfMoney(value.type)) {
    const s = work.kit.resolved.symbols;
    work.kit.reporter.report(codes.wrongType, body.span, {
      what: work.kit.resolved.textOf(body.span),
      found: typeWords(value.type, s),
      expected: typeWords(money, s),
    });
    return null;
  }
  if (mayLeaveFraction(value, (def) => work.definitions.get(def)?.body)) {
    work.kit.reporter.report(codes.fractionOfFen, body.span, {});
    return null;
  }
  return { value, per };
}

/** The body of a tier row: money with its rate, an option or text, or a hole. */
export function tierRowBody(work: Work, row: Statement, scope: Scope): Expr | null {
  if (!row.body) {
    work.kit.reporter.report(codes.emptyRule, row.span, {});
    return null;
  }
  if (row.body.kind !== 'amount') return work.kit.value(row.body, scope);
  const made = stated(work, row.body, scope);
  if (!made) return null;
  const type: Type = made.per.length > 0 ? { t: 'rate', of: money, per: made.per } : money;
  return { ...made.value, type };
}

/** The money that a tier table gives, if it gives money. */
export function tierAmount(
  work: Work,
  programme: Id,
  table: Expr,
  pay: Pay | undefined,
  section: Statement,
  scope: Scope,
): Amount[] {
  if (!isAmountOfMoney(table.type)) return [];
  const id = `${programme}.tierAmount`;
  const at = owned(scope, id, cites(section));
  const base = work.kit.node({ k: 'tierOf', programme }, table.type, section.span, at);
  const per = table.type.t === 'rate' ? table.type.per : [];
  work.names.set(id, { zh: '档次金额', en: 'tier amount' });
  const all = [...cites(section), ...(pay?.origin?.cites ?? [])];
  return [
    {
      id,
      origin: work.kit.origin(section.span, all),
      base,
      per,
      ...bounds(work, section, at),
      pay: pay ?? { yearly: false },
    },
  ];
}

/** `金额 …`, with its amount on the line or with labelled amounts below. */
export function amounts(
  work: Work,
  section: Statement,
  programme: Id,
  pay: Pay | undefined,
  scope: Scope,
): Amount[] {
  const own =
    payment(
      work,
      section.children.find((c) => c.head === 'payment'),
      scope,
    ) ?? pay;
  const lines =
    section.body || isTable(section) ? [section] : section.children.filter((c) => c.head === null);
  return lines.flatMap((line, i) => {
    const id =
      line === section ? `${programme}.amount` : itemId(work, programme, line, i + 1, `${programme}.amount`);
    if (line === section) {
      work.claim(id, line);
      work.names.set(id, { zh: '金额', en: 'amount' });
    }
    return amount(work, line, id, own, owned(scope, id, cites(line))) ?? [];
  });
}

/** What the line says: its body, or the rows below it (`金额 按 k`). */
function moneyOf(work: Work, line: Statement, id: Id, scope: Scope): Stated | null {
  if (line.body) return stated(work, line.body, scope);
  const table = tableExpr(work, line, scope, `${id}.table`, (row, at) => tierRowBody(work, row, at));
  if (!table) return null;
  if (isAmountOfMoney(table.type))
    return { value: table, per: table.type.t === 'rate' ? table.type.per : [] };
  const s = work.kit.resolved.symbols;
  const what = work.kit.resolved.textOf(line.span);
  work.kit.reporter.report(codes.wrongType, line.span, {
    what,
    found: typeWords(table.type, s),
    expected: typeWords(money, s),
  });
  return null;
}

function amount(work: Work, line: Statement, id: Id, pay: Pay | undefined, scope: Scope): Amount | null {
  if (!line.body && !isTable(line)) {
    work.kit.reporter.report(codes.emptyRule, line.span, {});
    return null;
  }
  const made = moneyOf(work, line, id, scope);
  const events =
    line.body?.kind === 'amount' && line.body.events ? eventsOf(work, line.body.events, scope) : undefined;
  const when = whenOf(work, line, scope);
  if (!made || events === null || when === null) return null;
  const own =
    payment(
      work,
      line.children.find((c) => c.head === 'payment'),
      scope,
    ) ?? pay;
  return {
    id,
    origin: work.kit.origin(line.span, [...cites(line), ...(own?.origin?.cites ?? pay?.origin?.cites ?? [])]),
    base: made.value,
    per: events ? [...made.per, 'event'] : made.per,
    ...(when ? { when } : {}),
    ...bounds(work, line, scope),
    ...(events ? { events } : {}),
    pay: own ?? { yearly: false },
  };
}

/** `金额 按 k`, `金额 依次`: its rows give one amount. */
function isTable(line: Statement): boolean {
  return line.by.length > 0 || line.mode === 'inOrder';
}

function eventsOf(
  work: Work,
  e: NonNullable<AmountNode['events']>,
  scope: Scope,
): NonNullable<Amount['events']> | null {
  const list = listOf(work.kit, e.list, scope);
  if (!list) return null;
  if (list.source.k === 'population') {
    const what = { zh: '按全体记录逐条发放', en: 'paying for each record of a population' };
    work.kit.reporter.report(codes.notYet, e.list.span, { what });
    return null;
  }
  if (!list.source.time) {
    work.kit.reporter.report(codes.eventsNeedDate, e.list.span, { list: e.list.name.text });
    return null;
  }
  const inner = within(scope, { type: list.element, path: list.path });
  const by = (e.by ?? []).map((word) => work.kit.value({ kind: 'name', name: word, span: word.span }, inner));
  if (by.some((b) => b === null)) return null;
  return { source: list.source, first: e.mode === 'first', by: by.filter((b) => b !== null) };
}

/** `不超过` and `不少于` below an amount. */
function bounds(work: Work, line: Statement, scope: Scope): { cap?: Expr; floor?: Expr } {
  const one = (head: 'cap' | 'floor'): Expr | undefined => {
    const body = line.children.find((c) => c.head === head)?.body;
    return body ? (stated(work, body, scope)?.value ?? undefined) : undefined;
  };
  const cap = one('cap');
  const floor = one('floor');
  return { ...(cap ? { cap } : {}), ...(floor ? { floor } : {}) };
}

/** `发放`: from and to a month, or on a stated day or month, once or every year. */
export function payment(work: Work, section: Statement | undefined, scope: Scope): Pay | undefined {
  if (!section) return undefined;
  const at = owned(scope, `${scope.owner}.payment`, cites(section));
  const origin = work.kit.origin(section.span, [...cites(section), ...section.children.flatMap(cites)]);
  if (section.body) {
    const yearly = section.body.kind === 'everyYear';
    const on = work.kit.value(section.body, at);
    if (!on) return { yearly, origin };
    if (on.type.t !== 'date' && on.type.t !== 'month') return wrong(work, section.body, on.type, origin);
    return { on, yearly, origin };
  }
  const side = (which: 'start' | 'end'): Expr | undefined => {
    const line = section.children.find((c) => c.name?.en?.text === which);
    return line?.body ? payMonth(work, line.body, owned(at, at.owner, cites(line))) : undefined;
  };
  const from = side('start');
  const to = side('end');
  return { ...(from ? { from } : {}), ...(to ? { to } : {}), yearly: false, origin };
}

function wrong(work: Work, body: Expression, found: Type, origin: Pay['origin']): Pay {
  const s = work.kit.resolved.symbols;
  work.kit.reporter.report(codes.wrongType, body.span, {
    what: work.kit.resolved.textOf(body.span),
    found: typeWords(found, s),
    expected: typeWords(month, s),
  });
  return { yearly: false, ...(origin ? { origin } : {}) };
}

/** A month; a date means its month. */
function payMonth(work: Work, body: Expression, scope: Scope): Expr | undefined {
  const value = work.kit.value(body, scope, month);
  if (!value) return undefined;
  if (value.type.t === 'month' || value.k === 'hole') return value;
  if (value.type.t === 'date')
    return work.kit.node({ k: 'calendar', fn: 'monthOf', args: [value] }, month, body.span, scope);
  wrong(work, body, value.type, undefined);
  return undefined;
}
