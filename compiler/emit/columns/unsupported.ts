/** What columns are not computed for, so that rows are decided one by one. */
export type Obstacle = 'division' | 'range' | 'texts' | 'calendar' | 'sets' | 'lines' | 'table' | 'numbers';

/** Ends the making of a programme's kernel; caught where kernels are made. */
export class NotColumnar extends Error {
  readonly obstacle: Obstacle;

  constructor(obstacle: Obstacle) {
    super(obstacle);
    this.obstacle = obstacle;
  }
}
