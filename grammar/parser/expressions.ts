import type { IToken } from 'chevrotain';
import { tokenMatcher } from 'chevrotain';
import * as T from '../tokens.ts';
import type { Rule } from './operands.ts';
import { SpanParser } from './spans.ts';

const { word } = T.keyword;

/** Conditions and what is made of them. A number literal after a complete operand can only be a bound. */
export class ExpressionParser extends SpanParser {
  readonly expression: Rule = this.RULE('expression', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.conditional) },
      { ALT: () => this.SUBRULE(this.implication) },
      { ALT: () => this.SUBRULE(this.condition) },
    ]);
    this.OPTION(() => {
      this.CONSUME(word.with);
      this.SUBRULE(this.operand);
      this.OR1([
        { ALT: () => this.CONSUME(word.notDecreasing) },
        { ALT: () => this.CONSUME(word.notIncreasing) },
      ]);
    });
  });

  protected readonly conditional: Rule = this.RULE('conditional', () => {
    this.CONSUME(word.if);
    this.SUBRULE(this.condition, { LABEL: 'when' });
    this.CONSUME(word.then);
    this.SUBRULE1(this.condition, { LABEL: 'yes' });
    this.CONSUME(word.otherwiseThen);
    this.SUBRULE2(this.condition, { LABEL: 'no' });
  });

  protected readonly implication: Rule = this.RULE('implication', () => {
    this.CONSUME(word.whenever);
    this.SUBRULE(this.condition, { LABEL: 'when' });
    this.CONSUME(word.then);
    this.SUBRULE1(this.condition, { LABEL: 'yes' });
  });

  readonly condition: Rule = this.RULE('condition', () => {
    this.SUBRULE(this.negation);
    this.MANY(() => {
      this.OR([
        { ALT: () => this.CONSUME(word.and, { LABEL: 'operator' }) },
        { ALT: () => this.CONSUME(word.or, { LABEL: 'operator' }) },
      ]);
      this.SUBRULE1(this.negation);
    });
  });

  protected readonly negation: Rule = this.RULE('negation', () => {
    this.OPTION(() => this.CONSUME(word.not));
    this.SUBRULE(this.comparison);
  });

  protected readonly comparison: Rule = this.RULE('comparison', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.existence) },
      { ALT: () => this.SUBRULE(this.universal) },
      { ALT: () => this.SUBRULE(this.predicate) },
      {
        ALT: () => {
          this.SUBRULE(this.operand);
          this.OPTION(() => {
            this.OR1([
              { ALT: () => this.SUBRULE1(this.predicate) },
              { ALT: () => this.SUBRULE(this.measured) },
              { ALT: () => this.SUBRULE(this.boundWord) },
              { ALT: () => this.SUBRULE(this.upperEnd) },
            ]);
          });
        },
      },
    ]);
  });

  /** `3 万元 以上`, `20 年 至 29 年` after a subject. */
  protected readonly measured: Rule = this.RULE('measured', () => {
    this.SUBRULE(this.quantity);
    this.OR([{ ALT: () => this.SUBRULE(this.boundWord) }, { ALT: () => this.SUBRULE(this.upperEnd) }]);
  });

  protected readonly upperEnd: Rule = this.RULE('upperEnd', () => {
    this.CONSUME(word.to);
    this.SUBRULE(this.operand);
  });

  protected readonly boundWord: Rule = this.RULE('boundWord', () => {
    this.OR([
      { ALT: () => this.CONSUME(word.orMore, { LABEL: 'bound' }) },
      { ALT: () => this.CONSUME(word.orLess, { LABEL: 'bound' }) },
      { ALT: () => this.CONSUME(word.orWithin, { LABEL: 'bound' }) },
      { ALT: () => this.CONSUME(word.beyond, { LABEL: 'bound' }) },
    ]);
  });

  protected readonly boundPrefix: Rule = this.RULE('boundPrefix', () => {
    this.OR([
      { ALT: () => this.CONSUME(word.notBelow, { LABEL: 'bound' }) },
      { ALT: () => this.CONSUME(word.notAbove, { LABEL: 'bound' }) },
      { ALT: () => this.CONSUME(word.above, { LABEL: 'bound' }) },
      { ALT: () => this.CONSUME(word.below, { LABEL: 'bound' }) },
      { ALT: () => this.CONSUME(word.reaches, { LABEL: 'bound' }) },
      { ALT: () => this.CONSUME(word.shortOf, { LABEL: 'bound' }) },
      { ALT: () => this.CONSUME(word.exactly, { LABEL: 'bound' }) },
      { ALT: () => this.CONSUME(T.symbols['<'], { LABEL: 'bound' }) },
      { ALT: () => this.CONSUME(T.symbols['>'], { LABEL: 'bound' }) },
      { ALT: () => this.CONSUME(T.symbols['≤'], { LABEL: 'bound' }) },
      { ALT: () => this.CONSUME(T.symbols['≥'], { LABEL: 'bound' }) },
    ]);
  });

  protected readonly predicate: Rule = this.RULE('predicate', () => {
    this.OR([
      {
        ALT: () => {
          this.SUBRULE(this.boundPrefix);
          this.SUBRULE(this.operand);
          this.OPTION(() => {
            this.CONSUME(word.to);
            this.SUBRULE2(this.operand);
          });
        },
      },
      {
        ALT: () => {
          this.OR1([
            { ALT: () => this.CONSUME(word.in, { LABEL: 'word' }) },
            { ALT: () => this.CONSUME(word.notIn, { LABEL: 'word' }) },
          ]);
          this.SUBRULE(this.span);
        },
      },
      {
        ALT: () => {
          this.OR2([
            { ALT: () => this.CONSUME(word.is, { LABEL: 'word' }) },
            { ALT: () => this.CONSUME(word.isNot, { LABEL: 'word' }) },
            { ALT: () => this.CONSUME(word.oneOf, { LABEL: 'word' }) },
            { ALT: () => this.CONSUME(word.notOneOf, { LABEL: 'word' }) },
            { ALT: () => this.CONSUME(word.contains, { LABEL: 'word' }) },
            { ALT: () => this.CONSUME(word.containsNot, { LABEL: 'word' }) },
            { ALT: () => this.CONSUME(word.containsAny, { LABEL: 'word' }) },
            { ALT: () => this.CONSUME(word.containsAll, { LABEL: 'word' }) },
          ]);
          this.SUBRULE1(this.operand);
        },
      },
      { ALT: () => this.CONSUME(word.exists, { LABEL: 'word' }) },
      { ALT: () => this.CONSUME(word.existsNot, { LABEL: 'word' }) },
      { ALT: () => this.CONSUME(T.State) },
      { ALT: () => this.SUBRULE(this.sideSpan) },
      { ALT: () => this.SUBRULE(this.withinSpan) },
    ]);
  });

  protected readonly existence: Rule = this.RULE('existence', () => {
    this.OR([{ ALT: () => this.CONSUME(word.any) }, { ALT: () => this.CONSUME(word.none) }]);
    this.OPTION(() => this.SUBRULE(this.count));
    this.SUBRULE(this.listName);
    this.OPTION1(() => {
      this.OR1([{ ALT: () => this.SUBRULE(this.filter) }, { ALT: () => this.SUBRULE(this.predicate) }]);
    });
  });

  protected readonly universal: Rule = this.RULE('universal', () => {
    this.CONSUME(word.every);
    this.SUBRULE(this.listName);
    this.OPTION(() => this.SUBRULE(this.filter));
    this.OPTION1(() => this.SUBRULE(this.predicate));
    this.CONSUME(word.satisfy);
    this.SUBRULE(this.condition);
  });

  /** `2 次 以上`, `恰 1 户` after 有. */
  protected readonly count: Rule = this.RULE('count', () => {
    this.OR([
      {
        ALT: () => {
          this.SUBRULE(this.boundPrefix);
          this.SUBRULE(this.counted);
        },
      },
      {
        ALT: () => {
          this.SUBRULE1(this.counted);
          this.OR1([
            { ALT: () => this.SUBRULE(this.boundWord) },
            {
              ALT: () => {
                this.CONSUME(word.to);
                this.SUBRULE2(this.counted);
              },
            },
          ]);
        },
      },
    ]);
  });

  protected readonly counted: Rule = this.RULE('counted', () => {
    this.CONSUME(T.NumberToken);
    this.OPTION({
      GATE: () => this.LA(1).tokenType === T.Unit || isNotListName(this.LA(2)),
      DEF: () => {
        this.OR([{ ALT: () => this.CONSUME(T.Unit) }, { ALT: () => this.CONSUME(T.Name) }]);
      },
    });
  });
}

/** A name is a count word only where the list's own name, or a bound, comes after it. */
function isNotListName(next: IToken): boolean {
  const after = [word.population, word.orMore, word.orLess, word.orWithin, word.beyond, word.to];
  return after.includes(next.tokenType) || tokenMatcher(next, T.Name);
}
