import type { Id } from '../../runtime/types.ts';
import type { Statement } from '../ast/statements.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import type { Expr, TableRow } from '../ir/expressions.ts';
import type { Amount, Deadline, Grant, Programme, Route, Shares } from '../ir/policy.ts';
import { idOf } from '../resolve/types.ts';
import { amounts, payment, tierAmount, tierRowBody } from './amounts.ts';
import { doubleBenefits } from './choices.ts';
import { bool, owned, ratio, type Scope } from './kit.ts';
import { fraction } from './literals.ts';
import { cites, clause } from './clauses.ts';
import { inForce, whenOf } from './in-force.ts';
import { alternative, excluding, itemId, required, rule } from './rules.ts';
import { documentsOf } from './documents.ts';
import { holeOf, stages } from './selection.ts';
import { idlePauses, pausing } from './pauses.ts';
import { dateSpan } from './spans.ts';
import { tableExpr, tableKeys, tableRows } from './tables.ts';
import type { Work } from './work.ts';

/** Types of the tier tables, before anything may ask for them by `项目 的 档次`. */
export function tierOf(work: Work, block: Statement, programme: Id, scope: Scope): Programme['tier'] {
  const section = block.children.find((c) => c.head === 'tier');
  if (!section) return undefined;
  const id = `${programme}.tier`;
  const at = owned(scope, id, cites(section));
  const table = tableExpr(work, section, at, id, (row, rowScope) => tierRowBody(work, row, rowScope));
  if (!table) return undefined;
  work.names.set(id, { zh: '档次', en: 'tier' });
  work.tierTypes.set(programme, table.type);
  return { table, origin: work.kit.origin(section.span, cites(section)) };
}

export function programme(
  work: Work,
  block: Statement,
  id: Id,
  subject: Id,
  tier: Programme['tier'],
  common: Shares | undefined,
): Programme {
  const scope: Scope = { subject, owner: id, cites: [], binders: [], yearly: false };
  const sections = (head: Statement['head']): readonly Statement[] =>
    block.children.filter((c) => c.head === head);
  const [quota] = sections('quota');
  const pay = payment(work, sections('payment')[0], owned(scope, id));
  const shares = sharesOf(work, sections('shares')[0], id, scope) ?? common;
  const documents = documentsOf(work, sections('documents')[0], id, scope);
  const select = quota ? stages(work, quota, id, scope) : [];
  return {
    id,
    subject,
    origin: work.kit.origin(block.span, cites(block)),
    eligible: whileInForce(work, block, eligible(work, sections('eligible')[0], block, id, scope), id, scope),
    excluded: [
      ...sections('excluded').flatMap((section) => exclusions(work, section, id, scope)),
      ...doubleBenefits(work, id, sections('noDouble'), scope),
    ],
    ...(tier ? { tier } : {}),
    amounts: moneyOf(work, block, id, tier, pay, scope),
    grants: sections('grants').flatMap((section, i) => grants(work, section, id, i, scope)),
    routes: sections('route').map((section, i) => route(work, section, id, i, scope)),
    ...(quota ? { select } : {}),
    ...(documents ? { documents } : {}),
    deadlines: sections('deadline').flatMap((section) => deadlines(work, section, id, scope)),
    ...(shares ? { shares } : {}),
  };
}

function moneyOf(
  work: Work,
  block: Statement,
  id: Id,
  tier: Programme['tier'],
  pay: Amount['pay'] | undefined,
  scope: Scope,
): readonly Amount[] {
  const section = block.children.find((c) => c.head === 'tier');
  const fromTier = tier && section ? tierAmount(work, id, tier.table, pay, section, scope) : [];
  return [
    ...fromTier,
    ...block.children.filter((c) => c.head === 'amount').flatMap((s) => amounts(work, s, id, pay, scope)),
  ];
}

/** Without 资格 everyone of the subject is eligible. */
function eligible(work: Work, section: Statement | undefined, block: Statement, id: Id, scope: Scope): Expr {
  const rootId = `${id}.eligible`;
  work.names.set(rootId, { zh: '资格', en: 'eligible' });
  const made = section && rule(work, section, scope, rootId, id, required);
  if (made) return made;
  const at = owned(scope, rootId);
  const yes = work.kit.node({ k: 'lit', value: true }, bool, block.span, at);
  return { id: rootId, type: bool, origin: work.kit.origin(block.span, []), k: 'rule', body: yes };
}

