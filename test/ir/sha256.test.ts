import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../compiler/testkit.ts';

const platform = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('sha256', () => {
  it('gives the published digest of abc', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('agrees with the platform around block borders', () => {
    for (let length = 0; length < 130; length++) {
      expect(sha256('a'.repeat(length))).toBe(platform('a'.repeat(length)));
    }
  });

  it('agrees with the platform on any text, lone surrogates included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(sha256(text)).toBe(platform(text));
      }),
      { numRuns: 200 },
    );
    expect(sha256('\ud800帮扶')).toBe(platform('\ud800帮扶'));
  });
});
