import type { Id } from '../../../runtime/types.ts';
import type { Expr, Origin } from '../../ir/expressions.ts';
import type { Deadline, Documents, Grant, Policy, Programme, Route, Shares } from '../../ir/policy.ts';
import type { Change } from '../change.ts';
import type { Text } from '../text.ts';
import {
  change,
  clauseChange,
  expressionChange,
  inside,
  matched,
  type Place,
  settingChange,
  type Versions,
} from '../versions.ts';
import { hole, label, said, same, side, span, text } from '../words.ts';
import { pauseChanges } from './pauses.ts';
import { spanChange } from './spans.ts';
import { whenChanges } from './when.ts';

const at = (policy: Policy, programme: Place, id: Id): Place => inside(programme, label(policy, id), id);

interface Item {
  readonly id: Id;
  readonly origin: Origin;
}

export function grantChanges(
  v: Versions,
  programme: Place,
  a: readonly Grant[],
  b: readonly Grant[],
): readonly Change[] {
  const { both, removed, added } = matched(v, a, b);
  const name = (policy: Policy, item: Item) => side(label(policy, item.id), item.origin);
  return [
    ...both.flatMap((pair) => [
      ...whenChanges(v, at(v.after, programme, pair.after.id), pair.before.when, pair.after.when),
      ...clauseChange(at(v.after, programme, pair.after.id), pair.before.origin, pair.after.origin),
    ]),
    ...removed.map((item) =>
      change('grantRemoved', at(v.before, programme, item.id), name(v.before, item), null),
    ),
    ...added.map((item) => change('grantAdded', at(v.after, programme, item.id), null, name(v.after, item))),
  ];
}

/** Items of all routes together: a route may be moved from one block to another. */
export function routeChanges(
  v: Versions,
  programme: Place,
  a: readonly Route[],
  b: readonly Route[],
): readonly Change[] {
  const items = (routes: readonly Route[]) => routes.flatMap((route) => route.items);
  const { both, removed, added } = matched(v, items(a), items(b), (item) => item.when);
  return [
    ...both.flatMap((pair) => {
      const here = at(v.after, programme, pair.after.id);
      const origins = { before: pair.before.origin, after: pair.after.origin };
      const refer = (words: string | undefined): Text | null => (words === undefined ? null : same(words));
      return [
        ...expressionChange('conditionChanged', here, pair.before.when, pair.after.when, v),
        ...settingChange('referralChanged', here, refer(pair.before.refer), refer(pair.after.refer), origins),
        ...clauseChange(here, pair.before.origin, pair.after.origin),
      ];
    }),
    ...removed.map((item) =>
      change(
        'routeRemoved',
        at(v.before, programme, item.id),
        side(said(v.before, item.when), item.origin),
        null,
      ),
    ),
    ...added.map((item) =>
      change(
        'routeAdded',
        at(v.after, programme, item.id),
        null,
        side(said(v.after, item.when), item.origin),
      ),
    ),
    ...modeChanges(v, programme, a, b),
  ];
}

/** Order decides only among routes tried one after another. */
function modeChanges(
  v: Versions,
  programme: Place,
  a: readonly Route[],
  b: readonly Route[],
): readonly Change[] {
  return a.flatMap((route, i) => {
    const other = b.find((candidate) => candidate.id === route.id) ?? b[i];
    if (!other) return [];
    const words = (mode: Route['mode']): Text =>
      mode === 'first' ? text('依次', 'in order') : text('并列', 'all that apply');
    const origins = { before: route.origin, after: other.origin };
    const here = at(v.after, programme, other.id);
    const order = (own: Route, theirs: Route): string =>
      own.items.flatMap((item) => (theirs.items.some(({ id }) => id === item.id) ? [item.id] : [])).join();
    const reordered =
      route.mode === 'first' && other.mode === 'first' && order(route, other) !== order(other, route);
    const listed = (policy: Policy, own: Route) =>
      side(
        {
          zh: own.items.map(({ id }) => label(policy, id).zh).join('、'),
          en: own.items.map(({ id }) => label(policy, id).en).join(', '),
        },
        own.origin,
      );
    return [
      ...settingChange('routeModeChanged', here, words(route.mode), words(other.mode), origins),
      ...(reordered ? [change('routeReordered', here, listed(v.before, route), listed(v.after, other))] : []),
    ];
  });
}

function paperForm({ form, copies, by }: Documents['items'][number]): { zh: string; en: string } {
  const held = {
    zh: `免交${by === undefined ? '' : `（${by}）`}`,
    en: `on file${by === undefined ? '' : ` (${by})`}`,
  };
  return {
    original: { zh: '原件', en: 'original' },
    copy: { zh: `复印件 ${copies} 份`, en: `${copies} copies` },
    both: { zh: `原件和复印件 ${copies} 份`, en: `original and ${copies} copies` },
    held,
  }[form];
}

const channel = (policy: Policy, item: Documents['items'][number]): Text =>
  item.channel === undefined ? text('各种方式', 'every way') : label(policy, item.channel);

/** `当` of a paper, without the question of how somebody chooses to apply. */
function whenOf({ when, channel: own }: Documents['items'][number]): Expr | undefined {
  if (!when || own === undefined) return when;
  const asks = (e: Expr): boolean =>
    e.k === 'cmp' && e.b.k === 'lit' && e.b.type.t === 'enum' && `${e.b.type.enum}.${e.b.value}` === own;
  if (asks(when)) return undefined;
  if (when.k !== 'all') return when;
  const [only, ...others] = when.parts.filter((part) => !asks(part));
  return only && others.length === 0 ? only : { ...when, parts: when.parts.filter((part) => !asks(part)) };
}

