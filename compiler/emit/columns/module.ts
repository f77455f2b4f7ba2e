import { Fraction, printExact } from '../../../runtime/exact.ts';
import type { Policy } from '../../ir/policy.ts';
import { lower } from '../../lower/index.ts';
import { columnsTypes } from './declarations.ts';
import { columnsCode } from './programme.ts';

export interface ColumnsModuleOptions {
  /** Where the generated module imports the runtime from. */
  readonly runtime?: string;
  /** The policy file as the module's first line names it. */
  readonly file?: string;
}

/**
 * Columns as a module beside the decider, which decides the rows that are left over: `columns(evaluator)` of the evaluator
 * that the policy's own module exports. The same text for the same policy.
 */
export function emitColumns(
  policy: Policy,
  { runtime = 'bangfu/runtime', file }: ColumnsModuleOptions = {},
): { readonly code: string; readonly types: string } {
  const head = `// Generated from ${(file ?? 'the policy').replaceAll(/[\r\n\u2028\u2029]/g, ' ')}; change the policy, not this file.\n`;
  const from = runtime.endsWith('/index.js')
    ? runtime.replace('/index.js', '/columns.js')
    : `${runtime}/columns`;
  const code = literal(columnsCode(lower(policy)));
  const names = code.includes('exact(') ? 'columnsPolicy, exact' : 'columnsPolicy';
  return {
    code: [
      `${head}import { ${names} } from '${from}';`,
      `import { at } from './${policy.id}.direct.js';`,
      `const code = ${code};`,
      'export const columns = ({ implementation }) => columnsPolicy(code, implementation, at);\n',
    ].join('\n'),
    types: `${head}${columnsTypes(policy, runtime)}`,
  };
}

/** Plain data as text. */
function literal(value: unknown): string {
  if (value instanceof Fraction) return `exact(${JSON.stringify(printExact(value))})`;
  if (Array.isArray(value)) return `[${value.map(literal).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const fields = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${fields.map(([name, one]) => `${keyText(name)}:${literal(one)}`).join(',')}}`;
}

const keyText = (name: string): string => {
  if (name === '__proto__') return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
};
