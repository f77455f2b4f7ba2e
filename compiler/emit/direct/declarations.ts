import type { FactMeta, Id, Type } from '../../../runtime/types.ts';
import type { Policy } from '../../ir/policy.ts';
import type { Lowered, Straight } from '../../lower/index.ts';
import { quoted } from '../../lower/write/scope.ts';
import { explained, straight } from './module.ts';

/** Declarations of a generated decider: its records, what it is bound to, its programmes. */
export function directTypes(lowered: Lowered, runtime: string): string {
  const { policy } = lowered;
  const programmes = straight(lowered);
  const subjects = policy.subjects.filter(({ id }) => programmes.some(({ subject }) => subject === id));
  const records = subjects.map(
    ({ id, facts }) => `export interface ${nameOf(id)} {\n${fields(facts, policy)}}\n`,
  );
  const parameters = policy.parameters.map((one) => ({ ...one, optional: false }));
  return [
    `import type { DirectResult, Keyed, ProgrammeOutline, Value } from '${runtime}';\n`,
    '/** Dates are day numbers, months year × 12 + month − 1, money fen; left out: not known, `null`: there is none. */\n',
    records.join('\n'),
    `export interface Parameters {\n${fields(parameters, policy)}}\n`,
    `export interface Circumstances {\n${fields(policy.circumstances, policy)}}\n`,
    `export interface Decides {\n${functions(programmes, nameOf, 'DirectResult')}}\n`,
    '/** Binds a day number, parameters and circumstances once for many records. */\n',
    'export declare const at: (asOf: number, parameters: Parameters, circumstances: Circumstances) => Decides;\n',
    'export declare const programmes: readonly ProgrammeOutline[];\n',
  ].join('\n');
}

/** Declarations of the module beside it that explains. */
export function explainTypes(lowered: Lowered, runtime: string, decider: string): string {
  const record = (subject: Id) => `Decider.${nameOf(subject)}`;
  return [
    `import type { DirectExplanation } from '${runtime}';\nimport type * as Decider from '${decider}';\n`,
    `export interface Explains {\n${functions(explained(lowered), record, 'DirectExplanation')}}\n`,
    '/** Binds as `at` of the decider does. */\n',
    'export declare const explainAt: (asOf: number, parameters: Decider.Parameters, circumstances: Decider.Circumstances) => Explains;\n',
  ].join('\n');
}

const functions = (list: readonly Straight[], record: (subject: Id) => string, result: string): string =>
  list
    .map(({ id, subject }) => `  readonly ${quoted(id)}: (record: ${record(subject)}) => ${result};\n`)
    .join('');

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
