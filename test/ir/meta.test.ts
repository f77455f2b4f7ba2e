import { describe, expect, it } from 'vitest';
import { type Policy, policyMeta, policyVersion } from '../../compiler/index.ts';
import { everything } from './everything.ts';

/** The same policy as if its file were laid out otherwise: every line and span is another. */
function laidOutAnew(policy: Policy): Policy {
  const text = JSON.stringify(policy, (key, value: unknown) =>
    key === 'line' ? Number(value) + 7 : key === 'span' && isOffsets(value) ? { start: 1, end: 2 } : value,
  );
  return JSON.parse(text) as Policy;
}

function isOffsets(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}

const policy = everything();
const version = policyVersion(policy);

describe('policyVersion', () => {
  it('is a SHA-256 digest', () => {
    expect(version).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(policyMeta(policy).version).toBe(version);
  });

  it('does not hang on layout, names or the order of declarations', () => {
    const moved = laidOutAnew(policy);
    expect(moved).not.toEqual(policy);
    expect(policyVersion(moved)).toBe(version);
    expect(policyVersion({ ...policy, names: {} })).toBe(version);
    expect(policyVersion({ ...policy, definitions: [...policy.definitions].reverse() })).toBe(version);
    expect(policyVersion(JSON.parse(JSON.stringify(policy)) as Policy)).toBe(version);
  });

  it('changes with a figure, a clause and an id', () => {
    const changed = (from: string, to: string) =>
      policyVersion(JSON.parse(JSON.stringify(policy).replace(from, to)) as Policy);
    const versions = [
      changed('"3000050"', '"3000051"'),
      changed('"四.4"', '"四.5"'),
      changed('"aid.two of.1"', '"aid.two of.9"'),
      changed('"every":{"count":1,"unit":"month"}', '"every":{"count":1,"unit":"week"}'),
      changed('"windowed":true', '"time":"self"'),
    ];
    expect(new Set([...versions, version]).size).toBe(6);
  });
});

describe('policyMeta', () => {
  it('tells facts and parameters without rules', () => {
    const meta = policyMeta(policy);
    expect(meta.subjects.map(({ id }) => id)).toEqual(['person', 'family']);
    expect(meta.subjects[0]?.facts.find(({ id }) => id === 'heads')).toEqual({
      id: 'heads',
      type: { t: 'qty', unit: 'person' },
      optional: false,
    });
    expect(JSON.stringify(meta)).not.toMatch(/"origin"|"rows"|"fallback"/);
  });
});
