import { type Coverage, percentOf } from '../../compiler/index.ts';

/** `coverage` of `bangfu.test/1`. */
export const coverageJson = (coverage: Coverage): unknown => ({
  percent: percentOf(coverage.seen, coverage.wanted),
  seen: coverage.seen,
  wanted: coverage.wanted,
  excused: coverage.excused,
  items: coverage.items,
  clauses: coverage.clauses,
  needless: coverage.needless.map(({ item, result }) => ({ kind: item.kind, id: item.id, result })),
});
