import * as T from '../tokens.ts';
import type { Rule } from './operands.ts';
import { OperandParser } from './operands.ts';

const { word } = T.keyword;

/** Half-lines, windows and periods of dates: what may follow 在. */
export abstract class SpanParser extends OperandParser {
  readonly span: Rule = this.RULE('span', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.fromSpan) },
      { ALT: () => this.SUBRULE(this.recentSpan) },
      { ALT: () => this.SUBRULE(this.sideSpan) },
      { ALT: () => this.SUBRULE(this.withinSpan) },
      { ALT: () => this.SUBRULE(this.aroundSpan) },
    ]);
  });

  /** `on or before D`: English halves. */
  protected readonly sideSpan: Rule = this.RULE('sideSpan', () => {
    this.OR([
      { ALT: () => this.CONSUME(word.onOrBefore, { LABEL: 'side' }) },
      { ALT: () => this.CONSUME(word.onOrAfter, { LABEL: 'side' }) },
      { ALT: () => this.CONSUME(word.before, { LABEL: 'side' }) },
      { ALT: () => this.CONSUME(word.after, { LABEL: 'side' }) },
    ]);
    this.SUBRULE(this.operand);
  });

  /** `within 5 workdays after D`; with no day after it, a bound. */
  protected readonly withinSpan: Rule = this.RULE('withinSpan', () => {
    this.CONSUME(word.within);
    this.SUBRULE(this.operand, { LABEL: 'length' });
    this.OPTION(() => {
      this.OR([
        { ALT: () => this.CONSUME(word.before, { LABEL: 'side' }) },
        { ALT: () => this.CONSUME(word.after, { LABEL: 'side' }) },
      ]);
      this.SUBRULE1(this.operand, { LABEL: 'at' });
    });
  });

  protected readonly fromSpan: Rule = this.RULE('fromSpan', () => {
    this.CONSUME(word.sinceDay);
    this.SUBRULE(this.operand, { LABEL: 'from' });
    this.OPTION(() => this.CONSUME(T.Mark, { LABEL: 'fromMark' }));
    this.OPTION1(() => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(word.to);
            this.SUBRULE1(this.operand, { LABEL: 'to' });
            this.OPTION2(() => this.CONSUME1(T.Mark, { LABEL: 'toMark' }));
          },
        },
        { ALT: () => this.SUBRULE(this.quantity, { LABEL: 'length' }) },
      ]);
    });
  });

  protected readonly recentSpan: Rule = this.RULE('recentSpan', () => {
    this.OPTION(() => {
      this.CONSUME(word.upTo);
      this.SUBRULE(this.operand, { LABEL: 'upTo' });
    });
    this.CONSUME(word.recent);
    this.SUBRULE1(this.operand, { LABEL: 'length' });
    this.OPTION1(() => this.CONSUME(word.inside));
    this.OPTION2(() => {
      this.CONSUME1(word.upTo);
      this.SUBRULE2(this.operand, { LABEL: 'upTo' });
    });
  });

  /** Spans that begin with a day: halves, windows, `A 至 B`, `年度 内`. */
  protected readonly aroundSpan: Rule = this.RULE('aroundSpan', () => {
    this.SUBRULE(this.operand, { LABEL: 'at' });
    this.OPTION(() => {
      this.OR([
        { ALT: () => this.CONSUME(T.Half) },
        {
          ALT: () => {
            this.OR1([
              { ALT: () => this.CONSUME(word.before, { LABEL: 'side' }) },
              { ALT: () => this.CONSUME(word.after, { LABEL: 'side' }) },
            ]);
            this.SUBRULE2(this.operand, { LABEL: 'length' });
            this.OPTION1(() => {
              this.OR2([
                { ALT: () => this.CONSUME(word.inside) },
                { ALT: () => this.CONSUME(word.orWithin) },
              ]);
            });
          },
        },
        {
          ALT: () => {
            this.OPTION2(() => this.CONSUME(T.Mark, { LABEL: 'fromMark' }));
            this.CONSUME(word.to);
            this.SUBRULE1(this.operand, { LABEL: 'to' });
            this.OPTION3(() => this.CONSUME1(T.Mark, { LABEL: 'toMark' }));
          },
        },
        { ALT: () => this.CONSUME1(word.inside, { LABEL: 'whole' }) },
      ]);
    });
  });
}
