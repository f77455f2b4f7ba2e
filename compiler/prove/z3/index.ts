import { init, killThreads, type Z3Core } from 'z3-solver';
import { type Checked, type Model, type Session, type Solver, SolverFault } from '../search/solver.ts';

/** z3 in this process; it works in threads of its own, which end with `close`. */
export interface Z3Solver extends Solver {
  close(): Promise<void>;
}

/** Takes a fifth of a second and 35 MB: only who proves waits for it. */
export async function openZ3(): Promise<Z3Solver> {
  const { Z3, em } = await init();
  return { session: (timeout) => new Z3Session(Z3, timeout), close: () => endThreads(em) };
}

interface Threads {
  readonly PThread: { readonly unusedWorkers: readonly Worker[]; readonly runningWorkers: readonly Worker[] };
}

type Worker = { onmessage: unknown };

/** A worker that was still saying goodbye when it was ended would have its last message complained of on standard error. */
async function endThreads(em: Threads): Promise<void> {
  const workers = [...em.PThread.unusedWorkers, ...em.PThread.runningWorkers];
  const ended = killThreads(em);
  for (const worker of workers) worker.onmessage = () => undefined;
  await ended;
}

/** Text longer than this is handed over in several parts: it is passed on the stack. */
const PART = 8_000;

/**
 * Texts go in by calls that are over when they return, and only the check itself runs in another thread: a text passed
 * to a call that goes on elsewhere would be overwritten while it is read.
 */
class Z3Session implements Session {
  private readonly z3: Z3Core;
  private readonly context: ReturnType<Z3Core['mk_context']>;
  private readonly solver: ReturnType<Z3Core['mk_solver']>;
  private readonly parser: ReturnType<Z3Core['mk_parser_context']>;

  constructor(z3: Z3Core, timeout: number) {
    this.z3 = z3;
    const config = z3.mk_config();
    this.context = z3.mk_context(config);
    z3.del_config(config);
    this.solver = z3.mk_solver(this.context);
    z3.solver_inc_ref(this.context, this.solver);
    this.parser = z3.mk_parser_context(this.context);
    z3.parser_context_inc_ref(this.context, this.parser);
    this.limit(timeout);
  }

  private limit(timeout: number): void {
    const { z3, context } = this;
    const params = z3.mk_params(context);
    z3.params_inc_ref(context, params);
    z3.params_set_uint(context, params, z3.mk_string_symbol(context, 'timeout'), timeout);
    z3.solver_set_params(context, this.solver, params);
    z3.params_dec_ref(context, params);
  }

  tell(commands: string): void {
    let part = '';
    for (const line of commands.split('\n')) {
      if (part.length + line.length > PART) {
        this.read(part);
        part = '';
      }
      part += `${line}\n`;
    }
    this.read(part);
  }

  private read(text: string): void {
    const { z3, context } = this;
    if (text.trim() === '') return;
    const asserted = z3.parser_context_from_string(context, this.parser, text);
    this.fail();
    z3.ast_vector_inc_ref(context, asserted);
    const size = z3.ast_vector_size(context, asserted);
    for (let i = 0; i < size; i += 1)
      z3.solver_assert(context, this.solver, z3.ast_vector_get(context, asserted, i));
    z3.ast_vector_dec_ref(context, asserted);
  }

  private fail(): void {
    const code = this.z3.get_error_code(this.context);
    if (code !== 0) throw new SolverFault(this.z3.get_error_msg(this.context, code));
  }

  async check(assertion: string): Promise<Checked> {
    const { z3, context, solver } = this;
    z3.solver_push(context, solver);
    try {
      this.tell(assertion);
      const result = await z3.solver_check(context, solver);
      this.fail();
      if (result === 0) return { k: 'undecided' };
      if (result !== 1) return { k: 'unsat' };
      return { k: 'sat', model: this.model() };
    } finally {
      z3.solver_pop(context, solver, 1);
    }
  }

  /** Printing terms, and the model whole, takes seconds: numerals and truths are read one by one. */
  private model(): Model {
    const { z3, context } = this;
    const model = z3.solver_get_model(context, this.solver);
    z3.model_inc_ref(context, model);
    const size = z3.model_get_num_consts(context, model);
    const entries = Array.from({ length: size }, (_, i) => {
      const constant = z3.model_get_const_decl(context, model, i);
      const name = z3.get_symbol_string(context, z3.get_decl_name(context, constant));
      return [name, this.valueOf(z3.model_get_const_interp(context, model, constant))] as const;
    });
    z3.model_dec_ref(context, model);
    return new Map(entries);
  }

  private valueOf(value: ReturnType<Z3Core['model_get_const_interp']>): string {
    const truth = this.z3.get_bool_value(this.context, value);
    if (truth !== 0) return truth === 1 ? 'true' : 'false';
    return this.z3.is_numeral_ast(this.context, value) ? this.z3.get_numeral_string(this.context, value) : '';
  }

  close(): void {
    this.z3.solver_dec_ref(this.context, this.solver);
    this.z3.parser_context_dec_ref(this.context, this.parser);
    this.z3.del_context(this.context);
  }
}
