import { identifier } from './names.ts';
import type { Unit } from './unit.ts';

// Names of the functions of a generated module. The first thing that asks for a word gets it.

export function definitionName(id: string, unit: Unit): string {
  unit.definitionsRead.add(id);
  return unit.names.of(`definition ${id}`, identifier(id));
}

/** The function that gives what a programme's tier table gives. */
export function tierName(programme: string, unit: Unit): string {
  unit.tiersRead.add(programme);
  return unit.names.of(`tier of ${programme}`, identifier(`${programme}_tier`));
}

/** The function that reads the rows of a programme's tier table. */
export function tierTableName(programme: string, unit: Unit): string {
  return unit.names.of(`tier table of ${programme}`, identifier(`${programme}_tierTable`));
}

/** The function that reads the table that a definition is. */
export function definitionTableName(id: string, unit: Unit): string {
  return unit.names.of(`table of ${id}`, identifier(`${id}_table`));
}

export function ruleName(id: string, unit: Unit): string {
  return unit.names.of(`rule ${id}`, identifier(id));
}
