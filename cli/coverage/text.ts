import { type Coverage, type Covered, percentOf } from '../../compiler/index.ts';
import type { Session } from '../console/session.ts';
import { tableText } from '../render/table.ts';
import type { Texts } from '../texts/texts.ts';

/** The share reached, then every item with something never seen, by its line. */
export async function coverageText(coverage: Coverage, session: Session): Promise<string> {
  const { coverage: say } = session.texts;
  const open = coverage.items.filter(({ missing }) => missing.length > 0);
  const columns = Object.values(say.columns).map((title) => ({ title }));
  const rows = open.map((item) => [
    String(item.line),
    say.kinds[item.kind],
    item.text[session.language],
    resultsText(item.seen, session.texts),
    resultsText(item.missing, session.texts),
  ]);
  const { clauses } = coverage;
  const gaps = clauses.filter(({ seen, wanted }) => seen < wanted).map(({ clause }) => clause);
  const lines = [
    headline(coverage, session.texts),
    say.clauses(clauses.length - gaps.length, clauses.length, gaps),
    ...coverage.needless.map(({ item, result }) =>
      session.paintOut(
        'red',
        say.needless(item.text[session.language], resultsText([result], session.texts)),
      ),
    ),
    await tableText(columns, rows),
  ];
  return lines
    .filter((line) => line !== '')
    .join('\n')
    .trimEnd();
}

export const headline = ({ seen, wanted, excused }: Coverage, { coverage }: Texts): string =>
  coverage.headline(percentOf(seen, wanted), seen, wanted, excused);

export const resultsText = (results: readonly string[], { coverage, list }: Texts): string =>
  list(
    results.map((result) => (coverage.results as { readonly [result: string]: string })[result] ?? result),
  );

/** Complete, partly tried, or never. */
export function standing({ missing, wanted }: Pick<Covered, 'missing' | 'wanted'>): 'full' | 'part' | 'none' {
  if (missing.length === 0) return 'full';
  return missing.length < wanted.length ? 'part' : 'none';
}
