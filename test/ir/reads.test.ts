import { describe, expect, it } from 'vitest';
import { readsOf } from '../../compiler/testkit.ts';
import { Builder, date, int, money } from './build.ts';
import { everything } from './everything.ts';

const policy = everything();
const reads = readsOf(policy);
const b = new Builder();

describe('readsOf', () => {
  it('follows definitions', () => {
    expect(reads(b.node(date, { k: 'def', def: 'reachedOn' }))).toEqual(['birth', 'sex']);
  });

  it('follows tier tables, with the parameters of their rows', () => {
    expect(reads(b.node(money, { k: 'tierOf', programme: 'aid' }))).toEqual(['city', 'rate', 'terms']);
  });

  it('follows the rules behind an outcome', () => {
    const outcome = b.node({ t: 'bool' }, { k: 'outcome', of: 'household', state: 'eligible' });
    expect(reads(outcome)).toEqual(['members']);
  });

  it('follows duties: rule, 当, 例外, term and last days', () => {
    const met = (of: string) => b.node({ t: 'bool' }, { k: 'outcome', of, state: 'met' });
    expect(reads(met('person.visit'))).toEqual(['received', 'visits', 'warnings']);
    expect(reads(met('person.reached'))).toEqual(['constructor', 'flag', 'received']);
  });

  it('finds nothing in a constant', () => {
    expect(reads(b.lit(int, '1'))).toEqual([]);
  });
});
