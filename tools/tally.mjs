/** Counts from vitest's JSON report. A test file that did not load has no test to count: it is one failure. */
import { existsSync, readFileSync } from 'node:fs';

export function readTally(path) {
  if (!existsSync(path)) return { passed: 0, failed: 0, skipped: 0 };
  return tally(JSON.parse(readFileSync(path, 'utf8')));
}

export function tally(report) {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

export function closingLine({ passed, failed, skipped }) {
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}
