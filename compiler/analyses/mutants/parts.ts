import type { Amount, Policy, Programme, Stage } from '../../ir/policy.ts';
import { neverSettled } from './definitions-read.ts';
import { dutyChanges, stepChanges } from './dues.ts';
import type { MutantKind } from './mutant.ts';
import { dropped, type Owner, type PartChange, spanChanges } from './part-change.ts';

/** Everything of a policy beside its expressions that can be a little wrong. */
export function partChanges(policy: Policy): readonly PartChange[] {
  return [
    ...policy.programmes.flatMap(programmeChanges),
    ...policy.procedures.flatMap(({ steps }) => steps.flatMap(stepChanges)),
    ...policy.duties.flatMap(dutyChanges),
  ].filter(({ end }) => end === undefined || !neverSettled(end, policy));
}

function programmeChanges(programme: Programme): readonly PartChange[] {
  const { excluded, amounts, grants, routes, select, documents, deadlines } = programme;
  return [
    ...excluded.map(
      (e): PartChange => ({ kind: 'exclusion', owner: e, what: 'dropped', target: e, next: null }),
    ),
    ...amounts.flatMap(amountChanges),
    ...grants.flatMap((grant) => dropped(grant, grant, 'when', 'condition')),
    ...routes.flatMap((route): readonly PartChange[] =>
      route.items.length < 2
        ? []
        : [
            {
              kind: 'choice',
              owner: { id: route.items[0]?.id ?? route.id, origin: route.origin },
              what: 'mode',
              target: route,
              next: { ...route, mode: route.mode === 'first' ? 'all' : 'first' },
            },
          ],
    ),
    ...(select ?? []).flatMap(stageChanges),
    ...(documents?.items ?? []).flatMap((item) => [
      { kind: 'item', owner: item, what: 'dropped', target: item, next: null } as const,
      ...dropped(item, item, 'when', 'condition'),
    ]),
    ...deadlines.flatMap((item) => [
      ...spanChanges(item, item.span, 'span'),
      ...dropped(item, item, 'when', 'condition'),
      lateness(item),
    ]),
  ];
}

const lateness = (item: Owner & { readonly late: 'forfeit' | 'refuse' | 'record' }): PartChange => ({
  kind: 'lateness',
  owner: item,
  what: 'late',
  target: item,
  next: { ...item, late: item.late === 'record' ? 'forfeit' : 'record' },
});

function amountChanges(amount: Amount): readonly PartChange[] {
  return [
    ...dropped(amount, amount, 'cap', 'bound'),
    ...dropped(amount, amount, 'floor', 'bound'),
    ...dropped(amount, amount, 'when', 'condition'),
    ...dropped(amount, amount, 'heads', 'arithmetic'),
    ...(amount.events
      ? [
          {
            kind: 'choice',
            owner: amount,
            what: 'first',
            target: amount.events,
            next: { ...amount.events, first: !amount.events.first },
          } as const,
        ]
      : []),
  ];
}

function stageChanges(stage: Stage): readonly PartChange[] {
  const change = (kind: MutantKind, what: string, next: object): PartChange => ({
    kind,
    owner: stage,
    what,
    target: stage,
    next: { ...stage, ...next },
  });
  const { order, ties, refill, groupBy, limits } = stage;
  return [
    ...('k' in order ? [] : orderChanges(stage, order)),
    ...(typeof ties === 'string'
      ? [change('ties', 'ties', { ties: ties === 'admit' ? 'refuse' : 'admit' })]
      : []),
    ...(typeof refill === 'boolean' && stage.must ? [change('refill', 'refill', { refill: !refill })] : []),
    ...(groupBy.length > 0 ? [change('order', 'groups', { groupBy: groupBy.slice(1) })] : []),
    ...(limits.length > 1
      ? limits.map((_, at) =>
          change('bound', `limit ${at}`, { limits: limits.filter((_one, i) => i !== at) }),
        )
      : []),
    ...dropped(stage, stage, 'only', 'condition'),
    ...dropped(stage, stage, 'must', 'condition'),
  ];
}

function orderChanges(
  stage: Stage,
  order: Exclude<Stage['order'], { readonly k: 'hole' }>,
): readonly PartChange[] {
  const turned = order.map(
    (key): PartChange => ({
      kind: 'order',
      owner: stage,
      what: `direction ${order.indexOf(key)}`,
      target: key,
      next: { ...key, direction: key.direction === 'ascending' ? 'descending' : 'ascending' },
    }),
  );
  if (order.length < 2) return turned;
  return [
    ...turned,
    { kind: 'order', owner: stage, what: 'keys', target: order, next: [...order].reverse() },
    ...order.map(
      (key, at): PartChange => ({ kind: 'order', owner: stage, what: `key ${at}`, target: key, next: null }),
    ),
  ];
}
