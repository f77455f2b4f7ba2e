import type { Amount, Documents, Programme } from '../../ir/policy.ts';
import { isCounted } from '../../ir/steps.ts';
import { selection } from './aggregate.ts';
import { type Closing, closing } from './closing.ts';
import { array, arrow, type Code, object, onLines } from './code.ts';
import { span } from './comparison.ts';
import { tierTableName } from './module-names.ts';
import { key, quoted } from './names.ts';
import { pauseFields } from './pauses.ts';
import type { RuleFunctions } from './rules.ts';
import { sharesCode } from './shares.ts';
import { stageCode } from './stage.ts';
import { element } from './table.ts';
import type { Unit } from './unit.ts';

/** The rules of a programme as the evaluator takes them; its conditions are functions of the module. */
export function programmeCode(programme: Programme, rules: RuleFunctions, unit: Unit): Code {
  const close = closing(programme.subject, unit);
  const { tier, select, documents, shares } = programme;
  return object([
    ['id', quoted(programme.id)],
    ['subject', quoted(programme.subject)],
    ['eligible', rules.root(programme.eligible)],
    ['excluded', array(programme.excluded.map((e) => rules.root(e)))],
    ['tier', tier && tierCode(programme.id, tier, unit)],
    ['amounts', array(programme.amounts.map((amount) => amountCode(amount, close)))],
    ['grants', array(programme.grants.map((grant) => grantCode(grant, close)))],
    ['routes', array(programme.routes.map((route) => routeCode(route, close)))],
    ['stages', select && array(select.map((stage) => stageCode(stage, close)))],
    ['documents', documents ? documentsCode(documents, close) : '[]'],
    ['deadlines', array(programme.deadlines.map((item) => deadlineCode(item, close)))],
    ['shares', shares && sharesCode(shares, close)],
  ]);
}

export function cites(list: readonly string[]): Code {
  return array(list.map(quoted));
}

function tierCode(programme: string, tier: NonNullable<Programme['tier']>, unit: Unit): Code {
  const rows = tier.table.rows.map((row) => [key(row.id), cites(row.origin.cites)] as const);
  return object([
    ['cites', onLines(object(rows))],
    ['read', tierTableName(programme, unit)],
  ]);
}

function amountCode(amount: Amount, close: Closing): Code {
  const { events, pay } = amount;
  const on = pay.on;
  return object([
    ['id', quoted(amount.id)],
    ['cites', cites(amount.origin.cites)],
    ['fromTier', amount.base.k === 'tierOf' ? 'true' : undefined],
    ['per', array(amount.per.map(quoted))],
    ['base', close.value(amount.base)],
    ['heads', amount.heads && close.value(amount.heads)],
    ['when', amount.when && close.value(amount.when)],
    ['cap', amount.cap && close.value(amount.cap)],
    ['floor', amount.floor && close.value(amount.floor)],
    ['events', events && eventsCode(events, amount.id, close)],
    ['payFrom', pay.from && close.time(pay.from)],
    ['payTo', pay.to && close.time(pay.to)],
    ['payOn', on && close.time(on)],
    ['onIsMonth', on && String(on.type.t === 'month')],
    ['yearly', String(pay.yearly)],
  ]);
}

function eventsCode({ source, first, by }: NonNullable<Amount['events']>, id: string, close: Closing): Code {
  const { unit, place } = close;
  const variable = element(place);
  const inner = { ...place, bound: [variable, ...place.bound] };
  const selected = selection(source, place, id, unit);
  const keys = arrow([variable.code], array(by.map((e) => unit.code(e, inner))));
  return object([
    ['first', String(first)],
    [
      'dates',
      close.run(unit.op('datesOf', selected, arrow([variable.code], dayOf(source, variable.code, unit)))),
    ],
    ['by', by.length > 0 ? close.run(unit.op('keysOf', selected, keys)) : undefined],
  ]);
}

function dayOf(source: NonNullable<Amount['events']>['source'], variable: string, unit: Unit): Code {
  if (source.time === undefined) return 'null';
  if (source.time === 'self') return unit.op('asTime', variable);
  return unit.op('asTime', unit.op('field', variable, quoted(source.time)));
}

function grantCode({ id, origin, when }: Programme['grants'][number], close: Closing): Code {
  return object([
    ['id', quoted(id)],
    ['cites', cites(origin.cites)],
    ['when', when && close.value(when)],
  ]);
}

function routeCode(route: Programme['routes'][number], close: Closing): Code {
  const items = route.items.map((item) =>
    object([
      ['id', quoted(item.id)],
      ['cites', cites(item.origin.cites)],
      ['refer', item.refer === undefined ? undefined : quoted(item.refer)],
      ['when', close.value(item.when)],
    ]),
  );
  return object([
    ['id', quoted(route.id)],
    ['mode', quoted(route.mode)],
    ['items', array(items)],
  ]);
}

function documentsCode({ fact, items }: Documents, close: Closing): Code {
  const { unit } = close;
  const papers = unit.op('asSet', unit.op('read', 'c.facts', quoted(fact)));
  return array(
    items.map((item) =>
      object([
        ['id', quoted(item.id)],
        ['cites', cites(item.origin.cites)],
        ['form', quoted(item.form)],
        ['copies', String(item.copies)],
        ['by', item.by === undefined ? undefined : quoted(item.by)],
        ['channel', item.channel === undefined ? undefined : quoted(item.channel)],
        ['required', item.when && close.value(item.when)],
        [
          'submitted',
          close.run(unit.op('memberAny', papers, array(item.options.map(quoted)), quoted(item.id))),
        ],
      ]),
    ),
  );
}

function deadlineCode(item: Programme['deadlines'][number], close: Closing): Code {
  return object([
    ['id', quoted(item.id)],
    ['cites', cites(item.origin.cites)],
    ['date', close.time(item.date)],
    ['span', close.run(span(item.span, close.place, close.unit))],
    ['when', item.when && close.value(item.when)],
    ['counted', isCounted(item.span) ? 'true' : undefined],
    ...pauseFields(item, close),
    ['late', quoted(item.late)],
  ]);
}
