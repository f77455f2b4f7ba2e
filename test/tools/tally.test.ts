import { describe, expect, test } from 'vitest';
import { closingLine, tally } from '../../tools/tally.mjs';

const passing = { status: 'passed', assertionResults: [{ status: 'passed' }] };
const failing = { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] };
const broken = { status: 'failed', assertionResults: [] };

const report = (passed: number, failed: number, pending: number, testResults: object[]) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: pending,
  numTodoTests: 0,
  testResults,
});

describe('the closing line of npm test', () => {
  test('counts tests', () => {
    expect(closingLine(tally(report(2, 1, 0, [passing, failing])))).toBe('2 passed, 1 failed');
  });

  test('counts a file that did not load as one failure', () => {
    expect(closingLine(tally(report(1, 0, 0, [passing, broken])))).toBe('1 passed, 1 failed');
  });

  test('names skipped tests only when there are any', () => {
    expect(closingLine(tally(report(1, 0, 3, [passing])))).toBe('1 passed, 0 failed, 3 skipped');
  });
});
