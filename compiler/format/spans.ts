import { spellings } from '../../grammar/index.ts';
import type { SpanExpression } from '../ast/expressions.ts';
import type { Pen } from './pen.ts';

/** Where a span stands: after 在; after a keyword of its own line; or where 自 must announce it. */
export type SpanPlace = 'predicate' | 'line' | 'led';

export function spanText(of: SpanExpression, pen: Pen, place: SpanPlace): string {
  const { shape } = of;
  switch (shape.kind) {
    case 'half':
      return halfText(pen.expression(shape.at), shape.side, shape.included, pen);
    case 'between':
      return betweenText(shape, pen, place);
    case 'lasting': {
      const from = `${pen.expression(shape.from)}${mark(shape.fromIncluded, pen)}`;
      return `${pen.word('sinceDay')} ${from} ${pen.expression(shape.length)}`;
    }
    case 'window':
      return windowText(shape, pen);
    case 'last':
      return lastText(shape, pen);
    case 'whole': {
      const inside = pen.language === 'zh' && place === 'predicate' ? ` ${pen.word('inside')}` : '';
      return `${pen.expression(shape.of)}${inside}`;
    }
  }
}

type Shape<K> = SpanExpression['shape'] & { kind: K };

function mark(included: boolean, pen: Pen): string {
  const { mark: words } = spellings[pen.language];
  return `(${words[included ? 'included' : 'excluded'][0] ?? ''})`;
}

function halfText(at: string, side: 'before' | 'after', included: boolean, pen: Pen): string {
  if (pen.language === 'zh') return `${at} ${pen.word(side)}${mark(included, pen)}`;
  const on = side === 'before' ? 'onOrBefore' : 'onOrAfter';
  return `${pen.word(included ? on : side)} ${at}`;
}

function betweenText(shape: Shape<'between'>, pen: Pen, place: SpanPlace): string {
  const end = (included: boolean) => (shape.marked ? mark(included, pen) : '');
  const from = shape.from ? `${pen.expression(shape.from)}${end(shape.fromIncluded)}` : '';
  const to = shape.to ? ` ${pen.word('to')} ${pen.expression(shape.to)}${end(shape.toIncluded)}` : '';
  const led = place === 'led' || to === '' || (place === 'line' && shape.marked);
  return `${led ? `${pen.word('sinceDay')} ` : ''}${from}${to}`;
}

function windowText(shape: Shape<'window'>, pen: Pen): string {
  const at = pen.expression(shape.at);
  const length = pen.expression(shape.length);
  if (pen.language === 'zh') return `${at} ${pen.word(shape.side)} ${length} ${pen.word('inside')}`;
  return `${pen.word('within')} ${length} ${pen.word(shape.side)} ${at}`;
}

function lastText(shape: Shape<'last'>, pen: Pen): string {
  const length = pen.expression(shape.length);
  const upTo = shape.upTo ? `${pen.word('upTo')} ${pen.expression(shape.upTo)}` : '';
  if (pen.language === 'en')
    return [`${pen.word('recent')} ${length}`, upTo].filter((part) => part).join(' ');
  return [upTo, `${pen.word('recent')} ${length} ${pen.word('inside')}`].filter((part) => part).join(' ');
}
