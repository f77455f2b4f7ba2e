import { identifier } from './names.ts';
import type { Unit } from './unit.ts';

// Names of the functions of a generated module. The first thing that asks for a word gets it.

export function definitionName(id: string, unit: Unit): string {
  return unit.names.of(`definition ${id}`, identifier(id));
}

/** The function that gives what a programme's tier table gives. */
export function tierName(programme: string, unit: Unit): string {
  return unit.names.of(`tier of ${programme}`, identifier(`${programme}_tier`));
}

/** The function that reads the rows of a programme's tier table. */
export function tierTableName(programme: string, unit: Unit): string {
  return unit.names.of(`tier table of ${programme}`, identifier(`${programme}_tierTable`));
}

export function ruleName(id: string, unit: Unit): string {
  return unit.names.of(`rule ${id}`, identifier(id));
}
