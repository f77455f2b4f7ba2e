import type { DirectCode, ProgrammeOutline } from '../../../runtime/direct/decider.ts';
import * as operations from '../../../runtime/direct/index.ts';
import type { Policy } from '../../ir/policy.ts';
import { type Lowered, lower } from '../../lower/index.ts';
import { directTypes } from './declarations.ts';
import { deciderText } from './module.ts';

export interface DirectOptions {
  /** Where the generated module imports its operations from. */
  readonly runtime?: string;
  /** The policy file as the module's first line names it. */
  readonly file?: string;
}

/** A decider as a module of JavaScript with its declarations. The same text for the same policy. */
export function emitDirect(
  policy: Policy,
  { runtime = 'bangfu/runtime', file }: DirectOptions = {},
): { readonly code: string; readonly types: string } {
  const lowered = lower(policy);
  const { operations: names, body } = deciderText(lowered);
  const head = `// Generated from ${(file ?? 'the policy').replaceAll(/[\r\n\u2028\u2029]/g, ' ')}; change the policy, not this file.\n`;
  const direct = runtime.endsWith('/index.js')
    ? runtime.replace('/index.js', '/direct.js')
    : `${runtime}/direct`;
  const imports = names.length === 0 ? '' : `import {${names.join(',')}} from '${direct}';\n`;
  const outline = `export const programmes=${JSON.stringify(outlines(lowered))};\n`;
  return {
    code: `${head}${imports}${body.replace('\nconst at=', '\nexport const at=').replace('\nconst explainAt=', '\nexport const explainAt=')}\n${outline}`,
    types: `${head}${directTypes(lowered, runtime)}`,
  };
}

/** The same as functions, made now: for programs that compile policies themselves. */
export function directCode(policy: Policy): DirectCode {
  const lowered = lower(policy);
  const { operations: names, body } = deciderText(lowered);
  const text = `'use strict';const {${names.join(',')}}=operations;\n${body}\nreturn {at,explainAt};`;
  const made = new Function('operations', text)(operations) as Pick<DirectCode, 'at' | 'explainAt'>;
  return { ...made, programmes: outlines(lowered) };
}

/** What a decider says of its programmes. */
export function outlines({ policy, programmes }: Lowered): readonly ProgrammeOutline[] {
  return programmes.map((one) => {
    const amounts = policy.programmes.find(({ id }) => id === one.id)?.amounts.map(({ id }) => id) ?? [];
    const { id, subject } = one;
    return { id, subject, amounts, ...('outside' in one && { outside: one.outside }) };
  });
}
