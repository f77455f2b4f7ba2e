import { scaleLinear } from 'd3-scale';
import type { Group } from '../../../compiler/index.ts';
import { element } from '../../letter/markup.ts';

const WIDTH = 640;
const HEIGHT = 26;

/** One bar for the whole register, a stretch for each group as long as it is large. Groups of nobody have none. */
export function groupsBar(
  groups: { readonly [group in Group]: number },
  order: readonly Group[],
  words: { readonly title: string; readonly group: (group: Group) => string },
): string {
  const rows = order.reduce((sum, group) => sum + groups[group], 0);
  if (rows === 0) return '';
  const x = scaleLinear([0, rows], [0, WIDTH]);
  let before = 0;
  const stretches = order.map((group) => {
    const [from, to] = [x(before), x(before + groups[group])];
    before += groups[group];
    if (from === to) return '';
    const rect = `<rect class="${group}" x="${from}" y="0" width="${to - from}" height="${HEIGHT}">`;
    return `${rect}${element('title', words.group(group))}</rect>`;
  });
  return `<svg class="groups" preserveAspectRatio="none" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">${element('title', words.title)}${stretches.join('')}</svg>`;
}
