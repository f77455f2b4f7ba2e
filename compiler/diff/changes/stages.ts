import type { Hole, Policy, Stage } from '../../ir/policy.ts';
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
import { hole, label, said, same, side, text } from '../words.ts';

/** Selection, stage by stage. */
export function stageChanges(
  v: Versions,
  programme: Place,
  a: readonly Stage[],
  b: readonly Stage[],
): readonly Change[] {
  const { both, removed, added } = matched(v, a, b);
  const at = (policy: Policy, stage: Stage): Place => inside(programme, label(policy, stage.id), stage.id);
  const places = (policy: Policy, stage: Stage) => side(listed(policy, stage.limits), stage.origin);
  return [
    ...both.flatMap((pair) => stageChange(v, at(v.after, pair.after), pair.before, pair.after)),
    ...removed.map((stage) => change('stageRemoved', at(v.before, stage), places(v.before, stage), null)),
    ...added.map((stage) => change('stageAdded', at(v.after, stage), null, places(v.after, stage))),
  ];
}

function listed(policy: Policy, list: Stage['limits']): Text {
  const words = list.map((limit) => said(policy, limit));
  return { zh: words.map((w) => w.zh).join('、'), en: words.map((w) => w.en).join(', ') };
}

function stageChange(v: Versions, here: Place, a: Stage, b: Stage): readonly Change[] {
  const origins = { before: a.origin, after: b.origin };
  const rule = (before: Text, after: Text) => settingChange('stageRuleChanged', here, before, after, origins);
  return [
    ...quotaChanges(v, here, a, b),
    ...rankingChanges(v, here, a, b),
    ...rule(sourceWords(v.before, a), sourceWords(v.after, b)),
    ...expressionChange('stageRuleChanged', here, a.only, b.only, v),
    ...rule(listed(v.before, a.groupBy), listed(v.after, b.groupBy)),
    ...rule(clashWords(a.clash), clashWords(b.clash)),
    ...rule(tieWords(a.ties), tieWords(b.ties)),
    ...expressionChange('stageRuleChanged', here, a.must, b.must, v),
    ...rule(refillWords(a.refill), refillWords(b.refill)),
    ...clauseChange(here, a.origin, b.origin),
  ];
}

function quotaChanges(v: Versions, here: Place, a: Stage, b: Stage): readonly Change[] {
  if (a.limits.length === b.limits.length)
    return a.limits.flatMap((limit, i) => expressionChange('quotaChanged', here, limit, b.limits[i], v));
  if (v.old.written(a.limits) === v.fresh.written(b.limits)) return [];
  return [
    change(
      'quotaChanged',
      here,
      side(listed(v.before, a.limits), a.origin),
      side(listed(v.after, b.limits), b.origin),
    ),
  ];
}

function rankingChanges(v: Versions, here: Place, a: Stage, b: Stage): readonly Change[] {
  if (v.old.written(a.order) === v.fresh.written(b.order)) return [];
  return [
    change(
      'rankingChanged',
      here,
      side(orderWords(v.before, a.order), a.origin),
      side(orderWords(v.after, b.order), b.origin),
    ),
  ];
}

function orderWords(policy: Policy, order: Stage['order']): Text {
  if ('k' in order) return hole(order);
  const words = order.map(({ key, direction }) => {
    const name = said(policy, key);
    const up = direction === 'ascending';
    return {
      zh: `${name.zh} ${up ? '从低到高' : '从高到低'}`,
      en: `${name.en} ${up ? 'ascending' : 'descending'}`,
    };
  });
  return { zh: words.map((w) => w.zh).join('、'), en: words.map((w) => w.en).join(', ') };
}

function sourceWords(policy: Policy, stage: Stage): Text {
  const { source } = stage;
  if (source.k === 'stage') return label(policy, source.stage);
  return source.k === 'eligible' ? text('符合条件者', 'the eligible') : same(JSON.stringify(source));
}

const clashWords = (clash: Stage['clash']): Text =>
  typeof clash === 'object'
    ? hole(clash)
    : {
        least: text('以少的为准', 'the smaller counts'),
        first: text('以名额为准', 'the number counts'),
        second: text('以上限为准', 'the cap counts'),
      }[clash];

const tieWords = (ties: Stage['ties']): Text =>
  typeof ties === 'object'
    ? hole(ties)
    : ties === 'admit'
      ? text('并列全部进入', 'ties all enter')
      : text('并列全部不进', 'ties none enters');

const refillWords = (refill: boolean | Hole): Text =>
  typeof refill === 'object'
    ? hole(refill)
    : refill
      ? text('出缺递补', 'vacancies refilled')
      : text('出缺不补', 'vacancies stay');
