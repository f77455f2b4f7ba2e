import { describe, expect, it } from 'vitest';
import { printIr, readIr, writeIr } from '../../compiler/index.ts';
import { everything } from './everything.ts';

const policy = everything();

describe('writeIr and readIr', () => {
  it('give the same policy back', () => {
    expect(readIr(writeIr(policy))).toEqual({ policy });
  });

  it('refuse another version, and say which', () => {
    const newer = writeIr(policy).replace('"ir": 1', '"ir": 2');
    expect(readIr(newer)).toEqual({ problem: 'version', found: 2, expected: 1 });
  });

  it('refuse what is no policy', () => {
    expect(readIr('{')).toEqual({ problem: 'notJson' });
    expect(readIr('[1]')).toEqual({ problem: 'notPolicy' });
    expect(readIr('{"ir": 1, "id": "x", "names": {}}')).toEqual({ problem: 'notPolicy' });
  });
});

describe('printIr', () => {
  const text = printIr(policy);

  it('shows rules with their clauses, tables and stages', () => {
    expect(text).toContain('rule aid.达到年龄 [一.1]\n            le (definition reachedOn) asOf');
    expect(text).toContain(
      'row aid.tier.over 30 [四.4]\n          lt (30:qty year) $0\n          then 90000:money',
    );
    expect(text).toContain('stage aid.second from aid.places');
    expect(text).toContain('parameter rate: money by text by 市');
  });

  it('shows duties with their periods, last days and exceptions', () => {
    expect(text).toContain(
      'duty person.visit every 1 month [八.1]\n    during (span (from received))\n    must\n      rule person.visit [八.1]',
    );
    expect(text).toContain('exists (list dated by self within the period visits) (atLeast 1:int)');
    expect(text).toContain('span (from (start of the period)) (through (end of the period))');
    expect(text).toContain('excused\n      rule person.answer.except.1 [八.3]');
    expect(text).toContain('due person.answer.due.1 [八.2]\n      span (through 2022-12-31:date)');
    expect(text).toContain('target person.reached [八.4]\n    measured on 2020-12-31:date');
  });

  it('keeps lines within 100 columns where an outline can be broken', () => {
    const long = text.split('\n').filter((line) => line.length > 100);
    expect(long).toEqual([]);
  });

  it('gives every definition, programme and step once', () => {
    for (const id of [
      'definition share',
      'programme aid',
      'programme household',
      'step claim',
      'step review',
      'assert growing',
    ]) {
      expect(text.split(`\n  ${id}`).length + text.split(`\n    ${id}`).length, id).toBe(3);
    }
  });
});
