import { workerData } from 'node:worker_threads';

/** What every thread was handed when it started. Only on a thread. */
export function handed<Given>(): Given {
  const [, given] = workerData as readonly [unknown, Given];
  return given;
}
