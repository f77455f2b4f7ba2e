import { decider, type Policy, RecordReader, sharesReads } from '../../compiler/index.ts';
import type { TabledDecision, TabledProgramme } from '../../runtime/decision.ts';
import type { DirectProgramme } from '../../runtime/direct/decider.ts';
import type { Binding, BoundPolicy } from '../../runtime/evaluator.ts';
import type { Id } from '../../runtime/types.ts';
import { type ReadRecord, recordId } from '../../runtime/value.ts';
import { idNames } from '../read/columns.ts';
import type { BatchOfRows } from '../brief/rows.ts';
import type { TabledEntry } from './entry.ts';
import { SharesByFacts, type SharesGiven } from './shares.ts';

type Explain = DirectProgramme['explain'];

/** How a programme is explained; `null`: by the whole decision. `shares`: where its cost is shared. */
interface Explained {
  readonly id: Id;
  readonly explain: Explain | null;
  readonly shares: SharesByFacts | null;
}

const NO_SHARES: SharesGiven = { shares: [], shareReasons: [] };

/**
 * Decides for tables: straight-line programmes are explained by their deciders, which say the same several times as fast; of
 * the others the whole decision is made.
 */
export class Explainer {
  readonly #bound: BoundPolicy;
  readonly #programmes: readonly Explained[];
  readonly #records: RecordReader;
  /** Whether other records may be looked at, which call a record by its id. */
  readonly #named: boolean;

  private constructor(bound: BoundPolicy, programmes: readonly Explained[], subject: Id) {
    const facts = bound.meta.subjects.find(({ id }) => id === subject)?.facts ?? [];
    this.#bound = bound;
    this.#programmes = programmes;
    this.#records = new RecordReader(bound.meta, facts);
    const saysItself = facts.some(({ id }) => idNames.includes(id));
    this.#named = !saysItself && programmes.some(({ explain }) => explain === null);
  }

  /** `null` where it would gain nothing: the register is looked at as a whole, duties are judged, nothing is straight-line. */
  static of(policy: Policy, bound: BoundPolicy, binding: Binding, subject: Id | undefined): Explainer | null {
    const duties = policy.duties.some((one) => one.subject === undefined || one.subject === subject);
    if (subject === undefined || bound.selects || duties) return null;
    const direct = decider(policy).at(binding.asOf, binding.parameters, binding.circumstances);
    const own = policy.programmes.filter((programme) => programme.subject === subject);
    const programmes = own.map(({ id, shares }): Explained => {
      const found = direct.programmes[id];
      const reads = shares === undefined ? [] : sharesReads(policy, shares);
      if (found === undefined || found.outside !== undefined || reads === null)
        return { id, explain: null, shares: null };
      return { id, explain: found.explain, shares: shares === undefined ? null : new SharesByFacts(reads) };
    });
    return programmes.some(({ explain }) => explain !== null)
      ? new Explainer(bound, programmes, subject)
      : null;
  }

  /** The rows of a batch, before them those that could not be read. */
  *entries({ batch, row, id, left, unread }: BatchOfRows): Generator<TabledEntry> {
    yield* unread;
    const recordAt = this.#records.over(batch);
    for (let at = 0; at < batch.rows; at++) {
      if (left.size > 0 && left.has(at)) continue;
      const name = id(at);
      const record = recordAt(at);
      const own = this.#named && name !== '' ? { ...record, [recordId]: name } : record;
      yield { kind: 'decided', row: row(at), id: name, decision: this.#decided(own) };
    }
  }

  #decided(record: ReadRecord): TabledDecision {
    const programmes: { [id: Id]: TabledProgramme } = {};
    let decision: TabledDecision | null = null;
    const whole = (id: Id): TabledProgramme => {
      decision ??= this.#bound.decideRead(record);
      const found = decision.programmes[id];
      if (found === undefined) throw new RangeError(`no decision about ${id}`);
      return found;
    };
    for (const { id, explain, shares } of this.#programmes) {
      if (explain === null) programmes[id] = whole(id);
      else {
        const own = explain(record);
        // Nothing is paid to the ineligible: nobody bears a part of it.
        const isShared = shares !== null && own.outcome !== 'ineligible';
        const { shares: parts, shareReasons } = isShared ? shares.of(record, () => whole(id)) : NO_SHARES;
        programmes[id] = tabled(own, parts, shareReasons);
      }
    }
    return { programmes };
  }
}

/** One literal: it is made of every row. Straight-line programmes have no deadlines that cost the entitlement. */
function tabled(
  { outcome, eligible, excluded, hit, tier, amounts, reasons }: ReturnType<Explain>,
  shares: SharesGiven['shares'],
  shareReasons: SharesGiven['shareReasons'],
): TabledProgramme {
  const own = { outcome, eligible, excluded, hit, amounts, reasons, deadlines: [], shares, shareReasons };
  return tier === undefined ? own : Object.assign(own, { tier });
}
