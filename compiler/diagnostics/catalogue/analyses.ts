import { analysisConditions } from './analysis-conditions.ts';
import { analysisMarks } from './analysis-marks.ts';
import { analysisTiers } from './analysis-tiers.ts';
import { analysisUnused } from './analysis-unused.ts';

/** What the analyses find in a policy that compiles. */
export const analysisDiagnostics = {
  ...analysisConditions,
  ...analysisTiers,
  ...analysisUnused,
  ...analysisMarks,
} as const;
