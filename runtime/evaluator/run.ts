import type { WorkCalendar } from '../calendar/calendar.ts';
import type { DataWarning } from '../decision.ts';
import type {
  ChoiceRules,
  DutyRules,
  Implementation,
  ProcedureRules,
  ProgrammeRules,
  StepRules,
} from '../rules.ts';
import type { FactMeta, Id, SubjectMeta } from '../types.ts';
import type { Maybe, Row } from '../value.ts';
import type { DatedList } from './facts.ts';
import type { GivenRecords } from './relations/given.ts';
import type { Populations } from './relations/populations.ts';

/** A step with the procedure it belongs to. */
export interface StepPlace {
  readonly step: StepRules;
  readonly procedure: ProcedureRules;
}

/** What is worked out once for a policy. */
export interface Index {
  readonly implementation: Implementation;
  readonly programmes: ReadonlyMap<Id, ProgrammeRules>;
  /** Programme of each stage. */
  readonly stages: ReadonlyMap<Id, ProgrammeRules>;
  readonly steps: ReadonlyMap<Id, StepPlace>;
  readonly duties: ReadonlyMap<Id, DutyRules>;
  /** By each of the programmes that it is between. */
  readonly choices: ReadonlyMap<Id, ChoiceRules>;
}

export function indexOf(implementation: Implementation): Index {
  const { programmes, procedures } = implementation;
  return {
    implementation,
    programmes: new Map(programmes.map((programme) => [programme.id, programme])),
    stages: new Map(
      programmes.flatMap((programme) =>
        (programme.stages ?? []).map((stage) => [stage.id, programme] as const),
      ),
    ),
    steps: new Map(
      procedures.flatMap((procedure) =>
        procedure.steps.map((step) => [step.id, { step, procedure }] as const),
      ),
    ),
    choices: new Map(
      (implementation.choices ?? []).flatMap((choice) =>
        choice.members.flatMap((one) => ('programme' in one ? [[one.programme, choice] as const] : [])),
      ),
    ),
    duties: new Map((implementation.duties ?? []).map((duty) => [duty.id, duty])),
  };
}

/** What is the same for every record of a run: date, parameters and circumstances, read once. */
export interface Run {
  readonly index: Index;
  readonly asOf: number;
  readonly calendar: WorkCalendar;
  readonly subject: SubjectMeta;
  readonly datedLists: readonly DatedList[];
  /** Facts with a fallback (`未填则`), in the order of the file. */
  readonly computed: readonly FactMeta[];
  readonly parameters: Row;
  /** Parameters as they stood on another day (`过渡`), which is asked for when one of them is read; null: the decision date. */
  readonly parametersOn: (day: () => Maybe<number>) => Row;
  readonly circumstances: Row;
  /** As given, for the decision to repeat. */
  readonly given: {
    readonly parameters: { readonly [id: Id]: unknown };
    readonly circumstances: { readonly [id: Id]: unknown };
  };
  /** Of the circumstances and the populations: they go into every decision. */
  readonly warnings: readonly DataWarning[];
  readonly populations: Populations;
  /** Kinds whose records were given with the binding. */
  readonly givenKinds: ReadonlySet<Id>;
  /** The same run with these records as the population of the kind decided. */
  readonly withRegister: (records: GivenRecords) => Run;
}

/** Programmes and procedures that concern the kind of record decided. */
export const programmesOf = (run: Run): readonly ProgrammeRules[] =>
  run.index.implementation.programmes.filter((programme) => programme.subject === run.subject.id);

export const proceduresOf = (run: Run): readonly ProcedureRules[] =>
  run.index.implementation.procedures.filter(
    (procedure) => procedure.subject === undefined || procedure.subject === run.subject.id,
  );

export const dutiesOf = (run: Run): readonly DutyRules[] =>
  (run.index.implementation.duties ?? []).filter(
    (duty) => duty.subject === undefined || duty.subject === run.subject.id,
  );

/** Whether rules look at the other records of the kind decided, and these were not given apart from the register. */
export const looksAtRegister = ({ index, subject, givenKinds }: Run): boolean =>
  (index.implementation.meta.populations ?? []).includes(subject.id) && !givenKinds.has(subject.id);
