import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** Where generated modules import the runtime from, when they are checked or run here. */
export const RUNTIME = fileURLToPath(new URL('../../runtime/index.ts', import.meta.url));
export const FOLDER = fileURLToPath(new URL('.', import.meta.url));

const STRICT: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noImplicitReturns: true,
  noImplicitOverride: true,
  noFallthroughCasesInSwitch: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts'],
  types: [],
  skipLibCheck: true,
};

/** What TypeScript says about modules held in memory, as `file: message`. */
export function typeCheck(files: ReadonlyMap<string, string>): readonly string[] {
  const host = ts.createCompilerHost(STRICT);
  const { readFile, fileExists } = host;
  const path = (name: string) => (name.startsWith(FOLDER) ? name.slice(FOLDER.length) : '');
  host.fileExists = (name) => files.has(path(name)) || fileExists(name);
  host.readFile = (name) => files.get(path(name)) ?? readFile(name);
  const program = ts.createProgram(
    [...files.keys()].map((name) => FOLDER + name),
    STRICT,
    host,
  );
  return [...files.keys()].flatMap((name) => {
    const source = program.getSourceFile(FOLDER + name);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map((d) => `${name}: ${ts.flattenDiagnosticMessageText(d.messageText, ' ')}`);
  });
}
