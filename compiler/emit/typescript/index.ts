import {
  type FunctionDeclarationStructure,
  IndentationText,
  Project,
  QuoteKind,
  type StatementStructures,
  StructureKind,
  VariableDeclarationKind,
} from 'ts-morph';
import type { Policy } from '../../ir/policy.ts';
import { type Code, layout } from './code.ts';
import { docs, nameText } from './comments.ts';
import type { ConstantText } from './definitions.ts';
import { type ModuleText, moduleText } from './module.ts';
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
    ...imports(text, options.runtime ?? 'bangfu/runtime'),
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

function imports({ operations, types }: ModuleText, moduleSpecifier: string): StatementStructures[] {
  const named = [
    ...types.map((name) => ({ name, isTypeOnly: true })),
    ...operations.map((name) => ({ name })),
  ];
  return [{ kind: StructureKind.ImportDeclaration, moduleSpecifier, namedImports: named }];
}

function constant({
  name,
  comment,
  value,
  exported,
}: ConstantText & { exported?: true }): StatementStructures {
  return {
    kind: StructureKind.VariableStatement,
    declarationKind: VariableDeclarationKind.Const,
    isExported: exported === true,
    declarations: [{ name, initializer: layout(value, 0, `const ${name} = `.length) }],
    ...(comment !== '' && { docs: docs(comment) }),
  };
}

function functionStatement({
  name,
  comment,
  result,
  locals = [],
  body,
}: FunctionText): FunctionDeclarationStructure {
  const line = (start: string, code: Code) => `${start}${layout(code, 0, start.length + 2)};`;
  const lines = [...locals.map(([local, value]) => line(`const ${local} = `, value)), line('return ', body)];
  return {
    kind: StructureKind.Function,
    name,
    parameters: [{ name: 'c', type: 'Case' }],
    returnType: result,
    statements: lines,
    docs: docs(comment),
  };
}
