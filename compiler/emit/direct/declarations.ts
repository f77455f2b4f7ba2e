import type { FactMeta, Id, Type } from '../../../runtime/types.ts';
import type { Policy } from '../../ir/policy.ts';
import type { Lowered } from '../../lower/index.ts';
import { quoted } from '../../lower/write/scope.ts';

/** Declarations of a generated decider: its records, what it is bound to, its programmes. */
export function directTypes(lowered: Lowered, runtime: string): string {
  const { policy, programmes } = lowered;
  const straight = programmes.filter((one) => !('outside' in one));
  const subjects = policy.subjects.filter(({ id }) => straight.some(({ subject }) => subject === id));
  const records = subjects.map(
    ({ id, facts }) => `export interface ${nameOf(id)} {\n${fields(facts, policy)}}\n`,
  );
  const parameters = policy.parameters.map((one) => ({ ...one, optional: false }));
  const functions = straight.map(({ id, subject }) => {
    const record = nameOf(subject);
    return `  readonly ${quoted(id)}: {\n    readonly decide: (record: ${record}) => DirectResult;\n    readonly explain: ((record: ${record}) => DirectExplanation) | null;\n  };\n`;
  });
  return [
    `import type { DirectExplanation, DirectResult, Keyed, ProgrammeOutline, Value } from '${runtime}';\n`,
    '/** Dates are day numbers, months year × 12 + month − 1, money fen; left out: not known, `null`: there is none. */\n',
    records.join('\n'),
    `export interface Parameters {\n${fields(parameters, policy)}}\n`,
    `export interface Circumstances {\n${fields(policy.circumstances, policy)}}\n`,
    `export interface Programmes {\n${functions.join('')}}\n`,
    '/** Binds a day number, parameters and circumstances once for many records. */\n',
    'export declare const at: (asOf: number, parameters: Parameters, circumstances: Circumstances) => Programmes;\n',
    'export declare const programmes: readonly ProgrammeOutline[];\n',
  ].join('\n');
}

/** A kind of record as a type: `Applicant`. */
const nameOf = (id: Id): string =>
  `${id.charAt(0).toUpperCase()}${id.slice(1)}`.replaceAll(/[^\p{ID_Continue}$]/gu, '_');

const fields = (facts: readonly Pick<FactMeta, 'id' | 'type' | 'optional'>[], policy: Policy): string =>
  facts
    .map(
      ({ id, type, optional }) =>
        `  readonly ${quoted(id)}?: ${typeText(type, policy)}${optional ? ' | null' : ''} | undefined;\n`,
    )
    .join('');

function typeText(type: Type, policy: Policy): string {
  switch (type.t) {
    case 'bool':
      return 'boolean';
    case 'text':
    case 'yearlyDay':
      return 'string';
    case 'enum':
      return options(type.enum, policy);
    case 'set':
      return `readonly (${options(type.enum, policy)})[]`;
    case 'rate':
      return typeText(type.of, policy);
    case 'keyed':
      return 'Keyed';
    case 'list':
    case 'record':
    case 'ref':
      return 'Value';
    default:
      return 'number';
  }
}

function options(id: Id, { enums }: Policy): string {
  const found = enums.find((one) => one.id === id);
  if (!found) return 'string';
  return [...found.options, ...(found.open ? ['other'] : [])].map(quoted).join(' | ');
}
