import type { DateSpan } from '../../ir/expressions.ts';
import type { Amount, Duty, Policy, Programme, Stage, Step } from '../../ir/policy.ts';
import { neverSettled } from './definitions-read.ts';
import type { MutantKind } from './mutant.ts';

/** A change to something that is no expression. */
export interface PartChange {
  readonly kind: MutantKind;
  /** What it is in, for its line and name. */
  readonly owner: {
    readonly id: string;
    readonly origin: { readonly line: number; readonly cites: readonly string[] };
  };
  /** What tells it from others of the same owner. */
  readonly what: string;
  readonly target: object;
  /** Null takes it away. */
  readonly next: object | null;
}

type Owner = PartChange['owner'];

/** Everything of a policy beside its expressions that can be a little wrong. */
export function partChanges(policy: Policy): readonly PartChange[] {
  return [
    ...policy.programmes.flatMap(programmeChanges),
    ...policy.procedures.flatMap(({ steps }) => steps.flatMap(stepChanges)),
    ...policy.duties.flatMap(dutyChanges),
  ].filter(({ kind, what, target }) => kind !== 'inclusion' || !atOpenEnd(target as DateSpan, what, policy));
}

/** No day lies on an end that is never settled. */
function atOpenEnd({ lo, hi }: DateSpan, what: string, policy: Policy): boolean {
  const end = what.endsWith('loIn') ? lo : hi;
  return end !== undefined && neverSettled(end, policy);
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

/** The same thing without one of its fields, where it has it. */
function dropped(owner: Owner, target: object, key: string, kind: MutantKind): readonly PartChange[] {
  if (!(key in target) || (target as { readonly [key: string]: unknown })[key] === undefined) return [];
  const next = Object.fromEntries(Object.entries(target).filter(([name]) => name !== key));
  return [{ kind, owner, what: `without ${key}`, target, next }];
}

function spanChanges(owner: Owner, span: DateSpan, what: string): readonly PartChange[] {
  const turned = (key: 'loIn' | 'hiIn'): PartChange => ({
    kind: 'inclusion',
    owner,
    what: `${what} ${key}`,
    target: span,
    next: { ...span, [key]: !span[key] },
  });
  return [...(span.lo ? [turned('loIn')] : []), ...(span.hi ? [turned('hiIn')] : [])];
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

function stepChanges(step: Step): readonly PartChange[] {
  return [
    ...dropped(step, step, 'needs', 'prerequisite'),
    ...dropped(step, step, 'when', 'condition'),
    ...dropped(step, step, 'lasts', 'term'),
    ...step.due.flatMap((due) => [
      { kind: 'term', owner: step, what: `${due.id} dropped`, target: due, next: null } as const,
      ...spanChanges(step, due.span, due.id),
    ]),
    ...(step.during ? spanChanges(step, step.during, 'during') : []),
  ];
}

function dutyChanges(duty: Duty): readonly PartChange[] {
  return [
    ...duty.excused.map(
      (e): PartChange => ({ kind: 'exception', owner: duty, what: e.id, target: e, next: null }),
    ),
    ...dropped(duty, duty, 'when', 'condition'),
    ...duty.due.flatMap((due) => [
      { kind: 'term', owner: duty, what: `${due.id} dropped`, target: due, next: null } as const,
      ...spanChanges(duty, due.span, due.id),
    ]),
    ...(duty.during ? spanChanges(duty, duty.during, 'during') : []),
    ...(duty.every
      ? [
          {
            kind: 'term',
            owner: duty,
            what: 'every',
            target: duty.every,
            next: { ...duty.every, count: duty.every.count + 1 },
          } as const,
        ]
      : []),
  ];
}
