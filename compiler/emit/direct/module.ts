import type { Lowered, Straight } from '../../lower/index.ts';
import { quoted, Surround } from '../../lower/write/scope.ts';
import { bindingCode } from './bindings.ts';
import { decideCode } from './decide.ts';
import { explainCode } from './explain.ts';

/** The body of a decider: what it takes from `runtime/direct`, and statements that end with the function `at`. */
export interface DeciderText {
  readonly operations: readonly string[];
  readonly body: string;
}

/**
 * `at(asOf, P, C)`: day number, parameters and circumstances as the runtime holds them, gives `decide` and `explain` of each
 * straight programme.
 */
export function deciderText(lowered: Lowered): DeciderText {
  const around = new Surround(lowered);
  const straight = lowered.programmes.filter((one): one is Straight => !('outside' in one));
  const made = straight.map((programme, i) => programmeCode(programme, i, lowered, around));
  const binds = bindingCode(lowered, around);
  const entries = straight.map((programme, i) => {
    const plain = programme.amounts.every((amount) => amount.plain);
    return `${quoted(programme.id)}:{decide:d${i},explain:${plain ? `e${i}` : 'null'}}`;
  });
  const at = [binds, ...made, `return {${entries.join(',')}};`].join('\n');
  const constants = [...around.constants].map(([code, name]) => `const ${name}=${code};`);
  return {
    operations: [...around.operations].sort(),
    body: `${constants.join('\n')}\nconst at=(asOf,P,C)=>{\n${at}\n};`,
  };
}

function programmeCode(programme: Straight, i: number, lowered: Lowered, around: Surround): string {
  const subject = lowered.subjects.find(({ id }) => id === programme.subject);
  if (!subject) throw new RangeError(`no kind of record ${programme.subject}`);
  const { code, ready } = decideCode(programme, i, subject, lowered, around);
  const plain = programme.amounts.every((amount) => amount.plain);
  const explain = plain ? explainCode(programme, i, subject, around) : '';
  return [ready, code, explain].join('\n');
}
