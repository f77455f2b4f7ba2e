import { type Exact, parseExact } from '../../../runtime/exact.ts';
import type { Pool } from '../encode/world.ts';
import { type Assignment, Evaluation } from '../terms/evaluate.ts';
import { SmtWriter } from '../terms/smtlib.ts';
import type { Bool } from '../terms/term.ts';
import { type Model, type Session, SolverFault } from './solver.ts';

/** An assignment that satisfies, none, or no answer in time. */
export type Answer =
  | { readonly k: 'sat'; readonly model: Assignment }
  | { readonly k: 'unsat' }
  | { readonly k: 'undecided' };

/** Questions about the variables of one pool, each by itself. */
export class Query {
  private readonly session: Session;
  private readonly pool: Pool;
  private readonly defaults: Assignment;
  private readonly writer = new SmtWriter();
  private required = 0;

  /** `defaults`: values of variables that do not matter. */
  constructor(session: Session, pool: Pool, defaults: Assignment) {
    this.session = session;
    this.pool = pool;
    this.defaults = defaults;
  }

  async ask(condition: Bool): Promise<Answer> {
    const name = this.writer.bool(condition);
    const required = this.requirements();
    this.session.tell(this.writer.take() + required);
    const checked = await this.session.check(`(assert ${name})`);
    return checked.k === 'sat' ? { k: 'sat', model: this.read(checked.model) } : checked;
  }

  /** Whether it holds under one assignment, which no solver is asked. */
  holdsAt(condition: Bool, given: Assignment): boolean {
    const seen = new Evaluation(given);
    return [condition, ...this.pool.required].every((one) => seen.bool(one));
  }

  /** What must hold of the variables grows while terms are made; it holds in every later question too. */
  private requirements(): string {
    const fresh = this.pool.required.slice(this.required);
    this.required = this.pool.required.length;
    return fresh.map((condition) => `\n(assert ${this.writer.bool(condition)})`).join('');
  }

  /** Constants that the solver invents are passed over. */
  private read(model: Model): Assignment {
    const found = new Map<string, boolean | Exact>(this.defaults);
    for (const [name, text] of model) {
      if (!this.writer.variables.has(name)) continue;
      const value = parsed(text);
      if (value === null) throw new SolverFault(`${name} = ${text}`);
      found.set(name, value);
    }
    return found;
  }
}

/** `true`, `5`, `-5`, `1/2`. */
const parsed = (text: string): boolean | Exact | null =>
  text === 'true' || text === 'false' ? text === 'true' : parseExact(text);
