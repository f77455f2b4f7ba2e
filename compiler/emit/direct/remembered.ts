import type { Input, LoweredSubject, Node } from '../../lower/index.ts';
import { OpenWriter } from '../../lower/write/open.ts';
import { inOrder, quoted, readsOfNodes, type Surround } from '../../lower/write/scope.ts';
import { openFrame, rawFact, twice } from './functions.ts';
import { member } from './names.ts';

/** An input with its place among those of its kind of record. */
type Used = Input & { readonly index: number };

/** What a fact can be told apart as, and the test for each. */
type Told = readonly string[];

/** Answers are kept for at most so many combinations of what facts can be told apart as. */
const MOST = 64;

/**
 * Functions for what nodes come to where something is open. What hangs on nothing but which facts are left out, and on
 * options and conditions, is worked out once for each combination that occurs and kept while the binding stands: a record
 * with one unknown fact then costs what a complete one costs.
 */
export class Remembered {
  readonly #subject: LoweredSubject;
  readonly #around: Surround;
  readonly #prefix: string;
  readonly #functions = new Map<string, string>();
  readonly #texts: string[] = [];

  constructor(subject: LoweredSubject, around: Surround, prefix: string) {
    this.#subject = subject;
    this.#around = around;
    this.#prefix = prefix;
  }

  /** Definitions of all functions that were asked for: to stand where what is bound is in sight. */
  get code(): string {
    return this.#texts.join('\n');
  }

  /** A call that gives what `write` writes, which looks at the nodes; facts without fallback have to stand in `f0`, `f1`, …. */
  call(nodes: readonly Node[], write: (writer: OpenWriter) => string): string {
    const reads = readsOfNodes(nodes, this.#subject);
    const used = inOrder(reads.inputs, this.#subject);
    if (reads.locals.size === 0 && used.every(isPlainTruth)) return write(this.#inPlace());
    const body = twice(openFrame(this.#subject, this.#around, 'bits'), (frame) => {
      const code = write(frame.write);
      return `{${frame.top()}${frame.facts(nodes)}return ${code};}`;
    });
    const name = this.#functions.get(body) ?? this.#define(body, used);
    this.#functions.set(body, name);
    const facts = used.map(({ fallback, index, id }) => (fallback ? member('r', id) : `f${index}`));
    return `${name}(${['r', ...facts].join(',')})`;
  }

  /** Conditions that the record holds are in bits as soon as they are read. */
  #inPlace(): OpenWriter {
    const nowhere = () => {
      throw new RangeError('only facts are read in place');
    };
    return new OpenWriter(this.#around, 'bits', {
      fact: (input, raw) =>
        raw ? rawFact(input, this.#subject, this.#around, 'bits') : this.#around.op('factBits', `f${input}`),
      local: nowhere,
      given: () => '',
      range: () => undefined,
    });
  }

  #define(body: string, used: readonly Used[]): string {
    const n = this.#functions.size;
    const [all, kept, name] = [`g${this.#prefix}_${n}`, `c${this.#prefix}_${n}`, `m${this.#prefix}_${n}`];
    const facts = ['r', ...used.map((fact) => `f${fact.index}`)].join(',');
    this.#texts.push(`const ${all}=(r)=>${body};`);
    const told = this.#told(used);
    const count = told.reduce((product, tests) => product * tests.length, 1);
    if (count === 1 && used.length !== 1) return all;
    this.#texts.push(
      count === 1
        ? `let ${kept};const ${name}=(${facts})=>${told[0]?.[0]}?${kept}??=${all}(r):${all}(r);`
        : `const ${kept}=Array(${count}),${name}=(${facts})=>{const i=${placeOf(told)};return i<0?${all}(r):${kept}[i]??=${all}(r);};`,
    );
    return name;
  }

  /** All that facts can be told apart as while that is few enough; else, and of one by itself, only that they are left out. */
  #told(used: readonly Used[]): readonly Told[] {
    const all = used.map((fact) => ({ fact, tests: toldOf(fact) }));
    const bySize = [...all].sort((a, b) => a.tests.length - b.tests.length);
    let count = 1;
    const whole = new Set<Used>();
    for (const { fact, tests } of bySize) {
      if (used.length === 1 || count * tests.length > MOST) break;
      count *= tests.length;
      whole.add(fact);
    }
    return all.map(({ fact, tests }) => (whole.has(fact) ? tests : tests.slice(0, 1)));
  }
}

/** The place of a combination among all of them; negative for those that are not kept. */
function placeOf(told: readonly Told[]): string {
  let weight = 1;
  const digits = told.map((tests) => {
    const own = weight;
    weight *= tests.length;
    return `(${tests.reduceRight((rest, test, i) => `${test}?${i * own}:${rest}`, `-${MOST}`)})`;
  });
  return digits.join('+');
}

const isPlainTruth = ({ type, fallback }: Used): boolean => type.t === 'bool' && !fallback;

function toldOf({ index, type, optional, unknown }: Used): Told {
  const name = `f${index}`;
  const values = type.t === 'bool' ? ['true', 'false'] : type.t === 'enum' ? optionsOf(unknown.options) : [];
  return ['undefined', ...(optional ? ['null'] : []), ...values].map((value) => `${name}===${value}`);
}

const optionsOf = (options: readonly string[] | undefined): readonly string[] => (options ?? []).map(quoted);
