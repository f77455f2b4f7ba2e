import type { Case, Population, Relations } from '../../rules.ts';
import type { Id, SubjectMeta } from '../../types.ts';
import type { Handle, Row } from '../../value.ts';
import type { GivenPopulations } from './given.ts';
import { GivenRecord } from './given-record.ts';
import { RecordSet } from './record-set.ts';

/** Makes the case of a record of any kind. */
export type MakeCase = (subject: SubjectMeta, row: Row, self: Handle) => Case;

/** All records that a run may look at, by kind. A kind that was not given is unknown, never empty. */
export class Populations {
  readonly #sets: ReadonlyMap<Id, RecordSet>;
  /** The records of each given kind as they were given, one for one. */
  readonly handles: ReadonlyMap<Id, readonly Handle[]>;

  constructor(subjects: readonly SubjectMeta[], given: GivenPopulations, make: MakeCase) {
    const sets = new Map<Id, RecordSet>();
    const handles = new Map<Id, readonly Handle[]>();
    for (const subject of subjects) {
      const { rows, complete } = given.get(subject.id) ?? { rows: [], complete: false };
      const items = rows.map(
        ({ id, row }) => new GivenRecord(subject.id, id, row, (self) => make(subject, row, self)),
      );
      sets.set(subject.id, new RecordSet(subject.id, items, complete));
      handles.set(subject.id, items);
    }
    this.#sets = sets;
    this.handles = handles;
  }

  of(subject: Id): Population {
    const found = this.#sets.get(subject);
    if (found === undefined) throw new RangeError(`no kind of record ${subject}`);
    return found;
  }

  /** What the rules of one record may look at. */
  relations(self: Handle | null): Relations {
    return {
      self,
      population: (subject) => this.of(subject),
      open: (handle, from) => {
        if (handle === from.relations.self) return from;
        if (!(handle instanceof GivenRecord))
          throw new RangeError(`a record of ${handle.record} is not open`);
        return handle.caseFor(from);
      },
    };
  }
}
