import { reasonsOf, truthName } from '../../../runtime/truth.ts';
import type { Policy } from '../../ir/policy.ts';
import type { Assignment } from '../terms/evaluate.ts';
import { and, not } from '../terms/logic.ts';
import type { Bool } from '../terms/term.ts';
import { tryNear } from './boundary.ts';
import { type Claim, claimOf, SECOND } from './claim.ts';
import { Query } from './query.ts';
import { type Question, questionsOf } from './question.ts';
import { Replay } from './replay.ts';
import type { Finding, Witness } from './result.ts';
import { type Applicant, beginning, type Given, type Ground, groundOf, recordIn } from './setting.ts';
import { smallest } from './smallest.ts';
import { type Session, type Solver, SolverFault } from './solver.ts';

/** Milliseconds for each question to the solver. */
export const TIMEOUT = 10_000;

/**
 * Asks each question about a policy in turn. What is proved holds of every complete record within the limits; what is
 * refuted comes with the smallest record, which the interpreter has confirmed.
 */
export async function* prove(
  policy: Policy,
  given: Given,
  solver: Solver,
  timeout: number = TIMEOUT,
): AsyncGenerator<Finding> {
  const replay = new Replay(policy);
  for (const question of questionsOf(policy)) {
    const session = solver.session(timeout);
    try {
      yield await new Proof(policy, question, given, replay, session).run();
    } finally {
      session.close();
    }
  }
}

class Proof {
  private readonly question: Question;
  private readonly ground: Ground;
  private readonly claim: Claim;
  private readonly replay: Replay;
  private readonly query: Query;
  private readonly from: Assignment;

  constructor(policy: Policy, question: Question, given: Given, replay: Replay, session: Session) {
    this.question = question;
    this.ground = groundOf(policy, given, question.subject);
    this.claim = claimOf(policy, question, this.ground);
    this.replay = replay;
    this.from = beginning(this.claim.pool, this.ground, SECOND);
    this.query = new Query(session, this.claim.pool, this.from);
  }

  async run(): Promise<Finding> {
    try {
      return this.claim.wanted === 'some' ? await this.somebody() : await this.everybody();
    } catch (error) {
      if (!(error instanceof SolverFault)) throw error;
      return this.finding('fault', { detail: error.message });
    }
  }

  private async everybody(): Promise<Finding> {
    const { truth, premise } = this.claim;
    const broken = await this.query.ask(truth.no);
    if (broken.k === 'sat') return this.refutation(broken.model, truth.no);
    const unsure = await this.query.ask(not(truth.yes));
    if (broken.k === 'undecided' || unsure.k === 'undecided') return this.inPlaceOfProof('undecided');
    if (unsure.k === 'sat') return this.notProved(unsure.model, and(not(truth.yes), not(truth.no)));
    const said = await this.query.ask(premise);
    return this.finding('proved', said.k === 'unsat' ? { vacuous: true } : {});
  }

  /** Something that at least one record should reach. */
  private async somebody(): Promise<Finding> {
    const { truth } = this.claim;
    const found = await this.query.ask(truth.yes);
    if (found.k === 'undecided') return this.inPlaceOfProof('undecided');
    if (found.k === 'sat') {
      const records = this.records(found.model);
      if (this.says(records) === 'yes') return this.finding('proved');
      return this.finding('fault', { records, detail: `yes / ${this.says(records)}` });
    }
    const possible = await this.query.ask(not(truth.no));
    if (possible.k === 'undecided') return this.inPlaceOfProof('undecided');
    return possible.k === 'sat' ? this.notProved(possible.model, not(truth.no)) : this.finding('refuted');
  }

  private async refutation(found: Assignment, wanted: Bool): Promise<Finding> {
    const { model, exact } = await this.smallestOf(wanted, found);
    const records = this.records(model);
    const said = this.says(records);
    if (said !== 'no') return this.finding('fault', { records, detail: `no / ${said}` });
    return this.finding('refuted', { records, smallest: exact });
  }

  private smallestOf(wanted: Bool, found: Assignment) {
    const facts = new Set(this.ground.setting.meta.subjects.flatMap((one) => one.facts.map(({ id }) => id)));
    const slots = [...this.claim.pool.slots].map(([name, slot]) => ({
      slot,
      steady: !facts.has(name.replace(SECOND, '')),
    }));
    return smallest(this.query, wanted, slots, this.from, found);
  }

  /** Never false, yet not always true: the notice leaves it open, or proofs do not reach that far. */
  private async notProved(found: Assignment, wanted: Bool): Promise<Finding> {
    if (this.beyond.length > 0) return this.inPlaceOfProof('notAnalysed');
    const { model, exact } = await this.smallestOf(wanted, found);
    const records = this.records(model);
    const truth = this.claim.replay(records.map((record) => this.replay.run(record.binding, record.facts)));
    const reasons = reasonsOf(truth);
    if (reasons.length === 0) return this.inPlaceOfProof('notAnalysed');
    return this.finding('open', { records, reasons, smallest: exact });
  }

  /** Records near the boundaries, asked of the interpreter one by one. */
  private inPlaceOfProof(verdict: 'notAnalysed' | 'undecided'): Finding {
    if (this.claim.wanted === 'some') return this.finding(verdict);
    const { tried, broken } = tryNear(this.claim, this.ground, this.from, (records) => this.says(records));
    if (!broken) return this.finding(verdict, { tried });
    return this.finding('refuted', {
      tried,
      records: broken.map((one) => this.witness(one)),
      smallest: false,
    });
  }

  private get beyond() {
    return this.claim.encoders[0]?.beyond ?? [];
  }

  private says(records: readonly Applicant[]): 'yes' | 'no' | 'unknown' {
    return truthName(this.claim.replay(records.map(({ binding, facts }) => this.replay.run(binding, facts))));
  }

  private records(model: Assignment): readonly Witness[] {
    const { worlds, pool } = this.claim;
    return worlds.map((world) => this.witness(recordIn(world, pool, this.ground, model)));
  }

  private witness(applicant: Applicant): Witness {
    const [world] = this.claim.worlds;
    const start = world
      ? recordIn(world, this.claim.pool, this.ground, this.from).raw
      : new Map<string, unknown>();
    const changed = [...applicant.raw].flatMap(([key, value]) =>
      JSON.stringify(value) === JSON.stringify(start.get(key)) ? [] : [key],
    );
    return { ...applicant, changed };
  }

  private finding(verdict: Finding['verdict'], more: Partial<Finding> = {}): Finding {
    const reads = [...this.claim.pool.slots.values()].some(({ sym }) => sym.of.t === 'list');
    return {
      question: this.question,
      verdict,
      records: [],
      smallest: false,
      reasons: [],
      beyond: verdict === 'notAnalysed' ? this.beyond : [],
      ...(reads && { lists: this.ground.setting.limits.list }),
      ...more,
    };
  }
}
