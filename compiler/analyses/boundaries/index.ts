export type { Applicant, Trial, Try, Values } from './applicant.ts';
export { fewest } from './fewest.ts';
export { type Goal, type GoalKind, Goals } from './goals.ts';
export { type Place, placesOf } from './places.ts';
export type { Reaching } from './pool.ts';
export { readsById } from './reads.ts';
export { movesFrom, type Search, search } from './search.ts';
