import { type Change, describeChange } from '../../../compiler/index.ts';
import type { Session } from '../../console/session.ts';
import { around, element } from '../../letter/markup.ts';
import { citesOf, type PolicyReport, type Side } from '../report.ts';
import { markOf } from '../text.ts';

/** One change: the sentence, clause and effect on apps, then the lines of both versions beside each other. */
export function changeMarkup(change: Change, report: PolicyReport, { texts, language }: Session): string {
  const [mark] = markOf(change);
  const look = { '+': 'added', '-': 'gone', '~': 'other' }[mark];
  const cites = citesOf(change);
  const tags = [
    element('span', cites === '' ? '' : texts.diff.clause(cites)),
    change.app === 'breaking' ? element('span', texts.diff.breaking, ' class="break"') : '',
  ].join('');
  return [
    `<div class="change ${change.decides ? look : 'silent'}">`,
    element('h3', `${mark} ${describeChange(change, language)}`),
    around('p', tags, ' class="tags"'),
    sides(change, report, texts.diff.nothing),
    '</div>',
  ].join('');
}

function sides({ before, after }: Change, report: PolicyReport, nothing: string): string {
  const old = lineOf(before, report.before);
  const fresh = lineOf(after, report.after);
  if (old === null && fresh === null) return '';
  return around(
    'div',
    `${sideMarkup(old, 'old', nothing)}${sideMarkup(fresh, 'new', nothing)}`,
    ' class="sides"',
  );
}

interface Line {
  readonly number: number;
  readonly file: string;
  readonly text: string;
}

/** The line that a change stands on, from the file that holds it. */
function lineOf(side: Change['before'], version: Side | null): Line | null {
  const origin = side?.origin;
  if (!origin || !version) return null;
  const source =
    origin.file === undefined
      ? version.sources[0]
      : version.sources.find(({ path }) => path.endsWith(origin.file?.replace(/^(\.\.?\/)+/, '') ?? ''));
  const text = source?.text.split('\n')[origin.line - 1];
  return text === undefined ? null : { number: origin.line, file: origin.file ?? '', text: text.trim() };
}

function sideMarkup(line: Line | null, name: 'old' | 'new', nothing: string): string {
  if (line === null) return `<div class="${name}">${element('small', nothing)}</div>`;
  const place = line.file === '' ? String(line.number) : `${line.file}:${line.number}`;
  return `<div class="${name}">${element('small', place)}${element('code', line.text)}</div>`;
}
