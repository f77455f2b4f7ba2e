import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import ts from 'typescript';
import { beforeAll, expect, it, vi } from 'vitest';
import { compile, loadTypeScriptEmitter } from '../../compiler/index.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const app = at('examples/app/main.ts');
const runtime = at('runtime/index.ts');

interface App {
  readonly answer: (applicant: object) => string;
  readonly example: object;
}

let main: App;
const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);

/** What `bangfu build` does, for the one policy that the app uses. */
async function buildPolicy(): Promise<void> {
  const { emitTypeScript } = await loadTypeScriptEmitter();
  const path = at('policies/15-former-teachers-allowance/notice.policy');
  const { policy, diagnostics } = compile({ path, text: readFileSync(path, 'utf8') });
  if (!policy) throw new Error(diagnostics.map(({ en }) => en.message).join('\n'));
  mkdirSync(at('build/policies'), { recursive: true });
  writeFileSync(at(`build/policies/${policy.id}.ts`), emitTypeScript(policy));
}

beforeAll(async () => {
  await buildPolicy();
  const { outputFiles } = await build({
    entryPoints: [app],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    alias: { 'bangfu/runtime': runtime },
    write: false,
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  main = await import(/* @vite-ignore */ `data:text/javascript;base64,${code}`);
});

/** Type errors of the app with its text as given. */
function typeErrors(text: string): readonly string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['node'],
    paths: { 'bangfu/runtime': [runtime] },
  };
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  host.readFile = (file) => (file === app ? text : read(file));
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (file, language) =>
    file === app ? ts.createSourceFile(file, text, language) : getSourceFile(file, language);
  const program = ts.createProgram([app], options, host);
  const source = program.getSourceFile(app);
  return program
    .getSemanticDiagnostics(source)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

it('prints the decision on its own example', () => {
  expect(said).toHaveBeenCalledWith('符合：每月 800 元，从 2019-01 起发');
});

it('names the exclusion that is hit', () => {
  expect(main.answer({ ...main.example, criminalRecord: true })).toBe('不符合：犯罪记录');
});

it('names the condition that is not met', () => {
  expect(main.answer({ ...main.example, birthDate: '1963-06-02' })).toBe('不符合：达到年龄');
});

it('asks for what is missing', () => {
  expect(main.answer({ ...main.example, birthDate: undefined })).toBe('还须填报：出生日期');
});

it('says what the notice leaves open', () => {
  expect(main.answer({ ...main.example, deathDate: '2018-12-31' })).toContain('含不含当日');
});

it('is fully typed, down to the names of facts and options', () => {
  const text = readFileSync(app, 'utf8');
  expect(typeErrors(text)).toEqual([]);
  expect(typeErrors(text.replace("sex: 'male'", "sex: 'man'"))).toHaveLength(1);
  expect(typeErrors(text.replace('totalTerms: 44', 'totalTerm: 44'))).toHaveLength(1);
});
