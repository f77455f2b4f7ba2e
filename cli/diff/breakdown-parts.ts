import type { Breakdown, BreakdownPart } from '../../compiler/index.ts';
import type { Session } from '../console/session.ts';
import { figure } from '../texts/figure.ts';
import { nameOf, signedMoney, sumText } from './population-parts.ts';
import type { PolicyReport, PopulationReport } from './report.ts';

/** A table as it is shown: the first column is text, the others are figures. */
export interface BreakdownTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** By the facts asked about; by tier and payer where anything differs. Most people first, then by key. */
export function breakdownTables(
  { breakdowns }: PopulationReport,
  report: PolicyReport,
  session: Session,
): readonly BreakdownTable[] {
  return breakdowns
    .filter(({ by, parts }) => by === 'fact' || parts.some(differs))
    .map((one) => tableOf(one, report, session));
}

const differs = ({ eligible, money }: BreakdownPart): boolean =>
  eligible.before !== eligible.after ||
  String(money.by.settled) !== '0' ||
  money.before.open !== money.after.open;

function tableOf({ by, at, parts }: Breakdown, report: PolicyReport, session: Session): BreakdownTable {
  const { breakdown: say, population } = session.texts.diff;
  const { rows, winner, loser, eligibleBefore, eligibleAfter } = say.columns;
  const people = by === 'fact' ? [rows, winner, loser] : [];
  const name = (key: string | null): string => {
    if (key === null) return say.unknown[by];
    return by === 'tier' ? nameOf(report, key, session) : key;
  };
  const sorted = [...parts].sort((a, b) => b.rows - a.rows || (name(a.key) < name(b.key) ? -1 : 1));
  return {
    title: say.titles[by](nameOf(report, at, session)),
    head: [
      '',
      ...people,
      eligibleBefore,
      eligibleAfter,
      population.before,
      population.after,
      population.difference,
    ],
    rows: sorted.map((part) => [name(part.key), ...figuresOf(part, by, session)]),
  };
}

function figuresOf(part: BreakdownPart, by: Breakdown['by'], { texts }: Session): readonly string[] {
  const { rows, groups, eligible, money } = part;
  const people = by === 'fact' ? [rows, groups.winner, groups.loser] : [];
  const gained = money.by.settled;
  return [
    ...[...people, eligible.before, eligible.after].map(figure),
    sumText(money.before, texts),
    sumText(money.after, texts),
    signedMoney({ min: gained, max: gained }, texts.language),
  ];
}
