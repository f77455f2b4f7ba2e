import type { DirectCode, ProgrammeOutline } from '../../../runtime/direct/decider.ts';
import * as operations from '../../../runtime/direct/index.ts';
import type { Policy } from '../../ir/policy.ts';
import { type Lowered, lower } from '../../lower/index.ts';
import { directTypes, explainTypes } from './declarations.ts';
import { decideText, explainText, type ModuleText } from './module.ts';

export interface DirectOptions {
  /** Where the generated modules import their operations from. */
  readonly runtime?: string;
  /** The policy file as the modules' first line names it. */
  readonly file?: string;
}

/** A module of JavaScript with its declarations. */
export interface DirectModule {
  readonly code: string;
  readonly types: string;
}

/**
 * A decider as two modules, of which the second gives explanations: a page that decides loads it when somebody asks why.
 * The same text for the same policy.
 */
export function emitDirect(
  policy: Policy,
  { runtime = 'bangfu/runtime', file }: DirectOptions = {},
): { readonly decide: DirectModule; readonly explain: DirectModule } {
  const lowered = lower(policy);
  const head = `// Generated from ${(file ?? 'the policy').replaceAll(/[\r\n\u2028\u2029]/g, ' ')}; change the policy, not this file.\n`;
  const outline = `export const programmes=${JSON.stringify(outlines(lowered))};\n`;
  return {
    decide: {
      code: `${head}${moduleCode(decideText(lowered), 'at', runtime)}${outline}`,
      types: `${head}${directTypes(lowered, runtime)}`,
    },
    explain: {
      code: `${head}${moduleCode(explainText(lowered), 'explainAt', runtime)}`,
      types: `${head}${explainTypes(lowered, runtime, `./${policy.id}.direct.js`)}`,
    },
  };
}

function moduleCode({ operations: names, body }: ModuleText, exported: string, runtime: string): string {
  const direct = runtime.endsWith('/index.js')
    ? runtime.replace('/index.js', '/direct.js')
    : `${runtime}/direct`;
  const imports = names.length === 0 ? '' : `import {${names.join(',')}} from '${direct}';\n`;
  return `${imports}${body.replace(`\nconst ${exported}=`, `\nexport const ${exported}=`)}\n`;
}

/** The same as functions, made now (those that explain when they are first asked for): for programs that compile policies themselves. */
export function directCode(policy: Policy): DirectCode {
  const lowered = lower(policy);
  let explainAt: DirectCode['explainAt'] | undefined;
  return {
    at: made(decideText(lowered), 'at') as DirectCode['at'],
    explainAt: (...binding) => {
      explainAt ??= made(explainText(lowered), 'explainAt') as DirectCode['explainAt'];
      return explainAt(...binding);
    },
    programmes: outlines(lowered),
  };
}

function made({ operations: names, body }: ModuleText, name: string): unknown {
  const text = `'use strict';const {${names.join(',')}}=operations;\n${body}\nreturn ${name};`;
  return new Function('operations', text)(operations);
}

/** What a decider says of its programmes. */
export function outlines({ policy, programmes }: Lowered): readonly ProgrammeOutline[] {
  return programmes.map((one) => {
    const amounts = policy.programmes.find(({ id }) => id === one.id)?.amounts.map(({ id }) => id) ?? [];
    const { id, subject } = one;
    return { id, subject, amounts, ...('outside' in one && { outside: one.outside }) };
  });
}
