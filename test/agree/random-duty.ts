import type { Expr } from '../../compiler/index.ts';
import type { Duty, Every } from '../../compiler/testkit.ts';
import { type Builder, bool, date, qty } from '../ir/build.ts';
import type { Random } from './random.ts';
import type { RandomExpressions } from './random-expression.ts';

const UNITS: readonly [Every['unit'], ...Every['unit'][]] = [
  'day',
  'week',
  'tenDays',
  'month',
  'quarter',
  'halfYear',
  'year',
];

/** Duties of `person` of every shape: periodic or not, with and without term, last days, exceptions. */
export function randomDuties(r: Random, b: Builder, make: RandomExpressions): readonly Duty[] {
  return r.some(1, 3, (): Duty => {
    const id = `person.duty${b.int(0).id}`;
    const every = r.below(3) > 0 ? { count: 1 + r.below(2), unit: r.one(...UNITS) } : undefined;
    make.inPeriod = every !== undefined;
    const must = b.rule(id, make.of(bool, 2), '五.1');
    const when = r.below(3) === 0 ? make.of(bool, 1) : undefined;
    const excused = r.some(0, 1, () => b.rule(`${id}.except`, make.of(bool, 1)));
    const due = r.some(0, 1, () => ({
      id: `${id}.due`,
      origin: b.origin('五.2'),
      span: lastDay(make.of(date, 1)),
    }));
    make.inPeriod = false;
    return {
      id,
      kind: r.one('duty', 'target'),
      subject: 'person',
      origin: b.origin('五'),
      ...(every && { every }),
      reads: r.one('log', 'state'),
      ...(r.below(6) > 0 && { during: term(r, b, every) }),
      ...(r.below(4) === 0 && { measuredOn: make.of(date, 1) }),
      ...(when && { when }),
      must,
      excused,
      due,
    };
  });
}

const lastDay = (hi: Expr) => ({ loIn: false, hi, hiIn: true });

/** Short periods begin shortly before the decision date: a record has a few dozen of them. */
function term(r: Random, b: Builder, every: Every | undefined) {
  const ago = { day: 'week', week: 'month', tenDays: 'month' }[every?.unit as 'day'] ?? 'year';
  const asOf = () => b.node(date, { k: 'asOf' });
  const before = () =>
    b.node(date, {
      k: 'addPeriod',
      date: asOf(),
      n: b.lit(qty(ago), String(r.below(5))),
      sign: r.one(-1, -1, -1, 1),
    });
  const own = every === undefined || every.unit === 'year';
  const lo = own ? b.fact(date, r.one('birth', 'death', 'signed')) : before();
  const hi = r.one<() => Expr | undefined>(
    () => undefined,
    () => b.fact(date, 'death'),
    asOf,
  )();
  return { lo, loIn: r.below(3) > 0, ...(hi && { hi }), hiIn: r.below(2) > 0 };
}
