import type { Definition } from '../diagnostic.ts';
import { analysisDiagnostics } from './analyses.ts';
import { checkDiagnostics } from './check.ts';
import { resolveDiagnostics } from './resolve.ts';
import { sharingDiagnostics } from './sharing.ts';
import { syntaxDiagnostics } from './syntax.ts';

/** A definition whose parameters are not looked at. */
export type AnyDefinition = Definition<never>;

/** Everything that the compiler can find, by the stage that finds it. */
export const catalogue: readonly AnyDefinition[] = [
  ...Object.values(syntaxDiagnostics),
  ...Object.values(resolveDiagnostics),
  ...Object.values(sharingDiagnostics),
  ...Object.values(checkDiagnostics),
  ...Object.values(analysisDiagnostics),
];
