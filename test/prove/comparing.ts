import {
  type Comparison,
  compareVersions,
  type Ends,
  type Given,
  type Policy,
  type Region,
  type Solver,
  type Within,
} from '../../compiler/index.ts';
import { compiled } from '../diff/kit.ts';

export const plain: Given = { binding: { asOf: '2024-06-01', parameters: {} }, bases: {} };

/** All comparisons of two versions, given as text or compiled. */
export async function compared(
  before: string | Policy,
  after: string | Policy,
  solver: Solver,
  given: Given = plain,
): Promise<readonly Comparison[]> {
  const [old, fresh] = [before, after].map((one) => (typeof one === 'string' ? compiled(one) : one));
  const found: Comparison[] = [];
  for await (const one of compareVersions(old as Policy, fresh as Policy, given, solver)) found.push(one);
  return found;
}

/** A solver that counts the questions put to it. */
export function counting(solver: Solver): { readonly solver: Solver; readonly asked: () => number } {
  let asked = 0;
  const session: Solver['session'] = (timeout) => {
    const own = solver.session(timeout);
    const check = (assertion: string) => {
      asked += 1;
      return own.check(assertion);
    };
    return { tell: (text) => own.tell(text), check, close: () => own.close() };
  };
  return { solver: { session }, asked: () => asked };
}

const ends = ({ min, max, exact }: Ends): string => {
  const one = min === max ? String(min) : `${String(min)}..${String(max)}`;
  return exact ? one : `${one} about`;
};

function held({ key, min, max, above, below, among, has, lacks }: Within): string {
  if (among) return `${key} in ${JSON.stringify(among)}`;
  if (has || lacks)
    return `${key} ${[...(has ?? []).map((o) => `+${o}`), ...(lacks ?? []).map((o) => `-${o}`)].join(' ')}`;
  const [low, high] = [min ?? '', max ?? ''].map(String);
  return `${key} ${above ? '(' : '['}${low}, ${high}${below ? ')' : ']'}`;
}

/** Who a region is of and how they fare; not who shows it. Rows without the name of the programme. */
export function shownBy({ kind, by, where, rows, amount, dates }: Region): string {
  const row = (id: string | null): string => (id === null ? '-' : id.slice(id.indexOf('.tier.') + 6));
  return [
    kind,
    ...(rows ? [`${row(rows.before)} → ${row(rows.after)}`] : []),
    ...(amount ? [`${amount.of === 'total' ? 'total ' : ''}${ends(amount)}`] : []),
    ...(dates ? [`${dates.part} ${dates.way}${dates.by ? ` ${ends(dates.by)} ${dates.unit}` : ''}`] : []),
    ...by.map(({ id, was, is }) => `by ${id.slice(id.lastIndexOf('.') + 1)} ${was ?? '∅'}→${is ?? '∅'}`),
    ...where.map((one) => `where ${held(one)}`),
  ].join(' | ');
}

/** What differs from where the search began. */
export function witnessOf({
  witness: { before, after, changed },
}: Region): Readonly<Record<string, unknown>> {
  return Object.fromEntries(changed.map((key) => [key, after.raw.get(key) ?? before.raw.get(key) ?? null]));
}
