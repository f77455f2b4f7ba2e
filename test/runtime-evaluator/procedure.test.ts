import { describe, expect, it } from 'vitest';
import { date, dayNumber } from '../../runtime/dates.ts';
import type { DeadlineResult, ProgrammeDecision, StepState } from '../../runtime/decision.ts';
import { addMonths } from '../../runtime/periods.ts';
import type { Case, DeadlineRules, ProcedureRules, SpanValue, StepRules } from '../../runtime/rules.ts';
import { all } from '../../runtime/truth.ts';
import { isUnknown, unspecified } from '../../runtime/unknown.ts';
import type { Maybe } from '../../runtime/value.ts';
import { addWorkdays } from '../../runtime/workdays.ts';
import { day, fact, holds, line, meta, policy, programme } from './kit.ts';

// Dates by hand: 2019-01-31 is a Thursday; the Spring Festival is 4 to 10 February, 2 and 3 February are worked.

const facts = [fact('ok', 'bool'), fact('received', 'date', { optional: true }), fact('public', 'bool')];

const until = (hi: Maybe<number>): SpanValue => ({ lo: null, loIn: true, hi, hiIn: true });
const after = (lo: Maybe<number>, hi: Maybe<number>): SpanValue => ({ lo, loIn: false, hi, hiIn: true });
const inRound = (c: Case, month: number, day_: number): Maybe<number> =>
  isUnknown(c.roundYear) || c.roundYear === null ? c.roundYear : dayNumber(c.roundYear, month, day_);

const step = (more: Partial<StepRules> & { readonly id: string }): StepRules => ({
  cites: [],
  needsSteps: [],
  due: [],
  late: 'record',
  ...more,
});

const application = step({
  id: 'application',
  actor: '申请人',
  countedBy: 'received',
  due: [
    { id: 'application.first', cites: ['七.一.6'], round: 'first', span: () => until(date('2019-01-31')) },
    { id: 'application.later', cites: ['七.一.7'], round: 'later', span: (c) => until(inRound(c, 3, 31)) },
  ],
});
const window = (c: Case): SpanValue => {
  const applied = c.stepTime('application', 'end');
  return after(applied, addWorkdays(c.calendar, applied, 5, 'check.window'));
};
const check = step({
  id: 'check',
  cites: ['七.二'],
  needs: (c) => c.outcome('application', 'done'),
  needsSteps: ['application'],
  due: [
    { id: 'check.window', cites: ['七.二.1'], span: window },
    { id: 'check.first', cites: ['七.二.3'], round: 'first', span: () => until(date('2019-02-28')) },
    { id: 'check.later', cites: ['七.二.4'], round: 'later', span: (c) => until(inRound(c, 4, 15)) },
  ],
});
const posting = step({
  id: 'posting',
  when: (c) => holds(c, 'public'),
  needs: (c) => c.outcome('check', 'done'),
  needsSteps: ['check'],
  earliestEnd: (c, start) => addWorkdays(c.calendar, start, 5, 'posting') as Maybe<number>,
});
const transfer = step({
  id: 'transfer',
  needs: (c) => all(c.outcome('check', 'done'), c.outcome('posting', 'done')),
  needsSteps: ['check', 'posting'],
  due: [
    {
      id: 'transfer.due',
      cites: [],
      span: (c) => {
        const posted = c.stepTime('posting', 'end');
        return after(posted, addMonths(posted, 1, 'transfer.due'));
      },
    },
  ],
});
const claim: ProcedureRules = { id: 'claim', steps: [application, check, posting, transfer] };

const bind = (asOf: string, procedures: readonly ProcedureRules[] = [claim]) =>
  policy(meta(facts), [programme({ eligible: (c) => line(c, 'ok') })], {
    procedures,
    inForce: () => ({ lo: date('2019-01-21'), loIn: true, hi: date('2024-01-20'), hiIn: true }),
  }).bind({ asOf });

