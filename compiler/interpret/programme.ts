import { asSet, read } from '../../runtime/access.ts';
import { memberAny } from '../../runtime/compare.ts';
import type { AmountRules, Case, DeadlineRules, DocumentRules, ProgrammeRules } from '../../runtime/rules.ts';
import type { Documents, Programme, Tier } from '../ir/policy.ts';
import { isCounted } from '../ir/steps.ts';
import { pauseRules } from './procedure.ts';
import { amountRules } from './amount.ts';
import { type Closing, closing } from './closing.ts';
import { spanValue } from './comparison.ts';
import type { Rules } from './rules.ts';
import type { Scope } from './scope.ts';
import { sharesOf } from './shares.ts';
import { stageRules } from './stage.ts';
import { rowRead, rowsOf } from './table.ts';

export function programmeRules(programme: Programme, scope: Scope, rules: Rules): ProgrammeRules {
  const close = closing(scope);
  return {
    id: programme.id,
    subject: programme.subject,
    eligible: close.run(rules.line(programme.eligible)),
    excluded: programme.excluded.map((e) => close.run(rules.line(e))),
    ...(programme.tier && { tier: tierRules(programme.tier, scope, close) }),
    amounts: programme.amounts.map((amount): AmountRules => amountRules(amount, scope, close)),
    grants: programme.grants.map(({ id, when, origin }) => ({
      id,
      cites: origin.cites,
      ...(when && { when: close.truth(when) }),
    })),
    routes: programme.routes.map((route) => routeRules(route, close)),
    ...(programme.select && { stages: programme.select.map((stage) => stageRules(stage, scope, close)) }),
    documents: programme.documents ? documentRules(programme.documents, close) : [],
    deadlines: programme.deadlines.map((item) => deadlineRules(item, scope, close)),
    ...(programme.shares && { shares: sharesOf(programme.shares, scope, close) }),
  };
}

function tierRules({ table }: Tier, scope: Scope, close: Closing): NonNullable<ProgrammeRules['tier']> {
  return {
    cites: Object.fromEntries(table.rows.map((row) => [row.id, row.origin.cites])),
    read: close.run(rowRead(rowsOf(table), scope)),
  };
}

function routeRules(route: Programme['routes'][number], close: Closing): ProgrammeRules['routes'][number] {
  return {
    id: route.id,
    mode: route.mode,
    items: route.items.map(({ id, origin, refer, when }) => ({
      id,
      cites: origin.cites,
      ...(refer !== undefined && { refer }),
      when: close.truth(when),
    })),
  };
}

/** A paper is handed in when the fact that counts papers holds its option. */
function documentRules(documents: Documents, close: Closing): readonly DocumentRules[] {
  return documents.items.map(({ id, origin, options, form, copies, by, channel, when }) => ({
    id,
    cites: origin.cites,
    form,
    copies,
    ...(by !== undefined && { by }),
    ...(channel !== undefined && { channel }),
    ...(when && { required: close.truth(when) }),
    submitted: (c: Case) => memberAny(asSet(read(c.facts, documents.fact)), options, id),
  }));
}

function deadlineRules(item: Programme['deadlines'][number], scope: Scope, close: Closing): DeadlineRules {
  return {
    id: item.id,
    cites: item.origin.cites,
    date: close.time(item.date),
    span: close.run(spanValue(item.span, scope)),
    ...(item.when && { when: close.truth(item.when) }),
    ...(isCounted(item.span) && { counted: true }),
    ...pauseRules(item, scope, close),
    late: item.late,
  };
}
