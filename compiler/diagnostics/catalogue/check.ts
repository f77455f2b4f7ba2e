import { checkBands } from './check-bands.ts';
import { checkChoices } from './check-choices.ts';
import { checkConditions } from './check-conditions.ts';
import { checkProgrammes } from './check-programmes.ts';
import { relationDiagnostics } from './check-relations.ts';
import { checkTables } from './check-tables.ts';
import { checkTime } from './check-time.ts';
import { checkValues } from './check-values.ts';

/** Findings about types, units and the shape of rules. */
export const checkDiagnostics = {
  ...checkValues,
  ...checkConditions,
  ...checkTables,
  ...checkProgrammes,
  ...relationDiagnostics,
  ...checkTime,
  ...checkBands,
  ...checkChoices,
} as const;
