import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Applicant } from '../rule/applicant.ts';
import type { Outcomes, Part } from '../rule/outcomes.ts';
import { register } from '../rule/register.ts';

/** Something that decides registers. Each runs in a process of its own: `serve` at the end of its file. */
export interface Engine {
  /** Rows decided in a pass: fewer for the slow, more for those that work on columns. */
  readonly rows: number;
  /** Everything that is not timed: compiling, binding, turning applicants into the form that the engine takes. */
  prepare(applicants: readonly Applicant[]): Session | Promise<Session>;
}

export interface Session {
  /** What the engine gives; left out: everything. */
  readonly parts?: readonly Part[];
  /** Decides every row once. This alone is timed. The result is anything that keeps the work from being dropped. */
  pass(): unknown;
  /** Results of all rows. */
  outcomes(): Outcomes | Promise<Outcomes>;
  close?(): void | Promise<void>;
}

export type Order =
  /** `rows`: distinct applicants; the engine repeats or cuts them to its own number, or to `most`. */
  | { readonly do: 'prepare'; readonly rows: number; readonly most: number | null }
  | { readonly do: 'outcomes'; readonly path: string }
  | { readonly do: 'time'; readonly milliseconds: number }
  | { readonly do: 'end' };

export interface Answer {
  readonly rows?: number;
  readonly parts?: readonly Part[];
  /** Of one row. */
  readonly nanoseconds?: number;
  /** Resident memory in bytes. */
  readonly memory?: number;
  /** What the last pass came to: told, so that no compiler may leave the work out. */
  readonly sum?: number;
  readonly failed?: string;
}

/** The distinct applicants over and over, as many as the engine decides in a pass. */
export function applicantsFor(distinct: number, rows: number): Applicant[] {
  const some = register(Math.min(distinct, rows));
  return Array.from({ length: rows }, (_, row) => some[row % some.length] as Applicant);
}

let kept: unknown;

async function timed(session: Session, rows: number, milliseconds: number): Promise<Answer> {
  const atLeast = BigInt(milliseconds) * 1_000_000n;
  const started = process.hrtime.bigint();
  let passes = 0;
  let took = 0n;
  do {
    const result = session.pass();
    kept = result instanceof Promise ? await result : result;
    passes++;
    took = process.hrtime.bigint() - started;
  } while (took < atLeast);
  const sum = typeof kept === 'number' ? kept : 0;
  return { nanoseconds: Number(took) / passes / rows, memory: process.memoryUsage.rss(), sum };
}

/** Obeys the orders on standard input, one JSON value a line, until `end`. */
export async function serve(engine: Engine): Promise<void> {
  let session: Session | undefined;
  let rows = engine.rows;
  const obey = async (order: Order): Promise<Answer> => {
    if (order.do === 'prepare') {
      rows = Math.min(engine.rows, order.most ?? engine.rows);
      session = await engine.prepare(applicantsFor(order.rows, rows));
      return { rows, ...(session.parts && { parts: session.parts }) };
    }
    if (session === undefined) throw new Error('nothing is prepared');
    if (order.do === 'time') return timed(session, rows, order.milliseconds);
    if (order.do === 'outcomes') writeFileSync(order.path, (await session.outcomes()).values);
    else await session.close?.();
    return {};
  };
  for await (const line of createInterface({ input: process.stdin })) {
    const order = JSON.parse(line) as Order;
    const answer = await obey(order).catch((error: unknown) => ({ failed: String(error) }));
    process.stdout.write(`${JSON.stringify(answer)}\n`);
    if (order.do === 'end') break;
  }
  process.exit(0);
}
