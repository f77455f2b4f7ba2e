import { describe, expect, test } from 'vitest';
import { describeChange, type Policy, partStates, structuralChanges } from '../../compiler/index.ts';
import { amountPairs } from './notices/amounts.ts';
import { conditionPairs } from './notices/conditions.ts';
import { factPairs } from './notices/facts.ts';
import { type NoticePair, versions } from './notices/kit.ts';
import { procedurePairs } from './notices/procedures.ts';
import { refactorings } from './notices/refactorings.ts';
import { restPairs } from './notices/rest.ts';

const changes = [...conditionPairs, ...amountPairs, ...factPairs, ...procedurePairs, ...restPairs];

const states = (before: Policy, after: Policy, wanted: (state: string) => boolean): readonly string[] =>
  partStates(before, after).flatMap(({ id, state }) => (wanted(state) ? [id] : []));

function told(before: Policy, after: Policy): readonly string[] {
  return structuralChanges(before, after).map((one) => `${one.kind} | ${describeChange(one, 'zh')}`);
}

describe('changes of the real notices', () => {
  test.each(changes)('$notice $title', (pair) => {
    const [before, after] = versions(pair);
    expect(told(before, after)).toEqual(pair.zh);
    expect(states(before, after, (state) => state !== 'same')).toEqual(pair.changed);
    expect(structuralChanges(after, before).length > 0).toBe(pair.zh.length > 0);
  });

  test('every notice at least twice', () => {
    const count = (notice: string) => changes.filter((pair) => pair.notice === notice).length;
    const all = Array.from({ length: 19 }, (_, i) => String(i + 1).padStart(2, '0'));
    expect(all.filter((notice) => count(notice) < 2)).toEqual([]);
    expect(changes.length).toBeGreaterThanOrEqual(44);
  });
});

describe('refactorings of the real notices', () => {
  test.each(refactorings)('$notice $title', (pair: NoticePair) => {
    const [before, after] = versions(pair);
    expect(told(before, after)).toEqual(pair.zh);
    expect(structuralChanges(before, after).filter(({ decides }) => decides)).toEqual([]);
    expect(states(before, after, (state) => state !== 'same')).toEqual([]);
  });

  test('at least twelve', () => expect(refactorings.length).toBeGreaterThanOrEqual(12));
});
