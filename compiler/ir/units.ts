import type { Id, Type, UnitMeta } from '../../runtime/types.ts';

/** What periods are counted in, with the exact number of them that one unit makes. */
export interface Period {
  readonly base: Id;
  /** Exact fraction as text. */
  readonly factor: string;
}

/** A unit without declaration counts itself. */
export function unitOf(type: Type, units: readonly UnitMeta[]): Period {
  if (type.t !== 'qty') return { base: type.t, factor: '1' };
  const unit = units.find((candidate) => candidate.id === type.unit);
  return unit ? { base: unit.base, factor: unit.factor } : { base: type.unit, factor: '1' };
}
