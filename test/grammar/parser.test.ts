import { describe, expect, it } from 'vitest';
import { LineParser } from '../../grammar/parser/lines.ts';

describe('the grammar', () => {
  it('has no ambiguity at two tokens of lookahead', () => {
    expect(() => new LineParser({ skipValidations: false })).not.toThrow();
  });
});
