import type { Type } from '../../../runtime/types.ts';

/** How a value is typed in the generated text. */
export type Holds = 'truth' | 'number' | 'text' | 'set' | 'list' | 'value';

export function holds(type: Type): Holds {
  switch (type.t) {
    case 'bool':
      return 'truth';
    case 'enum':
    case 'text':
    case 'yearlyDay':
      return 'text';
    case 'set':
      return 'set';
    case 'list':
      return 'list';
    case 'record':
    case 'ref':
    case 'keyed':
      return 'value';
    default:
      return 'number';
  }
}
