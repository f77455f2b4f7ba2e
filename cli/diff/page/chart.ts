import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import { element } from '../../letter/markup.ts';
import type { Curve, CurvePoint } from '../curves.ts';

/** What is written on a chart. */
export interface ChartWords {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly before: string;
  readonly after: string;
  readonly own: string;
}

const WIDTH = 640;
const HEIGHT = 300;
const EDGE = { left: 64, right: 16, top: 28, bottom: 44 };

type Read = (point: CurvePoint) => number | null;
const beforeOf: Read = ({ before }) => before;
const afterOf: Read = ({ after }) => after;

/** An amount over one fact, before and after, what lies between them shaded: green more, red less. */
export function chart(curve: Curve, words: ChartWords): string {
  const { points, own } = curve;
  const values = points.flatMap(({ before, after }) => [before ?? 0, after ?? 0]);
  const xs = points.map(({ x }) => x);
  const x = scaleLinear([Math.min(...xs), Math.max(...xs)], [EDGE.left, WIDTH - EDGE.right]);
  const y = scaleLinear([0, Math.max(1, ...values) * 1.08], [HEIGHT - EDGE.bottom, EDGE.top]);
  const stroke = (read: Read, name: string): string => {
    const path = line<CurvePoint>()
      .defined((point) => read(point) !== null)
      .x((point) => x(point.x))
      .y((point) => y(read(point) ?? 0))
      .curve(curveStepAfter)(points);
    return `<path class="${name}" d="${path ?? ''}"/>`;
  };
  const marker = own === null ? '' : `<path class="own" d="M${x(own)},${EDGE.top}V${HEIGHT - EDGE.bottom}"/>`;
  return [
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">`,
    element('title', words.title),
    axes(x, y),
    shade(points, x, y, 'more', (a, b) => b > a),
    shade(points, x, y, 'less', (a, b) => b < a),
    marker,
    stroke(beforeOf, 'before'),
    stroke(afterOf, 'after'),
    element(
      'text',
      words.x,
      ` class="axis" x="${(WIDTH + EDGE.left) / 2}" y="${HEIGHT - 6}" text-anchor="middle"`,
    ),
    element('text', words.y, ` class="axis" x="4" y="14"`),
    '</svg>',
    legend(words, own !== null),
  ].join('');
}

type Scale = ReturnType<typeof scaleLinear<number, number>>;

function axes(x: Scale, y: Scale): string {
  const across = x.ticks(8).map((tick) => {
    const at = x(tick);
    return `<path class="grid" d="M${at},${HEIGHT - EDGE.bottom}v5"/>${element('text', String(tick), ` x="${at}" y="${HEIGHT - EDGE.bottom + 18}" text-anchor="middle"`)}`;
  });
  const up = y.ticks(5).map((tick) => {
    const at = y(tick);
    return `<path class="grid" d="M${EDGE.left},${at}H${WIDTH - EDGE.right}"/>${element('text', tick.toLocaleString('en'), ` x="${EDGE.left - 6}" y="${at + 4}" text-anchor="end"`)}`;
  });
  return [...across, ...up].join('');
}

function shade(
  points: readonly CurvePoint[],
  x: Scale,
  y: Scale,
  name: string,
  holds: (before: number, after: number) => boolean,
): string {
  const path = area<CurvePoint>()
    .defined(({ before, after }) => before !== null && after !== null)
    .x((point) => x(point.x))
    .y0(({ before }) => y(before ?? 0))
    .y1(({ before, after }) => y(holds(before ?? 0, after ?? 0) ? (after ?? 0) : (before ?? 0)))
    .curve(curveStepAfter)(points);
  return `<path class="${name}" d="${path ?? ''}"/>`;
}

function legend(words: ChartWords, own: boolean): string {
  const item = (name: string, text: string): string => `<li class="${name}">${element('span', text)}</li>`;
  return `<ul class="legend">${item('before', words.before)}${item('after', words.after)}${own ? item('own', words.own) : ''}</ul>`;
}