/** `施行` below a programme: outside of it nobody is eligible, and a rule of its own says so. */
function whileInForce(work: Work, block: Statement, eligible: Expr, id: Id, scope: Scope): Expr {
  const line = block.children.find(({ head }) => head === 'inForce');
  const at = owned(scope, `${id}.inForce`, line ? cites(line) : []);
  const body = line && inForce(work, block, at);
  if (!line || !body) return eligible;
  work.names.set(at.owner, { zh: '施行', en: 'in force' });
  const origin = work.kit.origin(line.span, cites(line));
  const term: Expr = { id: at.owner, type: bool, origin, k: 'rule', body };
  const inner: Expr = eligible.k === 'rule' ? { ...eligible, id: `${id}.conditions` } : eligible;
  work.names.set(`${id}.conditions`, { zh: '条件', en: 'conditions' });
  const both = work.kit.node({ k: 'all', parts: [term, inner] }, bool, block.span, at);
  return { id: eligible.id, type: bool, origin: eligible.origin, k: 'rule', body: both };
}

/** One exclusion a line; 排除 is always "any of". */
function exclusions(work: Work, section: Statement, id: Id, scope: Scope): readonly Expr[] {
  const lines =
    section.body && section.body.kind !== 'group'
      ? [section]
      : section.children.filter((c) => c.head === null);
  if (lines.length === 0) work.kit.reporter.report(codes.emptyGroup, section.span, {});
  return lines.flatMap((line, i) => {
    const ruleId = itemId(work, id, line, i + 1, `${id}.excluded`);
    return rule(work, line, owned(scope, ruleId), ruleId, id, excluding) ?? [];
  });
}

/** `给予 …`: benefits on the line or one a line below. */
function grants(work: Work, section: Statement, id: Id, index: number, scope: Scope): readonly Grant[] {
  const lines = section.name || section.body ? [section] : section.children.filter((c) => c.head === null);
  return lines.flatMap((line, i) => {
    const grantId = line.name
      ? itemId(work, id, line, i + 1, `${id}.grants`)
      : `${id}.grants.${index + i + 1}`;
    if (!line.name && line.body) {
      const text = work.kit.resolved.textOf(line.body.span);
      work.names.set(grantId, { zh: text });
    }
    const at = owned(scope, grantId, cites(line));
    const said = whenOf(work, line, at);
    const open = line.name && line.body?.kind === 'hole' ? work.kit.truth(line.body, at) : undefined;
    if (said === null || open === null) return [];
    const both = [said, open].filter((part) => part !== undefined);
    const [only] = both;
    const when = both.length > 1 ? work.kit.node({ k: 'all', parts: both }, bool, line.span, at) : only;
    const origin = work.kit.origin(line.span, cites(line));
    const ids = [grantId, ...(line.others ?? []).map((name) => otherGrant(work, id, line, name))];
    return ids.map((each) => ({ id: each, origin, ...(when ? { when } : {}) }));
  });
}

function otherGrant(work: Work, owner: Id, line: Statement, name: NonNullable<Statement['name']>): Id {
  const id = `${owner}.${idOf(name)}`;
  work.claim(id, { ...line, name });
  work.name(id, name);
  return id;
}

function route(work: Work, section: Statement, id: Id, index: number, scope: Scope): Route {
  const routeId = `${id}.route${index === 0 ? '' : index + 1}`;
  work.names.set(routeId, { zh: '分流', en: 'route' });
  const items = section.children
    .filter((c) => c.head === null)
    .flatMap((line, i) => {
      const itemRule = itemId(work, id, line, i + 1, routeId);
      const made = line.cases
        ? otherwiseItem(work, line, itemRule, scope)
        : rule(work, line, owned(scope, itemRule), itemRule, id, alternative);
      const refer = clause(line, 'refer')?.to.text;
      return made
        ? {
            id: itemRule,
            when: made,
            ...(refer ? { refer } : {}),
            origin: work.kit.origin(line.span, cites(line)),
          }
        : [];
    });
  return {
    id: routeId,
    mode: section.mode === 'allThatApply' ? 'all' : 'first',
    origin: work.kit.origin(section.span, cites(section)),
    items,
  };
}

/** `其余: …` at the end of a route in order: whoever no earlier item took; a hole leaves it open. */
function otherwiseItem(work: Work, line: Statement, id: Id, scope: Scope): Expr | null {
  const at = owned(scope, id, cites(line));
  work.names.set(id, { zh: '其余', en: 'otherwise' });
  if (!line.body) return work.kit.node({ k: 'lit', value: true }, bool, line.span, at);
  return line.body.kind === 'hole'
    ? work.kit.truth(line.body, at)
    : work.kit.node({ k: 'lit', value: true }, bool, line.span, at);
}

