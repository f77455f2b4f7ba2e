import type { HoleRules, StageRules } from '../../runtime/rules.ts';
import type { Hole, Stage } from '../ir/policy.ts';
import type { Closing } from './closing.ts';
import { sortable } from './comparison.ts';
import type { Scope } from './scope.ts';

export function stageRules(stage: Stage, scope: Scope, close: Closing): StageRules {
  return {
    id: stage.id,
    cites: stage.origin.cites,
    source: stage.source.k === 'eligible' ? null : stage.source.stage,
    ...(stage.only && { only: close.truth(stage.only) }),
    groupBy: stage.groupBy.map(close.value),
    groupTypes: stage.groupBy.map((key) => key.type),
    order: isHole(stage.order)
      ? holeRules(stage.order)
      : stage.order.map(({ key, direction }) => ({
          key: key.type.t === 'bool' ? close.truth(key) : close.run(sortable(key, scope)),
          direction,
          type: key.type,
        })),
    limits: stage.limits.map(close.number),
    clash: orHole(stage.clash),
    ties: orHole(stage.ties),
    ...(stage.must && { must: close.truth(stage.must) }),
    refill: orHole(stage.refill),
    ...(scope.observer && { watch: (turn) => scope.observer?.turn(stage.id, turn) }),
  };
}

function isHole(value: Stage['order']): value is Hole {
  return 'k' in value;
}

function orHole<T extends string | boolean>(value: T | Hole): T | HoleRules {
  return typeof value === 'object' ? holeRules(value) : value;
}

/** Why a place of a programme where a rule was expected is open. */
export function holeRules({ id, why, by, text }: Hole): HoleRules {
  if (why === 'determination') return { hole: [{ kind: 'determination', by: by ?? '', what: id }] };
  return { hole: [{ kind: 'unspecified', at: id, text: text ?? '' }] };
}
