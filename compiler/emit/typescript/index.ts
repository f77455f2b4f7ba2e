import { IndentationText, Project, QuoteKind, type StatementStructures, StructureKind } from 'ts-morph';
import type { Policy } from '../../ir/policy.ts';
import { type Code, layout, uses } from './code.ts';
import { docs, nameText } from './comments.ts';
import type { ConstantText } from './definitions.ts';
import { type ModuleText, moduleText } from './module.ts';
import { quoted } from './names.ts';
import type { FunctionText } from './rules.ts';

export interface TypeScriptOptions {
  /** Where the generated module imports the runtime from. */
  readonly runtime?: string;
  /** The policy file as the module's first line names it. */
  readonly file?: string;
}

/** One TypeScript module for a policy: types of what goes in and comes out, and the evaluator. The same text for the same policy. */
export function emitTypeScript(policy: Policy, options: TypeScriptOptions = {}): string {
  const project = new Project({
    useInMemoryFileSystem: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces, quoteKind: QuoteKind.Single },
  });
  const text = moduleText(policy);
  const file = project.createSourceFile(`${policy.id}.ts`, { statements: statements(policy, text, options) });
  return file.getFullText();
}

function statements(
  policy: Policy,
  text: ModuleText,
  options: TypeScriptOptions,
): (string | StatementStructures)[] {
  const { surface } = text;
  return [
    header(policy, options),
    imports(text, options.runtime ?? 'bangfu/runtime'),
    ...surface.aliases.map((alias) => ({ kind: StructureKind.TypeAlias, ...alias }) as const),
    ...surface.interfaces.map((item) => ({ kind: StructureKind.Interface, ...item }) as const),
    ...text.constants.map(constant),
    ...text.functions.map(functionStatement),
    ...text.last.map(constant),
  ];
}

function header(policy: Policy, { file }: TypeScriptOptions): string {
  const name = nameText(
    Object.hasOwn(policy.names, policy.id) ? policy.names[policy.id] : undefined,
    policy.id,
  );
  const source = policy.source === undefined ? '' : `, ${policy.source}`;
  return `// ${name}${source}.\n// Generated from ${file ?? 'the policy'}; change the policy, not this file.`.replaceAll(
    /[\u2028\u2029\r]/g,
    ' ',
  );
}

function imports({ operations, types }: ModuleText, moduleSpecifier: string): string {
  const named = [...types.map((name) => `type ${name}`), ...operations];
  return `import ${layout({ open: '{', items: named, close: '}', broken: true })} from ${quoted(moduleSpecifier)};`;
}

function constant({ name, comment, value, exported }: ConstantText & { exported?: true }): string {
  const start = `${exported ? 'export ' : ''}const ${name} = `;
  return `${docComment(comment)}${start}${layout(value, 0, start.length)};`;
}

function functionStatement({ name, comment, result, locals = [], body }: FunctionText): string {
  const line = (start: string, code: Code) => `  ${start}${layout(code, 1, start.length + 2)};\n`;
  const variables = locals.map(([local, value]) => line(`const ${local} = `, value));
  const parameter = [...locals.map(([, value]) => value), body].some((code) => uses(code, 'c')) ? 'c' : '_c';
  const head = `${docComment(comment)}function ${name}(${parameter}: Case): ${result} {\n`;
  return `${head}${variables.join('')}${line('return ', body)}}`;
}

function docComment(text: string): string {
  return text === '' ? '' : `\n/** ${docs(text).join('')} */\n`;
}
