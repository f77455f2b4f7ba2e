import type { Place } from '../../compiler/index.ts';
import type { AmountResult, Decision, ProgrammeDecision, Range, RuleTrace } from '../../runtime/decision.ts';
import type { PolicyNames } from '../policy/names.ts';
import { yuanText } from '../render/amounts.ts';

type Expected = { [key: string]: unknown };

/** What the interpreter makes of an applicant, as a case expects it: of the programmes, steps and duties that the places are in. */
export function expectationOf(
  decision: Decision,
  places: readonly Place[],
  ids: ReadonlySet<string>,
  names: PolicyNames,
): Expected {
  const rules = new Set(places.flatMap(({ rule }) => (rule === null ? [] : [rule])));
  const wanted = new Set([...places.flatMap(({ programmes }) => programmes), ...ids]);
  const own = Object.entries(decision.programmes).filter(([id]) => wanted.has(id));
  const programmes = Object.fromEntries(own.map(([id, one]) => [id, programmeOf(one, rules, names)]));
  const steps = stepsOf(decision, ids);
  const duties = dutiesOf(decision, new Set([...ids, ...rules]));
  const warnings = [...new Set(decision.warnings.map(({ problem }) => problem))];
  return {
    ...programmes,
    ...(Object.keys(steps).length > 0 && { steps }),
    ...(Object.keys(duties).length > 0 && { duties }),
    ...(warnings.length > 0 && { warnings }),
  };
}

function programmeOf(one: ProgrammeDecision, rules: ReadonlySet<string>, names: PolicyNames): Expected {
  const eligible = one.outcome === 'eligible';
  const [amount] = one.amounts;
  return {
    outcome: one.outcome,
    ...(one.hit.length > 0 && { hit: one.hit }),
    ...(one.outcome === 'undetermined' && {
      missing: one.missing,
      reasons: [...new Set(one.reasons.map(({ kind }) => kind))],
    }),
    ...(one.tier && eligible && { tier: one.tier.row === null ? null : names.label(one.tier.row) }),
    ...(one.tier &&
      one.tier.row === null && { possibleTiers: one.tier.possible.map((id) => names.label(id)) }),
    ...(eligible && amount && amountOf(amount, one.amounts)),
    ...(one.routes.length > 0 && {
      routes: one.routes.filter(({ truth }) => truth === 'yes').map(({ id }) => id),
    }),
    ...truthsOf(one, rules),
  };
}

function amountOf(first: AmountResult, all: readonly AmountResult[]): Expected {
  const several = Object.fromEntries(all.map(({ id, amount }) => [id, rangeOf(amount)]));
  return {
    amount: all.length > 1 ? several : rangeOf(first.amount),
    ...(first.from !== undefined && { from: first.from }),
    ...(first.to !== undefined && { to: first.to }),
    ...(first.on !== undefined && first.on.length > 0 && { on: first.on }),
    ...(first.total !== undefined && { total: rangeOf(first.total) }),
  };
}

const rangeOf = ({ min, max }: Range): unknown => (min === max ? yuan(min) : [yuan(min), yuan(max)]);

const yuan = (fen: number | string | null): number | null =>
  fen === null ? null : Number(yuanText(fen).replaceAll(/[^\d.-]/g, ''));

function truthsOf(one: ProgrammeDecision, rules: ReadonlySet<string>): Expected {
  const shown = [one.eligible, ...one.excluded].flatMap(flatten).filter(({ id }) => rules.has(id));
  const keys = { yes: 'true', no: 'false', unknown: 'unknown' } as const;
  const found: Expected = {};
  for (const [truth, key] of Object.entries(keys)) {
    const ids = [...new Set(shown.filter((rule) => rule.truth === truth).map(({ id }) => id))];
    if (ids.length > 0) found[key] = ids;
  }
  return found;
}

const flatten = (rule: RuleTrace): readonly RuleTrace[] => [rule, ...rule.children.flatMap(flatten)];

function stepsOf({ procedures }: Decision, ids: ReadonlySet<string>): Expected {
  const steps = Object.values(procedures).flatMap((procedure) => procedure.steps);
  return Object.fromEntries(
    steps
      .filter(({ id }) => ids.has(id))
      .map(({ id, state, due }) => {
        const binding = due.find(({ binds }) => binds)?.due;
        return [id, { state, ...(binding && { due: binding }) }];
      }),
  );
}

const dutiesOf = ({ duties = {} }: Decision, ids: ReadonlySet<string>): Expected =>
  Object.fromEntries(
    Object.entries(duties)
      .filter(([id]) => ids.has(id))
      .map(([id, { state, periods }]) => [
        id,
        {
          state,
          ...(periods.length > 0 && periods.length < 13 && { periods: periods.map((one) => one.state) }),
        },
      ]),
  );
