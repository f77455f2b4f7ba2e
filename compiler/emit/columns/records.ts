import { type Batch, type Column, recordAt } from '../../../runtime/columns/index.ts';
import type { FactMeta, Id, PolicyMeta } from '../../../runtime/types.ts';
import { type ReadRecord, recordId } from '../../../runtime/value.ts';

/** Makes the record of a row. */
export type RecordAt = (row: number) => ReadRecord;

type Plain = Exclude<Column, { readonly t: 'given' }>;
type Make = (columns: readonly (Plain | undefined)[], chosen: typeof chosenOf) => RecordAt;

const chosenOf = (dictionary: readonly string[], bits: number): readonly string[] =>
  dictionary.filter((_, bit) => ((bits >> bit) & 1) === 1);

/**
 * Makes records of batches as `recordAt` does, by one function for all batches whose columns are of the same kinds: written as
 * text, so that every record is one literal of the same shape.
 */
export class RecordReader {
  readonly #meta: PolicyMeta;
  readonly #facts: readonly FactMeta[];
  readonly #made = new Map<string, Make>();

  constructor(meta: PolicyMeta, facts: readonly FactMeta[]) {
    this.#meta = meta;
    this.#facts = facts;
  }

  /** The function throws `InputErrors` where a value of a `given` column does not fit. */
  over(batch: Batch): RecordAt {
    const slowly: RecordAt = (row) => recordAt(this.#meta, this.#facts, batch, row);
    const columns: (Plain | undefined)[] = [];
    for (const { id } of this.#facts) {
      const column = Object.hasOwn(batch.columns, id) ? batch.columns[id] : undefined;
      if (column?.t === 'given') return slowly;
      columns.push(column);
    }
    const read = this.#make(columns)(columns, chosenOf);
    const { odd, ids } = batch;
    if (ids === undefined)
      return odd === undefined ? read : (row) => (odd.has(row) ? slowly(row) : read(row));
    return (row) => {
      const id = ids.get(row);
      if (odd?.has(row)) return slowly(row);
      return id === undefined ? read(row) : { ...read(row), [recordId]: id };
    };
  }

  #make(columns: readonly (Plain | undefined)[]): Make {
    const kinds = columns.map(kindOf).join();
    const known = this.#made.get(kinds) ?? written(this.#facts, columns);
    this.#made.set(kinds, known);
    return known;
  }
}

const kindOf = (column: Plain | undefined): string =>
  column === undefined ? '' : `${column.t}${column.known ? 'k' : ''}${column.absent ? 'a' : ''}`;

function written(facts: readonly FactMeta[], columns: readonly (Plain | undefined)[]): Make {
  const values = facts.map(({ id }, i) => `${keyText(id)}:${valueText(columns[i], i)}`);
  const names = columns.flatMap((column, i) =>
    column === undefined ? [] : [`{values:v${i},dictionary:d${i},known:k${i},absent:a${i}}=C[${i}]`],
  );
  const text = `"use strict";${names.length > 0 ? `const ${names.join(',')};` : ''}return (row)=>({${values.join(',')}});`;
  return new Function('C', 'chosen', text) as Make;
}

/** As a plain key, which alone makes a quick literal, save the one that would mean another thing. */
const keyText = (id: Id): string => (id === '__proto__' ? '["__proto__"]' : JSON.stringify(id));

const bit = (name: string): string => `(${name}[row>>3]>>(row&7)&1)===1`;

function valueText(column: Plain | undefined, i: number): string {
  if (column === undefined) return 'undefined';
  const absent = column.absent ? `${bit(`a${i}`)}?null:` : '';
  return `${column.known ? `!(${bit(`k${i}`)})?undefined:` : ''}${absent}${plainText(column, i)}`;
}

function plainText({ t }: Plain, i: number): string {
  switch (t) {
    case 'flags':
      return bit(`v${i}`);
    case 'numbers':
      return `v${i}[row]`;
    case 'codes':
      return `d${i}[v${i}[row]]`;
    case 'sets':
      return `chosen(d${i},v${i}[row])`;
  }
}
