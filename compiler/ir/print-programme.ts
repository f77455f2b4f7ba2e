import type { DateSpan } from './expressions.ts';
import { type Outline, outline, section } from './outline.ts';
import type { Amount, Deadline, Documents, Hole, Programme, Route, Shares, Stage } from './policy.ts';
import { citesText, expressionOutline, part, sourceOutline, spanOutline } from './print-expression.ts';

export function programmeOutline(programme: Programme): Outline {
  return section(
    `programme ${programme.id} for ${programme.subject}`,
    section('eligible', expressionOutline(programme.eligible)),
    ...programme.excluded.map((e) => section('excluded', expressionOutline(e))),
    programme.tier && section('tier', expressionOutline(programme.tier.table)),
    ...programme.amounts.map(amountOutline),
    ...programme.grants.map((item) =>
      section(`grant ${item.id}${citesText(item.origin)}`, part('when', item.when)),
    ),
    ...programme.routes.map(routeOutline),
    ...(programme.select ?? []).map(stageOutline),
    programme.documents && documentsOutline(programme.documents),
    ...programme.deadlines.map(deadlineOutline),
    programme.shares && sharesOutline(programme.shares),
  );
}

function amountOutline(amount: Amount): Outline {
  const { events, pay } = amount;
  return section(
    `amount ${amount.id} per ${amount.per.join(' ') || 'none'}${citesText(amount.origin)}`,
    part('base', amount.base),
    part('heads', amount.heads),
    part('when', amount.when),
    part('cap', amount.cap),
    part('floor', amount.floor),
    events &&
      outline(
        events.first ? 'first event' : 'events',
        sourceOutline(events.source),
        ...events.by.map((key) => part('by', key)),
      ),
    part('paid from', pay.from),
    part('paid to', pay.to),
    part(pay.yearly ? 'paid yearly on' : 'paid on', pay.on),
  );
}

function routeOutline(route: Route): Outline {
  const items = route.items.map((item) => {
    const refer = item.refer === undefined ? '' : ` refer to ${item.refer}`;
    return section(`to ${item.id}${refer}${citesText(item.origin)}`, part('when', item.when));
  });
  return section(`route ${route.id}, ${route.mode === 'first' ? 'in order' : 'all that apply'}`, ...items);
}

function stageOutline(stage: Stage): Outline {
  const source = stage.source.k === 'eligible' ? 'the eligible' : stage.source.stage;
  const order =
    'k' in stage.order
      ? [holeOutline('order', stage.order)]
      : stage.order.map((by) => part(by.direction, by.key));
  return section(
    `stage ${stage.id} from ${source}${citesText(stage.origin)}`,
    part('only', stage.only),
    ...stage.groupBy.map((key) => part('group by', key)),
    ...order,
    ...stage.limits.map((limit) => part('limit', limit)),
    setting('mismatch', stage.clash),
    setting('ties', stage.ties),
    part('must', stage.must),
    setting('refill', stage.refill),
  );
}

function setting(name: string, value: string | boolean | Hole): Outline {
  return typeof value === 'object' ? holeOutline(name, value) : outline(`${name}: ${value}`);
}

function holeOutline(name: string, hole: Hole): Outline {
  return outline(
    [`${name}: ${hole.why}`, hole.by, hole.text && JSON.stringify(hole.text)].filter(Boolean).join(' '),
  );
}

const paperText = ({ by, channel }: Documents['items'][number]): string =>
  [by && ` with ${by}`, channel && ` by ${channel}`].filter(Boolean).join('');

function documentsOutline(documents: Documents): Outline {
  const items = documents.items.map((item) =>
    section(
      `${item.id}: ${item.copies} ${item.form} as ${item.options.join(' or ')}${paperText(item)}${citesText(item.origin)}`,
      part('when', item.when),
    ),
  );
  return section(`documents counted by ${documents.fact}`, ...items);
}

function deadlineOutline(deadline: Deadline): Outline {
  return section(
    `deadline ${deadline.id}, late: ${deadline.late}${citesText(deadline.origin)}`,
    part('date', deadline.date),
    spanOutline(deadline.span),
    ...pausesOutline(deadline.pauses),
    part('when', deadline.when),
  );
}

/** `不计`. */
export function pausesOutline(pauses: readonly DateSpan[] = []): readonly Outline[] {
  return pauses.map((pause) => outline('not counting', spanOutline(pause)));
}

function sharesOutline(shares: Shares): Outline {
  const rows = shares.rows.map((row) => {
    const cases = row.cases.map((test) => (test ? expressionOutline(test) : outline('otherwise')));
    const parts =
      'k' in row.parts ? [holeOutline('parts', row.parts)] : row.parts.map((p) => part(p.payer, p.share));
    return section(`row ${row.id}${citesText(row.origin)}`, ...cases, ...parts);
  });
  return section(`shares${citesText(shares.origin)}`, ...shares.keys.map((key) => part('key', key)), ...rows);
}
