export { allOf, anyOf, asked, notOf } from './asked.ts';
export { EXAMPLE_DAY, exampleOf, type Words } from './example.ts';
export { and, type Formula, NO, or, YES } from './formula.ts';
export { Inquiry, type Replay } from './inquiry.ts';
export { keyOf } from './key.ts';
export { negate } from './negate.ts';
export { withKeys } from './substitute.ts';
export { fixedTime, type Reach, yearProfile } from './years.ts';
