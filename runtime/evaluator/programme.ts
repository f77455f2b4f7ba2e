import type {
  AmountResult,
  DataWarning,
  DocumentResult,
  Outcome,
  ProgrammeDecision,
  RouteResult,
  Selection,
  TierResult,
} from '../decision.ts';
import type { Case, ProgrammeRules } from '../rules.ts';
import { settling } from '../settling.ts';
import { all, none, reasonsOf, truthName } from '../truth.ts';
import { isDoubt, mergeReasons, reasonsOfValue } from '../unknown.ts';
import type { Truth } from '../value.ts';
import { amountResult, outsideValidity } from './amount-result.ts';
import { exactRange } from './amounts.ts';
import { missedIds } from './deadlines.ts';
import type { ProgrammeState } from './programme-state.ts';
import { distinctReasons } from './reasons.ts';
import type { OpenRecord } from './record.ts';
import { traceOf } from './trace.ts';
import { changesFor, together } from './would-change.ts';

const OUTCOMES: { readonly [truth in ReturnType<typeof truthName>]: Outcome } = {
  yes: 'eligible',
  no: 'ineligible',
  unknown: 'undetermined',
};

function hitIds(state: ProgrammeState): readonly string[] {
  const exclusions = state.excluded.filter((rule) => rule.truth === true).map((rule) => rule.meta.id);
  return [...exclusions, ...missedIds(state.deadlines)];
}

function wouldChange(state: ProgrammeState): ProgrammeDecision['wouldChange'] {
  if (state.outcome !== false) return [];
  const kept = missedIds(state.deadlines).map((id) => ({ rule: id, to: 'yes' as const }));
  const free = state.excluded.map((rule) => changesFor(rule, false));
  return together([changesFor(state.eligible, true), ...free, kept]) ?? [];
}

function tierOf(rules: ProgrammeRules, c: Case): TierResult | undefined {
  if (rules.tier === undefined) return undefined;
  const { row, possible, value, reasons } = rules.tier.read(c);
  const cites = row === null ? [] : (rules.tier.cites[row] ?? []);
  // A row that the notice leaves open (`未规定`) says so here too.
  return { row, possible, cites, reasons: distinctReasons([...reasons, ...reasonsOfValue(value)]) };
}

function amountsOf(
  state: ProgrammeState,
  record: OpenRecord,
  tier: TierResult | undefined,
): readonly AmountResult[] {
  if (state.outcome === false) return [];
  return record.amounts(state).flatMap((amount) => {
    const result = amountResult(amount, record.case, record.validity);
    if (result === null) return [];
    return amount.fromTier && tier ? { ...result, cites: [...tier.cites, ...result.cites] } : result;
  });
}

function grantsOf(state: ProgrammeState, record: OpenRecord): ProgrammeDecision['grants'] {
  if (state.outcome === false) return [];
  const unbeaten = record.choice(state.rules.id)?.unbeaten(state.rules.id) ?? true;
  return state.rules.grants.map(({ id, cites, when }) => {
    const own = all(unbeaten, when?.(record.case) ?? true);
    const truth = truthName(all(state.outcome, own));
    return { id, truth, cites, reasons: distinctReasons(reasonsOf(own)) };
  });
}

type RouteRules = ProgrammeRules['routes'][number];

/** `依次`: an item holds when it does and no earlier one does; open as soon as an earlier one is. */
function routesOf(route: RouteRules, c: Case): readonly RouteResult[] {
  const earlier: Truth[] = [];
  return route.items.map(({ id, cites, refer, when }) => {
    const own = when(c);
    const truth = route.mode === 'first' ? all(none(...earlier), own) : own;
    earlier.push(own);
    return {
      id,
      truth: truthName(truth),
      ...(refer === undefined ? {} : { refer }),
      cites,
      reasons: distinctReasons(reasonsOf(truth)),
    };
  });
}

/** A paper that an authority has is never asked for, and not mentioned where it does not apply. */
function documentsOf(rules: ProgrammeRules, c: Case): readonly DocumentResult[] {
  return rules.documents.flatMap((document) => {
    const { id, form, copies, cites, by, channel } = document;
    const required = document.required?.(c) ?? true;
    const held = form === 'held';
    if (held && required === false) return [];
    return {
      id,
      form,
      copies,
      ...(by === undefined ? {} : { by }),
      ...(channel === undefined ? {} : { channel }),
      required: truthName(held ? false : required),
      submitted: truthName(document.submitted(c)),
      cites,
    };
  });
}

function sharesOf(rules: ProgrammeRules, c: Case): Pick<ProgrammeDecision, 'shares' | 'shareReasons'> {
  const read = rules.shares?.(c);
  if (read === undefined) return { shares: [], shareReasons: [] };
  const reasons = mergeReasons(read.reasons, ...read.parts.map((part) => reasonsOfValue(part.share)));
  return {
    shares: read.parts.map(({ payer, share }) => ({ payer, share: exactRange(share) })),
    shareReasons: distinctReasons(reasons),
  };
}

/** Everything that is decided of one record for one programme. */
export function decideProgramme(
  state: ProgrammeState,
  record: OpenRecord,
  selection: Selection | undefined,
): ProgrammeDecision {
  const { rules, outcome } = state;
  const c = record.case;
  const tier = tierOf(rules, c);
  const choice = record.choice(rules.id)?.result(rules.id);
  return {
    outcome: OUTCOMES[truthName(outcome)],
    eligible: traceOf(state.eligible),
    excluded: state.excluded.map(traceOf),
    hit: hitIds(state),
    ...(selection === undefined ? {} : { selection }),
    ...(tier === undefined ? {} : { tier }),
    ...(choice === undefined ? {} : { choice }),
    amounts: amountsOf(state, record, tier),
    grants: grantsOf(state, record),
    routes: rules.routes.flatMap((route) => routesOf(route, c)),
    documents: documentsOf(rules, c),
    deadlines: state.deadlines.map((deadline) => deadline.result),
    ...sharesOf(rules, c),
    missing: isDoubt(outcome) ? settling(outcome.doubt) : [],
    reasons: distinctReasons(reasonsOf(outcome)),
    wouldChange: wouldChange(state),
  };
}

/** Payments that lie outside the days in force, for one who may be paid. */
export const validityWarnings = (state: ProgrammeState, record: OpenRecord): readonly DataWarning[] =>
  state.outcome === false
    ? []
    : record
        .amounts(state)
        .flatMap((amount) => outsideValidity(amount, record.case, record.validity, state.rules.id));