/** `期限`: each line a date of the applicant's that must lie in a span. */
function deadlines(work: Work, section: Statement, id: Id, scope: Scope): readonly Deadline[] {
  const lines = section.body ? [section] : section.children.filter((c) => c.head === null);
  return lines.flatMap((line, i) => {
    const deadlineId = itemId(work, id, line, i + 1, `${id}.deadline`);
    if (!line.name) work.names.set(deadlineId, { zh: '期限', en: 'deadline' });
    return deadline(work, line, deadlineId, owned(scope, deadlineId, cites(line))) ?? [];
  });
}

function deadline(work: Work, line: Statement, id: Id, scope: Scope): Deadline | null {
  const body = line.body;
  if (body?.kind !== 'test' || body.predicate.kind !== 'within' || body.predicate.negated || !body.subject) {
    work.kit.reporter.report(codes.deadlineShape, body?.span ?? line.span, {});
    return null;
  }
  const date = work.kit.value(body.subject, scope);
  const span = dateSpan(work.kit, body.predicate.in, scope);
  const when = whenOf(work, line, scope);
  if (!date || !span || when === null) return null;
  idlePauses(work, line, [span]);
  const late = line.children.find((c) => c.head === 'late')?.mode;
  const extra = line.children.filter((c) => c.head === 'late').flatMap(cites);
  return {
    id,
    origin: work.kit.origin(line.span, [...cites(line), ...extra]),
    date,
    span,
    ...pausing(work, span, [line], scope),
    ...(when ? { when } : {}),
    late: late === 'forfeit' || late === 'refuse' ? late : 'record',
  };
}

/** `分担`: shares on the line or rows of a table; they add up to 100 %. */
export function sharesOf(
  work: Work,
  section: Statement | undefined,
  owner: Id,
  scope: Scope,
): Shares | undefined {
  if (!section) return undefined;
  const id = `${owner}.shares`;
  const at = owned(scope, id, cites(section));
  work.names.set(id, { zh: '分担', en: 'shares' });
  const origin = work.kit.origin(section.span, cites(section));
  if (section.by.length === 0) {
    const parts = shareParts(work, section, at, id);
    return parts ? { origin, keys: [], rows: [{ id, origin, cases: [], parts }] } : undefined;
  }
  const keys = tableKeys(work, section.by, at);
  const found =
    keys &&
    tableRows(work, section, keys, at, id, (row, rowScope, rowId) => shareParts(work, row, rowScope, rowId));
  if (!keys || !found) return undefined;
  return {
    origin,
    keys: keys.keys,
    ...(found.mode ? { mode: found.mode } : {}),
    rows: found.rows.map((r) => ({
      id: r.id,
      origin: work.kit.origin(r.statement.span, cites(r.statement)),
      cases: r.cases,
      parts: r.body,
    })),
  };
}

function shareParts(
  work: Work,
  line: Statement,
  scope: Scope,
  id: Id,
): Shares['rows'][number]['parts'] | null {
  const hole = holeOf(line, id);
  if (hole) return hole;
  if (line.body?.kind !== 'shares') {
    work.kit.reporter.report(codes.sharesShape, line.body?.span ?? line.span, {});
    return null;
  }
  let [n, d] = [0n, 1n];
  const parts = line.body.parts.map((part) => {
    const value = fraction(part.share.value, part.share.percent);
    const [a = '0', b = '1'] = value.split('/');
    [n, d] = [n * BigInt(b) + BigInt(a) * d, d * BigInt(b)];
    return { payer: part.payer.text, share: work.kit.node({ k: 'lit', value }, ratio, part.span, scope) };
  });
  if (n !== d) {
    work.kit.reporter.report(codes.sharesSum, line.body.span, { sum: exactPercent(n, d) });
    return null;
  }
  return parts;
}

/** All decimals where they end, else the fraction: never a sum that looks like 100 %. */
function exactPercent(n: bigint, d: bigint): string {
  for (let places = 0n; places <= 12n; places++) {
    const scale = 10n ** places;
    if ((n * 100n * scale) % d !== 0n) continue;
    const digits = String((n * 100n * scale) / d).padStart(Number(places) + 1, '0');
    const cut = digits.length - Number(places);
    return places === 0n ? `${digits}%` : `${digits.slice(0, cut)}.${digits.slice(cut)}%`;
  }
  return `${n}/${d}`;
}

export type { TableRow };
