/** What columns are not computed for, so that rows are decided one by one. */
const OBSTACLES = {
  division: 'it divides by what a record says',
  range: 'its numbers may be too large',
  texts: 'it compares texts of a record with each other',
  calendar: 'it asks the calendar for a day of the record',
  sets: 'it looks at a set of many options',
  numbers: 'its amounts may have fractions',
} as const;

export type Obstacle = keyof typeof OBSTACLES;

/** Ends the making of a programme's kernel; caught where kernels are made. */
export class NotColumnar extends Error {
  constructor(obstacle: Obstacle) {
    super(OBSTACLES[obstacle]);
  }
}
