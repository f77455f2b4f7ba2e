import type { FactMeta, Id, Type } from '../../../runtime/types.ts';
import type { Policy } from '../../ir/policy.ts';
import type { Lowered, Straight } from '../../lower/index.ts';
import { quoted } from '../../lower/write/scope.ts';

/** Declarations of a generated decider: its records, what it is bound to, its programmes. */
export function directTypes(lowered: Lowered, runtime: string): string {
  const { policy, programmes } = lowered;
  const straight = programmes.filter((one): one is Straight => !('outside' in one));
  const subjects = policy.subjects.filter(({ id }) => straight.some(({ subject }) => subject === id));
  const records = subjects.map(
    ({ id, facts }) => `export interface ${nameOf(id)} {\n${fields(facts, policy)}}\n`,
  );
  const parameters = policy.parameters.map((one) => ({ ...one, optional: false }));
  const explained = straight.filter((one) => one.amounts.every(({ plain }) => plain));
  const functions = (list: readonly Straight[], result: string) =>
    list
      .map(({ id, subject }) => `  readonly ${quoted(id)}: (record: ${nameOf(subject)}) => ${result};\n`)
      .join('');
  return [
    `import type { DirectExplanation, DirectResult, Keyed, ProgrammeOutline, Value } from '${runtime}';\n`,
    '/** Dates are day numbers, months year × 12 + month − 1, money fen; left out: not known, `null`: there is none. */\n',
    records.join('\n'),
    `export interface Parameters {\n${fields(parameters, policy)}}\n`,
    `export interface Circumstances {\n${fields(policy.circumstances, policy)}}\n`,
    `export interface Decides {\n${functions(straight, 'DirectResult')}}\n`,
    `export interface Explains {\n${functions(explained, 'DirectExplanation')}}\n`,
    '/** Binds a day number, parameters and circumstances once for many records. */\n',
    'export declare const at: (asOf: number, parameters: Parameters, circumstances: Circumstances) => Decides;\n',
    'export declare const explainAt: (asOf: number, parameters: Parameters, circumstances: Circumstances) => Explains;\n',
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
