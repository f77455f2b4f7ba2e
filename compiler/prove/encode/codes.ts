import type { Id } from '../../../runtime/types.ts';
import { expressions } from '../../ir/children.ts';
import type { Expr } from '../../ir/expressions.ts';
import type { Policy } from '../../ir/policy.ts';
import { rootsOf } from './roots.ts';

/** Numbers for options and texts. Texts that the policy does not name are all beyond those that it names. */
export class Codes {
  readonly texts: readonly string[];
  private readonly places: ReadonlyMap<string, number>;
  private readonly enums: ReadonlyMap<Id, readonly string[]>;
  private readonly own: Policy['enums'];

  /**
   * `more`: texts that are named outside the policy, as keys of parameters and in records. `own`: enumerations in an
   * order of their own, where options are numbered for two versions at once.
   */
  constructor(policy: Policy, more: Iterable<string> = [], own: Policy['enums'] = policy.enums) {
    const named = rootsOf(policy).flatMap((root) => [...expressions(root)].flatMap(textsIn));
    this.texts = [...new Set([...named, ...more])];
    this.places = new Map(this.texts.map((text, i) => [text, i]));
    this.own = own;
    this.enums = new Map(
      policy.enums.map(({ id, options, open }) => [id, open ? [...options, 'other'] : options]),
    );
  }

  /** Options in their order, `other` last where the enumeration is open. */
  options(id: Id): readonly string[] {
    return this.enums.get(id) ?? [];
  }

  option(id: Id, option: string): number {
    return this.options(id).indexOf(option);
  }

  ranks(id: Id): readonly number[] | null {
    const [numbered, { options = [] } = {}] = [this.options(id), this.own.find((one) => one.id === id)];
    const ranks = numbered.map((option) => options.indexOf(option));
    const known = ranks.filter((rank) => rank >= 0);
    return known.every((rank, i) => i === 0 || rank > (known[i - 1] ?? 0)) ? null : ranks;
  }

  text(text: string): number {
    return this.places.get(text) ?? this.texts.length;
  }

  /** A text of the number, one of its own for each number beyond the texts of the policy. */
  textOf(code: number): string {
    const found = this.texts[code];
    if (found !== undefined) return found;
    const number = code - this.texts.length + 1;
    const own = `其他${number > 1 ? number : ''}`;
    return this.places.has(own) ? `${own}（另）` : own;
  }
}

function textsIn(e: Expr): readonly string[] {
  if (e.k !== 'lit' || typeof e.value === 'boolean') return [];
  const type = e.type.t === 'list' ? e.type.of : e.type;
  if (type.t !== 'text' && type.t !== 'ref' && type.t !== 'yearlyDay') return [];
  return typeof e.value === 'string' ? [e.value] : e.value;
}
