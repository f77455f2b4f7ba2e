import { parseDate } from '../dates.ts';
import type { ProgrammeDecision } from '../decision.ts';
import type { BoundPolicy, Evaluator } from '../evaluator.ts';
import { InputErrors, printFound } from '../input/errors.ts';
import { expectedOf } from '../input/expected.ts';
import { knownOf } from '../input/known.ts';
import { missingParameter, readParameters, valueAt } from '../input/parameters.ts';
import { readRow } from '../input/read.ts';
import type { Id, PolicyMeta } from '../types.ts';
import type { ReadRecord, Value } from '../value.ts';
import type { DirectExplanation } from './explain.ts';
import { type DirectResult, projected } from './result.ts';

/** What the generated modules of a policy hold, the decider and the one that explains; see `compiler/emit/direct`. Dates are day numbers. */
export interface DirectCode {
  /** The straight-line programmes with date, parameters and circumstances bound. */
  readonly at: (
    asOf: number,
    parameters: ReadRecord,
    circumstances: ReadRecord,
  ) => { readonly [programme: Id]: (record: ReadRecord) => DirectResult };
  /** The same for explanations, without programmes whose amounts go by heads, by event or on stated days. */
  readonly explainAt: (
    asOf: number,
    parameters: ReadRecord,
    circumstances: ReadRecord,
  ) => { readonly [programme: Id]: (record: ReadRecord) => DirectExplanation };
  readonly programmes: readonly ProgrammeOutline[];
}

export interface ProgrammeOutline {
  readonly id: Id;
  readonly subject: Id;
  readonly amounts: readonly Id[];
  /** Why it is not straight-line, so that the general evaluator decides it. */
  readonly outside?: { readonly zh: string; readonly en: string; readonly at: Id };
}

/** One programme, bound. */
export interface DirectProgramme extends ProgrammeOutline {
  /** The record is trusted to hold what its types say; `read` makes sure of it. */
  decide(record: ReadRecord): DirectResult;
  /** The rules, tier and amounts that a decision rests on, with their clauses and with what keeps each open. */
  explain(record: ReadRecord): DirectExplanation;
}

/** A policy with date, parameters and circumstances bound. */
export interface BoundDecider {
  readonly programmes: { readonly [programme: Id]: DirectProgramme };
  /** Reads a record from JSON-like data, of the policy's only kind or of `subject`. Throws `InputErrors`. */
  read(facts: { readonly [fact: string]: unknown }, subject?: Id): ReadRecord;
}

export interface Decider {
  readonly meta: PolicyMeta;
  readonly programmes: readonly ProgrammeOutline[];
  /** Binds once for many records. Dates are `YYYY-MM-DD`. Throws `InputErrors` for what does not fit. */
  at(
    asOf: string,
    parameters?: { readonly [name: string]: unknown },
    circumstances?: { readonly [name: string]: unknown },
  ): BoundDecider;
}

/** Reads a date, parameters and circumstances as `at` of generated code takes them. Throws `InputErrors`. */
export function readBinding(
  meta: PolicyMeta,
  asOf: string,
  parameters: { readonly [name: string]: unknown } = {},
  circumstances: { readonly [name: string]: unknown } = {},
): { readonly asOf: number; readonly parameters: ReadRecord; readonly circumstances: ReadRecord } {
  const day = typeof asOf === 'string' ? parseDate(asOf) : null;
  if (day === null) {
    const expected = expectedOf(meta, { t: 'date' });
    throw new InputErrors([{ path: 'asOf', problem: 'noSuchDate', found: printFound(asOf), expected }]);
  }
  const given = readParameters(meta, parameters);
  const bound = Object.create(null) as { [parameter: string]: Value };
  for (const parameter of meta.parameters) {
    const values = given.get(parameter.id);
    // One that was given for later days only is not known, whatever the policy itself says.
    if (values) bound[parameter.id] = valueAt(values, day) ?? missingParameter(meta, parameter);
  }
  return {
    asOf: day,
    parameters: bound,
    circumstances: knownOf(readRow(meta, meta.circumstances, circumstances)),
  };
}

/**
 * A decider of a policy: its straight-line programmes by generated code, the others by the evaluator, with the same results.
 * `evaluator` is of the same policy.
 */
export function defineDecider(code: DirectCode, evaluator: Evaluator): Decider {
  const { meta } = evaluator;
  return {
    meta,
    programmes: code.programmes,
    at(asOf, parameters = {}, circumstances = {}) {
      const bound = readBinding(meta, asOf, parameters, circumstances);
      const decides = code.at(bound.asOf, bound.parameters, bound.circumstances);
      let explains: ReturnType<DirectCode['explainAt']> | undefined;
      const explainOf = (id: Id) => {
        explains ??= code.explainAt(bound.asOf, bound.parameters, bound.circumstances);
        return explains[id];
      };
      const evaluators = new Map<Id, BoundPolicy>();
      const general = (subject: Id): BoundPolicy => {
        const known = evaluators.get(subject) ?? evaluator.bind({ asOf, parameters, circumstances, subject });
        evaluators.set(subject, known);
        return known;
      };
      const programmes = code.programmes.map(
        (one) => [one.id, programmeOf(one, decides[one.id], explainOf, general)] as const,
      );
      return {
        programmes: Object.fromEntries(programmes),
        read: (facts, subject = meta.subjects[0]?.id ?? '') => general(subject).read(facts),
      };
    },
  };
}

function programmeOf(
  outline: ProgrammeOutline,
  decide: DirectProgramme['decide'] | undefined,
  explainOf: (programme: Id) => DirectProgramme['explain'] | undefined,
  general: (subject: Id) => BoundPolicy,
): DirectProgramme {
  const whole = (record: ReadRecord): ProgrammeDecision => {
    const found = general(outline.subject).decideRead(record).programmes[outline.id];
    if (!found) throw new RangeError(`no programme ${outline.id}`);
    return found;
  };
  let explain: DirectProgramme['explain'] | undefined;
  return {
    ...outline,
    decide: decide ?? ((record) => projected(whole(record), outline.amounts)),
    explain: (record) => {
      explain ??= explainOf(outline.id) ?? ((one) => explanationOf(whole(one)));
      return explain(record);
    },
  };
}

/** The parts of a whole decision that explanations give. */
export function explanationOf(decision: ProgrammeDecision): DirectExplanation {
  const { outcome, eligible, excluded, hit, tier, amounts, missing, reasons, wouldChange } = decision;
  return { outcome, eligible, excluded, hit, ...(tier && { tier }), amounts, missing, reasons, wouldChange };
}
