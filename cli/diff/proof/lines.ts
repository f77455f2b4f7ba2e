import type { Comparison, Pair, Region, Undecided } from '../../../compiler/index.ts';
import type { ProgrammeDecision } from '../../../runtime/decision.ts';
import type { Session } from '../../console/session.ts';
import { PolicyNames } from '../../policy/names.ts';
import { shownOf } from '../../prove/words.ts';
import { moneyText } from '../../render/amounts.ts';
import type { ProofReport } from '../report.ts';
import { type Names, perText, regionLines } from './region.ts';

/** What is said of one programme: a headline, and lines with how deep they stand. */
export interface ProgrammeLines {
  readonly title: string;
  readonly lines: readonly { readonly depth: number; readonly text: string }[];
}

/** One section for text, Markdown and pages alike. */
export function proofLines({ comparisons, names }: ProofReport, session: Session): readonly ProgrammeLines[] {
  const voice = {
    before: new PolicyNames(names.before, session.language),
    after: new PolicyNames(names.after, session.language),
  };
  return comparisons.map((comparison) => new Told(comparison, voice, session).programme());
}

class Told {
  private readonly lines: { depth: number; text: string }[] = [];

  constructor(
    private readonly comparison: Comparison,
    private readonly names: Names,
    private readonly session: Session,
  ) {}

  private say(depth: number, text: string): void {
    this.lines.push({ depth, text });
  }

  programme(): ProgrammeLines {
    const { programme, state, regions, because, aside, narrowed, ranking, lists, detail } = this.comparison;
    const say = this.session.texts.diff.comparison;
    const title = this.label(programme);
    if (aside.length > 0) this.say(0, say.aside(aside));
    if (state === 'same') return { title: this.headed(title, say.same), lines: this.lines };
    for (const region of regions) this.region(region);
    if (state === 'compared' && regions.length > 0) this.say(0, say.rest);
    if (state === 'undecided') {
      const said = regions.length > 0 ? say.undecided : say.undecidedAll;
      this.say(
        0,
        `${said}${this.session.texts.diff.colon}${because.map((one) => say.because(this.why(one))).join(this.between)}`,
      );
      this.tried();
    }
    if (detail !== undefined) this.say(0, detail);
    if (narrowed.length > 0) this.say(0, say.narrowed(narrowed.map((id) => this.label(id))));
    if (ranking) this.say(0, say.ranking);
    this.say(0, [say.scope, ...(lists === undefined ? [] : [say.lists(lists)])].join(this.between));
    if (state === 'fault') return { title: this.headed(title, say.fault), lines: this.lines };
    const unchanged = state === 'compared' && regions.length === 0;
    return { title: unchanged ? this.headed(title, say.unchanged) : title, lines: this.lines };
  }

  private headed(title: string, said: string): string {
    return `${title}${this.session.texts.diff.colon}${said}`;
  }

  private get between(): string {
    return this.session.texts.grounds.between;
  }

  /** By the name of the new version, where it has one. */
  private label(id: string): string {
    const { before, after } = this.names;
    return (after.meta.names[id] ? after : before).label(id);
  }

  private region(region: Region): void {
    const { texts } = this.session;
    for (const [depth, text] of regionLines(region, this.names, this.session)) this.say(depth, text);
    if (region.amount && !region.amount.exact) this.say(1, texts.diff.comparison.about);
    this.pair(region.witness, 1);
  }

  private pair(pair: Pair, depth: number): void {
    const say = this.session.texts.diff.comparison;
    this.say(depth, say.witness(pair.changed.length));
    for (const { name, value } of shownIn(pair, this.names, this.session))
      this.say(depth + 1, `${name}  ${value}`);
    this.say(depth, say.decided(this.decision(pair.was, 'before'), this.decision(pair.is, 'after')));
  }

  private decision(
    { outcome, tier, amounts, choice }: ProgrammeDecision,
    version: 'before' | 'after',
  ): string {
    const { texts, language } = this.session;
    if (outcome === 'ineligible') return texts.outcome.ineligible;
    const row = tier?.row ? [this.names[version].label(tier.row)] : [];
    const paid = amounts.map(({ amount, per, from, to, on }) => {
      const dates = (on ?? []).map((day) => ` ${day}`).join('');
      const months = from || to ? texts.diff.comparison.months(from ?? null, to ?? null) : dates;
      return `${perText(moneyText(amount, language), per, texts)}${months}`;
    });
    const chosen = choice?.paid === 'no' ? [texts.diff.comparison.notChosen] : [];
    return [texts.outcome[outcome], ...chosen, ...row, ...paid].join(language === 'zh' ? '，' : ', ');
  }

  private why(one: Undecided): string {
    const { texts } = this.session;
    const say = texts.diff.comparison;
    if (one.k === 'time') return say.time;
    if (one.k === 'many') return say.many;
    if (one.k === 'doubt') return say.doubt;
    if (one.k === 'incomparable') return say.incomparable[one.what](this.label(one.id));
    const { why, origin } = one.outside;
    return say.outside(say.version[one.version], texts.prove.outside[why], origin.line);
  }

  private tried(): void {
    const { tried } = this.comparison;
    const say = this.session.texts.diff.comparison;
    if (tried === undefined) return;
    this.say(1, tried.found.length > 0 ? say.first(tried.count) : say.tried(tried.count));
    for (const { kind, pair } of tried.found) {
      this.say(1, say.kinds[kind]);
      this.pair(pair, 2);
    }
  }
}

/** Values that differ from the base record, in the words of the new version where it has them. */
export function shownIn(pair: Pair, { before, after }: Names, { texts }: Session) {
  const [own, gone] = [
    pair.changed.filter((key) => pair.after.raw.has(key)),
    pair.changed.filter((key) => !pair.after.raw.has(key)),
  ];
  return [
    ...shownOf({ ...pair.after, changed: own }, after, texts),
    ...shownOf({ ...pair.before, changed: gone }, before, texts),
  ];
}
