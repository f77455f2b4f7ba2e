import type { Lowered, LoweredSubject, Straight } from '../../lower/index.ts';
import { quoted, Surround } from '../../lower/write/scope.ts';
import { bindingCode } from './bindings.ts';
import { decideCode } from './decide.ts';
import { explainCode } from './explain.ts';

/** The body of a module: what it takes from `runtime/direct`, and statements that end with its one function. */
export interface ModuleText {
  readonly operations: readonly string[];
  readonly body: string;
}

/** `at(asOf, P, C)`: day number, parameters and circumstances as the runtime holds them, gives `decide` of each straight programme. */
export function decideText(lowered: Lowered): ModuleText {
  const around = new Surround(lowered);
  const programmes = straight(lowered);
  const functions = programmes.map((programme, i) => {
    const { code, ready } = decideCode(programme, i, subjectOf(programme, lowered), lowered, around);
    return `${ready}\n${code}`;
  });
  return textOf('at', 'd', functions, programmes, around);
}

/** `explainAt(asOf, P, C)`: the same, gives `explain` of the programmes that can be explained so. */
export function explainText(lowered: Lowered): ModuleText {
  const around = new Surround(lowered);
  const programmes = explained(lowered);
  const functions = programmes.map((programme, i) =>
    explainCode(programme, i, subjectOf(programme, lowered), around),
  );
  return textOf('explainAt', 'e', functions, programmes, around);
}

export const straight = ({ programmes }: Lowered): readonly Straight[] =>
  programmes.filter((one): one is Straight => !('outside' in one));

/** Those without amounts by heads, by event or on stated days. */
export const explained = (lowered: Lowered): readonly Straight[] =>
  straight(lowered).filter(({ amounts }) => amounts.every(({ plain }) => plain));

function textOf(
  name: string,
  prefix: string,
  functions: readonly string[],
  programmes: readonly Straight[],
  around: Surround,
): ModuleText {
  const entries = programmes.map(({ id }, i) => `${quoted(id)}:${prefix}${i}`);
  const statements = [bindingCode(around.lowered, around), ...functions, `return {${entries.join(',')}};`];
  const constants = [...around.constants].map(([code, constant]) => `const ${constant}=${code};`);
  return {
    operations: [...around.operations].sort(),
    body: `${constants.join('\n')}\nconst ${name}=(asOf,P,C)=>{\n${statements.join('\n')}\n};`,
  };
}

function subjectOf({ subject }: Straight, lowered: Lowered): LoweredSubject {
  const found = lowered.subjects.find(({ id }) => id === subject);
  if (!found) throw new RangeError(`no kind of record ${subject}`);
  return found;
}
