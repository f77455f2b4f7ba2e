import type { Expression, Predicate, Test } from '../ast/expressions.ts';
import type { Pen } from './pen.ts';
import { spanText } from './spans.ts';

/** Facts whose options a value compared with `subject` may name. */
export function hintsOf(subject: Expression | undefined): readonly string[] {
  switch (subject?.kind) {
    case 'name':
      return [subject.name.text];
    case 'member':
      return [subject.field.text];
    case 'bracketed':
      return hintsOf(subject.of);
    case 'aggregate': {
      const { fields, name } = subject.list;
      return [fields[fields.length - 1]?.text ?? name.text];
    }
    default:
      return [];
  }
}

/** `S 30 年 以上`; without a subject only the predicate. */
export function testText(of: Test, pen: Pen): string {
  const subject = of.subject ? `${pen.expression(of.subject)} ` : '';
  const inner = of.subject ? pen.within({ options: hintsOf(of.subject) }) : pen;
  return `${subject}${predicateText(of.predicate, inner, of.subject?.kind === 'elapsed')}`;
}

const contained = {
  one: 'contains',
  not: 'containsNot',
  any: 'containsAny',
  all: 'containsAll',
} as const;

function predicateText(of: Predicate, pen: Pen, elapsed: boolean): string {
  switch (of.kind) {
    case 'bound':
      return boundText(of.op, of.value, pen, elapsed);
    case 'range':
      return `${of.fromExcluded ? `${pen.word('above')} ` : ''}${pen.expression(of.from)} ${pen.word('to')} ${pen.expression(of.to)}`;
    case 'within':
      return withinText(of.in, of.negated, pen);
    case 'is':
      return `${pen.word(of.negated ? 'isNot' : 'is')} ${pen.expression(of.value)}`;
    case 'oneOf':
      return `${pen.word(of.negated ? 'notOneOf' : 'oneOf')} ${pen.expression(of.set)}`;
    case 'contains':
      return `${pen.word(contained[of.mode])} ${pen.expression(of.value)}`;
    case 'exists':
      return pen.word(of.negated ? 'existsNot' : 'exists');
    case 'state':
      return pen.keyword('state', of.state);
  }
}

type BoundOp = 'ge' | 'gt' | 'le' | 'lt' | 'eq';

const prefixes = { ge: 'notBelow', gt: 'above', le: 'notAbove', lt: 'below', eq: 'exactly' } as const;

/** A literal is followed by 以上 or 以下; any other operand, and every strict bound, has its word in front. */
function boundText(op: BoundOp, value: Expression, pen: Pen, elapsed: boolean): string {
  const printed = pen.expression(value);
  if (pen.language === 'en') return `${pen.word(prefixes[op])} ${printed}`;
  if (elapsed) return `${elapsedWord(op, pen)} ${printed}`;
  const isLiteral = value.kind === 'number' && !value.value.startsWith('-');
  if (isLiteral && (op === 'ge' || op === 'le')) return postfixed(op, printed, pen);
  return `${pen.word(prefixes[op])} ${printed}`;
}

function postfixed(op: 'ge' | 'le', printed: string, pen: Pen): string {
  return `${printed} ${pen.word(op === 'ge' ? 'orMore' : 'orLess')}`;
}

/** After 至今: 满 不满 超过 不超过. */
function elapsedWord(op: BoundOp, pen: Pen): string {
  if (op === 'ge') return pen.word('reaches');
  if (op === 'lt') return pen.word('shortOf');
  return op === 'le' ? pen.keyword('head', 'cap') : pen.word(prefixes[op]);
}

/** How many elements: `2 次 以上`, `2 times or more`, so that the list's name is never taken for a unit. */
export function countText(of: Predicate, pen: Pen): string {
  if (of.kind !== 'bound') return predicateText(of, pen, false);
  const printed = pen.expression(of.value);
  if (of.op === 'ge' || of.op === 'le') return postfixed(of.op, printed, pen);
  return `${pen.word(prefixes[of.op])} ${printed}`;
}

/** English halves and windows are predicates themselves and take no "in". */
function withinText(of: Expression, negated: boolean, pen: Pen): string {
  const isBare = of.kind === 'span' && (of.shape.kind === 'half' || of.shape.kind === 'window');
  const printed = of.kind === 'span' ? spanText(of, pen, 'predicate') : pen.expression(of);
  if (pen.language === 'en' && isBare && !negated) return printed;
  return `${pen.word(negated ? 'notIn' : 'in')} ${printed}`;
}