export function documentChanges(
  v: Versions,
  programme: Place,
  a: Documents | undefined,
  b: Documents | undefined,
): readonly Change[] {
  const { both, removed, added } = matched(v, a?.items ?? [], b?.items ?? [], (item) => [
    item.options,
    item.form,
  ]);
  const paper = (policy: Policy, item: Documents['items'][number]) =>
    side(
      {
        zh: `${label(policy, item.id).zh} ${paperForm(item).zh}`,
        en: `${label(policy, item.id).en} ${paperForm(item).en}`,
      },
      item.origin,
    );
  return [
    ...(a && b
      ? settingChange('documentFactChanged', programme, label(v.before, a.fact), label(v.after, b.fact), {
          before: a.origin,
          after: b.origin,
        })
      : []),
    ...both.flatMap((pair) => {
      const here = at(v.after, programme, pair.after.id);
      const [x, y] = [paper(v.before, pair.before), paper(v.after, pair.after)];
      return [
        ...settingChange('documentChanged', here, x.text, y.text, {
          before: pair.before.origin,
          after: pair.after.origin,
        }),
        ...settingChange(
          'documentChannelChanged',
          here,
          channel(v.before, pair.before),
          channel(v.after, pair.after),
          { before: pair.before.origin, after: pair.after.origin },
        ),
        ...whenChanges(v, here, whenOf(pair.before), whenOf(pair.after)),
        ...clauseChange(here, pair.before.origin, pair.after.origin),
      ];
    }),
    ...removed.map((item) =>
      change('documentRemoved', at(v.before, programme, item.id), paper(v.before, item), null),
    ),
    ...added.map((item) =>
      change('documentAdded', at(v.after, programme, item.id), null, paper(v.after, item)),
    ),
  ];
}

export function deadlineChanges(
  v: Versions,
  programme: Place,
  a: readonly Deadline[],
  b: readonly Deadline[],
): readonly Change[] {
  const { both, removed, added } = matched(v, a, b);
  return [
    ...both.flatMap((pair) => {
      const here = at(v.after, programme, pair.after.id);
      return [
        ...spanChange('deadlineMoved', v, here, pair.before, pair.after),
        ...expressionChange('deadlineMoved', here, pair.before.date, pair.after.date, v),
        ...pauseChanges(v, here, pair.before, pair.after),
        ...whenChanges(v, here, pair.before.when, pair.after.when),
        ...latenessChange(here, pair.before, pair.after),
        ...clauseChange(here, pair.before.origin, pair.after.origin),
      ];
    }),
    ...removed.map((item) =>
      change(
        'deadlineRemoved',
        at(v.before, programme, item.id),
        side(span(v.before, item.span), item.origin),
        null,
      ),
    ),
    ...added.map((item) =>
      change(
        'deadlineAdded',
        at(v.after, programme, item.id),
        null,
        side(span(v.after, item.span), item.origin),
      ),
    ),
  ];
}

const LATE = {
  forfeit: text('视为放弃', 'forfeits'),
  refuse: text('不予受理', 'is refused'),
  record: text('记录在案', 'is recorded'),
};

export function latenessChange(
  here: Place,
  a: { readonly late: keyof typeof LATE; readonly origin: Origin },
  b: { readonly late: keyof typeof LATE; readonly origin: Origin },
): readonly Change[] {
  return settingChange('latenessChanged', here, LATE[a.late], LATE[b.late], {
    before: a.origin,
    after: b.origin,
  });
}

type ShareRow = Shares['rows'][number];

/** Shares are compared row by row; another key shows as other rows. */
export function shareChanges(
  v: Versions,
  programme: Place,
  a: Programme['shares'],
  b: Programme['shares'],
): readonly Change[] {
  const rows = (list: Shares | undefined) => list?.rows ?? [];
  const { both, removed, added } = matched(v, rows(a), rows(b), (row) => row.cases);
  const parts = (policy: Policy, row: ShareRow) =>
    'k' in row.parts ? side(hole(row.parts), row.origin) : side(partWords(policy, row.parts), row.origin);
  const keys = (list: Shares | undefined) => list?.keys ?? [];
  const moved = a && b && v.old.written(keys(a)) !== v.fresh.written(keys(b));
  const keyWords = (policy: Policy, list: Shares | undefined): Text => {
    const words = keys(list).map((key) => said(policy, key));
    return { zh: words.map(({ zh }) => zh).join(', '), en: words.map(({ en }) => en).join(', ') };
  };
  return [
    ...(moved
      ? settingChange('shareKeyChanged', programme, keyWords(v.before, a), keyWords(v.after, b), {
          before: a.origin,
          after: b.origin,
        })
      : []),
    ...both
      .filter(
        (pair) =>
          v.old.written([pair.before.cases, pair.before.parts]) !==
          v.fresh.written([pair.after.cases, pair.after.parts]),
      )
      .map((pair) =>
        change(
          'shareChanged',
          at(v.after, programme, pair.after.id),
          parts(v.before, pair.before),
          parts(v.after, pair.after),
        ),
      ),
    ...removed.map((row) =>
      change('shareChanged', at(v.before, programme, row.id), parts(v.before, row), null),
    ),
    ...added.map((row) => change('shareChanged', at(v.after, programme, row.id), null, parts(v.after, row))),
  ];
}

function partWords(policy: Policy, parts: Exclude<ShareRow['parts'], { readonly k: 'hole' }>): Text {
  const words = parts.map((part) => ({ payer: part.payer, share: said(policy, part.share) }));
  return {
    zh: words.map(({ payer, share }) => `${payer} ${share.zh}`).join(', '),
    en: words.map(({ payer, share }) => `${payer} ${share.en}`).join(', '),
  };
}