type Timeline = ReturnType<ReturnType<typeof bind>['timeline']>;
const stepOf = (timeline: Timeline, id: string): StepState => {
  const found = timeline.procedures.claim?.steps.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no step ${id}`);
  return found;
};
const states = (timeline: Timeline) => timeline.procedures.claim?.steps.map((one) => one.state);
const run = (asOf: string, received: string | null, events = {}, more = {}) =>
  bind(asOf).timeline(events, { received, public: true, ...more });

describe('a procedure', () => {
  it('begins with the open step, and everything else waits', () => {
    const timeline = run('2019-01-25', null);
    expect(states(timeline)).toEqual(['open', 'waiting', 'waiting', 'waiting']);
    expect(stepOf(timeline, 'application')).toMatchObject({
      actor: '申请人',
      next: true,
      due: [{ id: 'application.first', due: '2019-01-31', state: 'open', binds: true, cites: ['七.一.6'] }],
    });
    expect(stepOf(timeline, 'check')).toMatchObject({ waitsFor: ['application'], next: false });
    expect(stepOf(timeline, 'check').due[0]).toMatchObject({
      due: null,
      state: 'open',
      reasons: [{ kind: 'waiting', step: 'application', until: null }],
    });
    expect(stepOf(timeline, 'transfer').waitsFor).toEqual(['check', 'posting']);
  });

  it('is overdue from the day after', () => {
    expect(states(run('2019-01-31', null))?.[0]).toBe('open');
    expect(states(run('2019-02-01', null))?.[0]).toBe('overdue');
  });

  it('is done in time or late', () => {
    expect(states(run('2019-02-20', '2019-01-31'))?.[0]).toBe('done');
    expect(states(run('2019-02-20', '2019-02-01'))?.[0]).toBe('late');
  });

  it('counts workdays over the festival, and the earliest date binds', () => {
    const timeline = run('2019-02-01', '2019-01-31');
    // 1, 2, 3 February are worked, 4 to 10 are not: the fifth workday is the 12th.
    expect(stepOf(timeline, 'check').due).toMatchObject([
      { id: 'check.window', due: '2019-02-12', binds: true },
      { id: 'check.first', due: '2019-02-28', binds: false },
    ]);
    expect(stepOf(timeline, 'check')).toMatchObject({ state: 'open', next: true });
    expect(timeline.warnings).toEqual([]);
    expect(states(run('2019-02-13', '2019-01-31'))?.[1]).toBe('overdue');
    expect(states(run('2019-02-13', '2019-01-31', { check: '2019-02-12' }))?.[1]).toBe('done');
    expect(states(run('2019-02-14', '2019-01-31', { check: '2019-02-13' }))?.[1]).toBe('late');
  });

  it('warns when the window ends after the fixed date', () => {
    const timeline = run('2019-02-27', '2019-02-26');
    expect(stepOf(timeline, 'check').due).toMatchObject([
      { due: '2019-03-05', binds: false },
      { due: '2019-02-28', binds: true },
    ]);
    expect(timeline.warnings).toEqual([
      { path: 'procedures.claim.check', problem: 'dueDatesContradict', detail: '2019-03-05 > 2019-02-28' },
    ]);
  });

  it('takes the later dates in later years, and none before the policy', () => {
    const later = run('2020-03-20', '2020-03-10');
    expect(stepOf(later, 'application').due).toMatchObject([{ id: 'application.later', due: '2020-03-31' }]);
    expect(stepOf(later, 'check').due.map((due) => due.id)).toEqual(['check.window', 'check.later']);
    expect(stepOf(run('2018-12-20', '2018-12-10'), 'application').due).toEqual([]);
    // The round is the year of the earliest event, not the year decided for.
    expect(stepOf(run('2021-01-05', '2020-03-10'), 'check').due[1]).toMatchObject({
      due: '2020-04-15',
      state: 'missed',
    });
  });

  it('moves a last day counted in months off a holiday, but not a date that the notice names', () => {
    const timeline = run('2019-09-05', '2019-01-31', {
      check: '2019-02-12',
      posting: { start: '2019-08-01', end: '2019-09-01' },
    });
    // 1 October begins the National Day holiday; the 8th is the first working day after it.
    expect(stepOf(timeline, 'transfer').due).toMatchObject([{ due: '2019-10-08', state: 'open' }]);
    const later = run('2024-03-01', '2024-02-29');
    // 31 March 2024 is a Sunday.
    expect(stepOf(later, 'application').due[0]?.due).toBe('2024-03-31');
  });

  it('does not hold up who has no such step', () => {
    const timeline = run('2019-02-20', '2019-01-31', { check: '2019-02-12' }, { public: false });
    expect(stepOf(timeline, 'posting')).toMatchObject({
      state: 'notApplicable',
      due: [],
      waitsFor: [],
      next: false,
    });
    expect(stepOf(timeline, 'transfer').waitsFor).toEqual(['posting']);
    const unsure = bind('2019-02-20').timeline({ check: '2019-02-12' }, { received: '2019-01-31' });
    expect(stepOf(unsure, 'posting')).toMatchObject({
      state: 'undetermined',
      reasons: [{ kind: 'missing', fact: 'public' }],
    });
  });

  it('sets aside what lies after the day decided for, with a warning', () => {
    const timeline = run('2019-02-05', '2019-01-31', { check: '2019-02-12' });
    expect(stepOf(timeline, 'check')).toMatchObject({ state: 'open', end: null });
    expect(timeline.warnings).toEqual([
      { path: 'events.check', problem: 'afterDecisionDate', detail: '2019-02-12' },
    ]);
  });

  it('warns of a step that ended too soon', () => {
    const short = run('2019-03-20', '2019-01-31', {
      check: '2019-02-12',
      posting: { start: '2019-03-11', end: '2019-03-15' },
    });
    expect(short.warnings).toEqual([
      { path: 'procedures.claim.posting', problem: 'shorterThanRequired', detail: '2019-03-15 < 2019-03-18' },
    ]);
    const events = { check: '2019-02-12', posting: { start: '2019-03-11', end: '2019-03-18' } };
    expect(run('2019-03-20', '2019-01-31', events).warnings).toEqual([]);
  });

  it('says that the calendar is not published yet', () => {
    const timeline = run('2031-03-04', '2031-03-03');
    const due = stepOf(timeline, 'check').due[0];
    expect(due).toMatchObject({ due: null, state: 'open' });
    const later = run('2031-06-04', '2031-03-03');
    expect(stepOf(later, 'check').due[0]).toMatchObject({
      due: null,
      state: 'undetermined',
      reasons: [{ kind: 'calendar' }],
    });
  });

  it('is not known without the fact it is counted by', () => {
    const timeline = bind('2019-02-05').timeline({}, {});
    expect(stepOf(timeline, 'application')).toMatchObject({
      state: 'undetermined',
      reasons: [{ kind: 'missing', fact: 'received' }],
    });
  });

  it('reports a due date that the notice leaves open', () => {
    const open = step({
      id: 'report',
      due: [
        {
          id: 'report.due',
          cites: [],
          span: () => until(unspecified('report.due', '起算日未定') as Maybe<number>),
        },
      ],
    });
    const timeline = bind('2019-02-05', [{ id: 'claim', steps: [open] }]).timeline({});
    expect(stepOf(timeline, 'report')).toMatchObject({
      state: 'undetermined',
      reasons: [{ kind: 'unspecified', at: 'report.due', text: '起算日未定' }],
    });
  });

  it('keeps to the days it is confined to', () => {
    const day = { lo: date('2019-10-07'), loIn: true, hi: date('2019-10-07'), hiIn: true };
    const meeting = step({
      id: 'meeting',
      during: () => day,
      due: [{ id: 'meeting.during', cites: [], span: () => day }],
    });
    const at = (asOf: string) =>
      stepOf(bind(asOf, [{ id: 'claim', steps: [meeting] }]).timeline({}), 'meeting');
    expect(at('2019-10-07')).toMatchObject({ state: 'open', planned: '2019-10-07/2019-10-07' });
    expect(at('2019-10-08')).toMatchObject({ state: 'overdue', due: [{ due: '2019-10-07', binds: true }] });
  });

  it('refuses events that are not steps, and dates that do not exist', () => {
    const timeline = (events: object) => () => bind('2019-02-05').timeline({ ...events });
    expect(timeline({ chek: '2019-02-01' })).toThrow(/did you mean check/);
    expect(timeline({ check: '2019-02-30' })).toThrow(/no/);
    expect(timeline({ check: { start: '2019-02-05', end: '2019-02-01' } })).toThrow(/check\.end/);
  });
});

describe('a programme that asks about steps', () => {
  const asking = (state: 'done' | 'late') =>
    policy(
      meta(facts),
      [
        programme({
          eligible: (c) => ({
            meta: { id: 'r', cites: [], reads: [] },
            op: 'condition',
            truth: c.outcome('check', state),
            children: [],
          }),
        }),
      ],
      { procedures: [claim], inForce: () => after(date('2019-01-20'), null) },
    );
  const outcome = (state: 'done' | 'late', asOf: string, events?: object) =>
    asking(state)
      .bind({ asOf })
      .decide({ received: '2019-01-31', public: true }, events === undefined ? undefined : { ...events })
      .programmes.help;

  it('reads done and late from the log', () => {
    expect(outcome('done', '2019-02-05', { check: '2019-02-02' })?.outcome).toBe('eligible');
    expect(outcome('done', '2019-02-05', {})?.outcome).toBe('ineligible');
    expect(outcome('late', '2019-02-12', {})?.outcome).toBe('ineligible');
    expect(outcome('late', '2019-02-13', {})?.outcome).toBe('eligible');
    expect(outcome('late', '2019-02-14', { check: '2019-02-13' })?.outcome).toBe('eligible');
  });

  it('does not know without a log', () => {
    expect(outcome('done', '2019-02-05')).toMatchObject({ outcome: 'undetermined', missing: ['check'] });
  });
});

describe('deadlines of a programme', () => {
  const deadline = (more: Partial<DeadlineRules> = {}): DeadlineRules => ({
    id: 'materials',
    cites: ['一.三.4b'],
    date: (c) => day(c, 'received'),
    span: () => until(date('2019-10-31')),
    late: 'forfeit',
    ...more,
  });
  const decide = (asOf: string, row: object, more?: Partial<DeadlineRules>): ProgrammeDecision | undefined =>
    policy(meta(facts), [programme({ eligible: (c) => line(c, 'ok'), deadlines: [deadline(more)] })])
      .bind({ asOf })
      .decide({ ok: true, ...row }).programmes.help;
  const first = (found: ProgrammeDecision | undefined): DeadlineResult | undefined => found?.deadlines[0];

  it('are met on the last day and missed on the next', () => {
    const met = decide('2019-11-05', { received: '2019-10-31' });
    expect(met?.outcome).toBe('eligible');
    expect(first(met)).toEqual({
      id: 'materials',
      due: '2019-10-31',
      state: 'met',
      late: 'forfeit',
      cites: ['一.三.4b'],
      reasons: [],
    });
    const missed = decide('2019-11-05', { received: '2019-11-01' });
    expect(missed).toMatchObject({ outcome: 'ineligible', hit: ['materials'] });
    expect(missed?.wouldChange).toEqual([{ rule: 'materials', to: 'yes' }]);
  });

  it('keep the outcome waiting while nothing has come, and forfeit after the day', () => {
    const waiting = decide('2019-10-31', { received: null });
    expect(waiting).toMatchObject({
      outcome: 'undetermined',
      reasons: [{ kind: 'waiting', step: 'materials', until: '2019-10-31' }],
      missing: [],
    });
    expect(first(waiting)?.state).toBe('open');
    expect(decide('2019-11-01', { received: null })?.outcome).toBe('ineligible');
    expect(decide('2019-10-01', { received: null, ok: false })?.outcome).toBe('ineligible');
  });

  it('are open while the date is not known', () => {
    const unknown = decide('2019-11-01', {});
    expect(unknown).toMatchObject({ outcome: 'undetermined', missing: ['received'] });
    expect(first(unknown)).toMatchObject({
      state: 'undetermined',
      reasons: [{ kind: 'missing', fact: 'received' }],
    });
  });

  it('cost nothing when lateness is only recorded, and bar when late papers are refused', () => {
    expect(decide('2019-11-05', { received: '2019-11-01' }, { late: 'record' })).toMatchObject({
      outcome: 'eligible',
      hit: [],
    });
    expect(decide('2019-11-05', { received: '2019-11-01' }, { late: 'refuse' })?.outcome).toBe('ineligible');
  });

  it('do not concern those they are not for', () => {
    const when = (c: Case) => holds(c, 'public');
    expect(decide('2019-11-05', { received: null, public: false }, { when })).toMatchObject({
      outcome: 'eligible',
      deadlines: [],
    });
    expect(decide('2019-11-05', { received: null }, { when })).toMatchObject({
      outcome: 'undetermined',
      missing: ['public'],
    });
    expect(decide('2019-11-05', { received: '2019-10-01' }, { when })?.outcome).toBe('eligible');
  });

  it('do not take what came before the span begins', () => {
    const span = (): SpanValue => ({
      lo: date('2019-10-01'),
      loIn: true,
      hi: date('2019-10-31'),
      hiIn: true,
    });
    expect(decide('2019-11-05', { received: '2019-09-30' }, { span })?.outcome).toBe('ineligible');
    expect(decide('2019-11-05', { received: '2019-10-01' }, { span })?.outcome).toBe('eligible');
  });

  it('end on the next working day when they are counted from a date and fall on a holiday', () => {
    const span = (c: Case): SpanValue =>
      after(date('2019-09-01'), addMonths(c.asOf > 0 ? date('2019-09-01') : null, 1, 'm'));
    expect(first(decide('2019-09-05', { received: null }, { span, counted: true }))?.due).toBe('2019-10-08');
    expect(first(decide('2019-09-05', { received: null }, { span }))?.due).toBe('2019-10-01');
  });
});
