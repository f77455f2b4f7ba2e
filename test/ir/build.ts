import type { Expr, Origin, Policy } from '../../compiler/index.ts';
import {
  type ExprKind,
  type Fact,
  IR_VERSION,
  type Parameter,
  type Programme,
  type TableMode,
  type TableRow,
} from '../../compiler/testkit.ts';
import type { FactMeta, Type } from '../../runtime/types.ts';

export const bool: Type = { t: 'bool' };
export const int: Type = { t: 'int' };
export const ratio: Type = { t: 'ratio' };
export const money: Type = { t: 'money' };
export const date: Type = { t: 'date' };
export const month: Type = { t: 'month' };
export const year: Type = { t: 'year' };
export const yearlyDay: Type = { t: 'yearlyDay' };
export const text: Type = { t: 'text' };
export const qty = (unit: string): Type => ({ t: 'qty', unit });
export const oneOf = (id: string): Type => ({ t: 'enum', enum: id });
export const someOf = (id: string): Type => ({ t: 'set', enum: id });
export const list = (of: Type): Type => ({ t: 'list', of });
export const record = (...fields: readonly FactMeta[]): Type => ({ t: 'record', fields });
export const ref = (subject: string): Type => ({ t: 'ref', subject });
export const keyed = (key: Type, of: Type): Type => ({ t: 'keyed', key, of });

/** Omit over each member of the union. */
type Kind = ExprKind extends infer K ? K : never;

/** Nodes with ids `n1, n2, …` and lines alike, in the order in which they are made. */
export class Builder {
  private count = 0;

  origin(...cites: readonly string[]): Origin {
    const line = this.count + 1;
    return { span: { start: line * 10, end: line * 10 + 9 }, line, cites };
  }

  node<K extends Kind>(type: Type, kind: K, id?: string, ...cites: readonly string[]) {
    this.count += 1;
    return { id: id ?? `n${this.count}`, type, origin: this.origin(...cites), ...kind };
  }

  lit(type: Type, value: string | boolean | readonly string[]): Expr {
    return this.node(type, { k: 'lit', value });
  }

  yes(): Expr {
    return this.lit(bool, true);
  }

  int(value: number): Expr {
    return this.lit(int, String(value));
  }

  fact(type: Type, fact: string): Expr {
    return this.node(type, { k: 'fact', fact, of: 'subject' });
  }

  circumstance(type: Type, fact: string): Expr {
    return this.node(type, { k: 'fact', fact, of: 'circumstances' });
  }

  param(type: Type, param: string, key?: Expr): Expr {
    return this.node(type, { k: 'param', param, ...(key && { key }) });
  }

  bound(type: Type, index: number): Expr {
    return this.node(type, { k: 'bound', index });
  }

  cmp(op: 'eq' | 'lt' | 'le', a: Expr, b: Expr): Expr {
    return this.node(bool, { k: 'cmp', op, a, b });
  }

  not(a: Expr): Expr {
    return this.node(bool, { k: 'not', a });
  }

  all(...parts: readonly Expr[]): Expr {
    return this.node(bool, { k: 'all', parts });
  }

  any(...parts: readonly Expr[]): Expr {
    return this.node(bool, { k: 'any', parts });
  }

  rule(id: string, body: Expr, ...cites: readonly string[]): Expr {
    return this.node(bool, { k: 'rule', body }, id, ...cites);
  }

  row(id: string, cases: readonly (Expr | null)[], then: Expr, ...cites: readonly string[]): TableRow {
    return { id, origin: this.origin(...cites), cases, then };
  }

  table(type: Type, id: string, keys: readonly Expr[], rows: readonly TableRow[], mode?: TableMode) {
    return this.node(type, { k: 'table', keys, rows, ...(mode && { mode }) } as const, id);
  }

  declare(id: string, type: Type, more: Partial<Fact> = {}): Fact {
    return { id, type, optional: false, origin: this.origin(), ...more };
  }

  parameter(id: string, type: Type, more: Partial<Parameter> = {}): Parameter {
    return { id, type, origin: this.origin(), rows: [], ...more };
  }

  programme(id: string, subject: string, eligible: Expr, more: Partial<Programme> = {}): Programme {
    return {
      id,
      subject,
      origin: this.origin(),
      eligible,
      excluded: [],
      amounts: [],
      grants: [],
      routes: [],
      deadlines: [],
      ...more,
    };
  }
}

/** A policy with nothing in it but what is given. */
export function policy(id: string, parts: Partial<Policy>): Policy {
  return {
    ir: IR_VERSION,
    id,
    names: {},
    units: UNITS,
    enums: [],
    parameters: [],
    circumstances: [],
    subjects: [],
    definitions: [],
    programmes: [],
    procedures: [],
    duties: [],
    assertions: [],
    transitions: [],
    ...parts,
  };
}

const UNITS = [
  { id: 'year', base: 'month', factor: '12' },
  { id: 'month', base: 'month', factor: '1' },
  { id: 'week', base: 'day', factor: '7' },
  { id: 'day', base: 'day', factor: '1' },
  { id: 'workday', base: 'workday', factor: '1' },
  { id: 'term', base: 'month', factor: '6' },
  { id: 'person', base: 'person', factor: '1' },
];
