import type { Exact } from '../../../runtime/value.ts';
import type * as L from '../../lower/index.ts';
import { constant, less, type NumberCode, same } from './arithmetic.ts';
import type { Kind, Row, TruthCode } from './row.ts';
import { rowsOf } from './tables.ts';
import { and, NO, not, or, YES } from './text.ts';
import { NotColumnar } from './unsupported.ts';

/** A condition that hangs on more than one source. */
export function computed(row: Row, node: L.Truth): TruthCode {
  switch (node.k) {
    case 'fact': {
      const instead = row.inputs.instead(node.input);
      if (instead?.holds !== 'truth') throw new RangeError(`fact ${node.input} has no source`);
      return row.truth(instead);
    }
    case 'let': {
      const local = row.local(node.local);
      if (local?.holds !== 'truth') throw new RangeError(`no condition ${node.local}`);
      return row.truth(local);
    }
    case 'not': {
      const a = row.truth(node.a);
      return { yes: not(a.may), may: not(a.yes), hard: a.hard };
    }
    case 'all':
      return joined(
        node.parts.map((part) => row.truth(part)),
        and,
      );
    case 'any':
      return joined(
        node.parts.map((part) => row.truth(part)),
        or,
      );
    case 'atLeast':
      return atLeast(
        node.n,
        node.parts.map((part) => row.truth(part)),
      );
    case 'same': {
      const [a, b] = [row.truth(node.a), row.truth(node.b)];
      return joined([joined([a, b], and), joined([negated(a), negated(b)], and)], or);
    }
    case 'if':
      return choice(row.truth(node.c), row.truth(node.a), row.truth(node.b));
    case 'table':
      return tableTruth(row, node.table);
    default:
      return compared(row, node);
  }
}

function compared(row: Row, node: L.Truth): TruthCode {
  switch (node.k) {
    case 'compare':
      return cutOff(row, node) ?? tested(row, node.op, side(row, node.a), side(row, node.b));
    case 'within':
      return within(row, node);
    case 'present':
      return present(row, node.a);
    case 'memberIn':
      return memberIn(row, node);
    default:
      throw new NotColumnar(node.k === 'memberAny' || node.k === 'memberAll' ? 'sets' : 'texts');
  }
}

/** A comparison of a date fact with a day that is known when the policy is bound. */
/** A fact that is compared as it is. */
const side = (row: Row, node: L.Num): NumberCode =>
  node.k === 'fact' && row.sourceOf(node) === null && !row.inputs.instead(node.input)
    ? row.inputs.compared(node.input)
    : row.number(node);

function cutOff(row: Row, { cut }: Kind<L.Truth, 'compare'>): TruthCode | null {
  if (!cut) return null;
  const than = row.number(cut.than);
  if (than.hard !== NO || than.absent !== NO || than.den !== 1) return null;
  if (row.inputs.instead(cut.input)) return null;
  const fact = row.inputs.wide(cut.input);
  const later = row.named(less(than, fact));
  const test = cut.sense === 'after' ? later : not(later);
  return certain(and(test, not(fact.absent)), or(fact.hard, than.hard));
}

function tested(row: Row, op: 'eq' | 'lt' | 'le', a: NumberCode, b: NumberCode): TruthCode {
  const test = op === 'eq' ? same(a, b) : op === 'lt' ? less(a, b) : not(row.named(less(b, a)));
  return certain(and(row.named(test), not(a.absent), not(b.absent)), or(a.hard, b.hard));
}

function within(row: Row, { a, lo, hi, loIn, hiIn, low, high }: Kind<L.Truth, 'within'>): TruthCode {
  const value = side(row, a);
  const end = (
    bound: L.Num | undefined,
    cut: L.Truth | undefined,
    plain: (bound: NumberCode) => TruthCode,
  ) => {
    if (!bound) return certain(YES, NO);
    const code = row.number(bound);
    if (code.absent === YES) return certain(YES, NO);
    const test = cut ? row.truth(cut) : plain(code);
    return certain(or(code.absent, test.yes), or(code.hard, test.hard));
  };
  const from = end(lo, low, (bound) => tested(row, loIn ? 'le' : 'lt', bound, value));
  const to = end(hi, high, (bound) => tested(row, hiIn ? 'le' : 'lt', value, bound));
  return certain(and(from.yes, to.yes, not(value.absent)), or(value.hard, from.hard, to.hard));
}

function present(row: Row, a: L.Node): TruthCode {
  if (a.holds === 'number') {
    const { absent, hard } = row.number(a);
    return certain(not(absent), hard);
  }
  if (a.k === 'fact' && a.holds !== 'options' && !row.inputs.instead(a.input))
    return certain(not(row.inputs.absent(a.input)), NO);
  throw new NotColumnar('texts');
}

function memberIn(row: Row, { a, set }: Kind<L.Truth, 'memberIn'>): TruthCode {
  if (a.holds !== 'number' || set.k !== 'lit') throw new NotColumnar('texts');
  const value = row.number(a);
  const numbers = set.values.filter((item): item is Exact => typeof item !== 'string');
  const tests = numbers.map((item) => same(value, constant(item)));
  return certain(and(or(...tests), not(value.absent)), value.hard);
}

function tableTruth(row: Row, table: L.Table<L.Truth>): TruthCode {
  const rows = rowsOf(row, table);
  const values = table.rows.map(({ value }) => row.truth(value));
  const of = (part: 'yes' | 'may') => or(...rows.tests.map((test, i) => and(test, values[i]?.[part] ?? NO)));
  return {
    yes: of('yes'),
    may: of('may'),
    hard: or(rows.open, rows.none, ...values.map(({ hard }) => hard)),
  };
}

const certain = (test: string, hard: string): TruthCode => ({ yes: test, may: test, hard });

const negated = (a: TruthCode): TruthCode => ({ yes: not(a.may), may: not(a.yes), hard: a.hard });

const joined = (parts: readonly TruthCode[], join: typeof and): TruthCode => ({
  yes: join(...parts.map(({ yes }) => yes)),
  may: join(...parts.map(({ may }) => may)),
  hard: or(...parts.map(({ hard }) => hard)),
});

function atLeast(n: number, parts: readonly TruthCode[]): TruthCode {
  const count = (of: 'yes' | 'may') => `(${parts.map((part) => part[of]).join(' + ')} >= ${n} ? 1 : 0)`;
  return { yes: count('yes'), may: count('may'), hard: or(...parts.map(({ hard }) => hard)) };
}

/** `若`: settled too where both branches agree. */
const choice = (c: TruthCode, a: TruthCode, b: TruthCode): TruthCode =>
  joined([joined([c, a], and), joined([negated(c), b], and), joined([a, b], and)], or);
