export type { Applicant, Trial, Try, Values } from './applicant.ts';
export { type Goal, type GoalKind, Goals } from './goals.ts';
export { type Place, placesOf } from './places.ts';
export { readsById } from './reads.ts';
export { fewest, movesFrom, type Search, search } from './search.ts';
