import type { Lowered, LoweredSubject, Straight } from '../../lower/index.ts';
import { quoted, Surround } from '../../lower/write/scope.ts';
import { bindingCode } from './bindings.ts';
import { decideCode } from './decide.ts';
import { explainCode } from './explain.ts';

/** The body of a decider: what it takes from `runtime/direct`, and statements that end with the functions `at` and `explainAt`. */
export interface DeciderText {
  readonly operations: readonly string[];
  readonly body: string;
}

/**
 * `at(asOf, P, C)`: day number, parameters and circumstances as the runtime holds them, gives `decide` of each straight
 * programme; `explainAt` gives `explain` of those that it can explain. They stand apart, so that a bundle without
 * explanations does not carry them.
 */
export function deciderText(lowered: Lowered): DeciderText {
  const straight = lowered.programmes.filter((one): one is Straight => !('outside' in one));
  const around = new Surround(lowered);
  const decides = straight.map((programme, i) => {
    const { code, ready } = decideCode(programme, i, subjectOf(programme, lowered), lowered, around);
    return `${ready}\n${code}`;
  });
  const at = functionCode('at', 'd', decides, straight, lowered, around);
  const reasons = around.again();
  const plain = straight.filter(({ amounts }) => amounts.every((amount) => amount.plain));
  const explains = plain.map((programme, i) =>
    explainCode(programme, i, subjectOf(programme, lowered), reasons),
  );
  const explainAt = functionCode('explainAt', 'e', explains, plain, lowered, reasons);
  // What only explanations read is dropped from a bundle without them.
  const constants = [...around.constants].map(([code, name]) => `const ${name}=/* @__PURE__ */ ${code};`);
  return {
    operations: [...around.operations].sort(),
    body: `${constants.join('\n')}\n${at}\n${explainAt}`,
  };
}

function functionCode(
  name: string,
  prefix: string,
  functions: readonly string[],
  programmes: readonly Straight[],
  lowered: Lowered,
  around: Surround,
): string {
  const entries = programmes.map(({ id }, i) => `${quoted(id)}:${prefix}${i}`);
  const statements = [bindingCode(lowered, around), ...functions, `return {${entries.join(',')}};`];
  return `const ${name}=(asOf,P,C)=>{\n${statements.join('\n')}\n};`;
}

function subjectOf({ subject }: Straight, lowered: Lowered): LoweredSubject {
  const found = lowered.subjects.find(({ id }) => id === subject);
  if (!found) throw new RangeError(`no kind of record ${subject}`);
  return found;
}
