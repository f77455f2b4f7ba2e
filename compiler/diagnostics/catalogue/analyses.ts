import { analysisConditions } from './analysis-conditions.ts';
import { analysisConflicts } from './analysis-conflicts.ts';
import { analysisDays } from './analysis-days.ts';
import { analysisDates } from './analysis-dates.ts';
import { analysisMarks } from './analysis-marks.ts';
import { analysisParameters } from './analysis-parameters.ts';
import { analysisTimetables } from './analysis-timetables.ts';
import { analysisTiers } from './analysis-tiers.ts';
import { analysisUnused } from './analysis-unused.ts';

/** What the analyses find in a policy that compiles. */
export const analysisDiagnostics = {
  ...analysisConditions,
  ...analysisConflicts,
  ...analysisTiers,
  ...analysisUnused,
  ...analysisDates,
  ...analysisParameters,
  ...analysisTimetables,
  ...analysisDays,
  ...analysisMarks,
} as const;
