import type { CstNode, IParserConfig, ParserMethod } from 'chevrotain';
import { CstParser } from 'chevrotain';
import { dataOf } from '../token-data.ts';
import * as T from '../tokens.ts';

/** A rule of the grammar that takes no arguments. */
export type Rule = ParserMethod<[], CstNode>;

const { word, shape } = T.keyword;
const endsType = [shape.optional, shape.list];
const { '(': Open, ')': Close, '{': OpenSet, '}': CloseSet, ',': Comma } = T.symbols;

/** Values: literals, names, arithmetic, lists. Operators come out flat; the syntax stage makes the precedence. */
export abstract class OperandParser extends CstParser {
  constructor(config: IParserConfig) {
    super([...T.vocabulary], { maxLookahead: 2, nodeLocationTracking: 'onlyOffset', ...config });
  }

  abstract readonly expression: Rule;
  abstract readonly condition: Rule;

  readonly operand: Rule = this.RULE('operand', () => {
    this.SUBRULE(this.primary);
    this.MANY(() => {
      this.OR([
        { ALT: () => this.CONSUME(T.symbols['+'], { LABEL: 'operator' }) },
        { ALT: () => this.CONSUME(T.symbols['-'], { LABEL: 'operator' }) },
        { ALT: () => this.CONSUME(T.symbols['×'], { LABEL: 'operator' }) },
        { ALT: () => this.CONSUME(T.symbols['÷'], { LABEL: 'operator' }) },
      ]);
      this.SUBRULE1(this.primary);
    });
    this.MANY1(() => this.SUBRULE(this.finish));
  });

  /** `至今`, `折合 年`, `舍去`: each closes the arithmetic to its left. */
  protected readonly finish: Rule = this.RULE('finish', () => {
    this.OR([
      { ALT: () => this.CONSUME(word.toNow) },
      {
        ALT: () => {
          this.CONSUME(word.convertedTo);
          this.OR1([{ ALT: () => this.CONSUME(T.Unit) }, { ALT: () => this.CONSUME(T.Name) }]);
        },
      },
      {
        ALT: () => {
          this.OR2([
            { ALT: () => this.CONSUME(word.roundedUp, { LABEL: 'mode' }) },
            { ALT: () => this.CONSUME(word.roundedDown, { LABEL: 'mode' }) },
            { ALT: () => this.CONSUME(word.roundedHalf, { LABEL: 'mode' }) },
          ]);
          this.OPTION(() => {
            this.CONSUME(word.roundedTo);
            this.OPTION1(() => this.CONSUME(T.NumberToken));
            this.OR3([{ ALT: () => this.CONSUME1(T.Unit) }, { ALT: () => this.CONSUME1(T.Name) }]);
          });
        },
      },
    ]);
  });

  protected readonly primary: Rule = this.RULE('primary', () => {
    this.SUBRULE(this.atom);
    this.MANY(() => {
      this.CONSUME(word.of);
      this.CONSUME(T.Name);
    });
  });

  protected readonly atom: Rule = this.RULE('atom', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.number) },
      { ALT: () => this.CONSUME(T.TextToken) },
      {
        ALT: () => {
          this.CONSUME(T.DateToken);
          this.OPTION(() => this.CONSUME(T.MonthPart));
        },
      },
      { ALT: () => this.CONSUME(T.YearlyDay) },
      { ALT: () => this.CONSUME(T.LunarDay) },
      { ALT: () => this.SUBRULE(this.everyYear) },
      { ALT: () => this.SUBRULE(this.set) },
      {
        ALT: () => {
          this.OR1([
            { ALT: () => this.CONSUME(T.Name) },
            {
              ALT: () => {
                this.CONSUME(Open);
                this.SUBRULE(this.expression);
                this.CONSUME(Close);
              },
            },
          ]);
          this.OPTION1(() => {
            this.CONSUME(T.Tail);
            this.OPTION2(() => this.CONSUME1(T.MonthPart));
          });
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.unspecified);
          this.OPTION3(() => this.CONSUME1(T.TextToken));
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.Aggregator);
          this.SUBRULE(this.list);
        },
      },
    ]);
  });

  protected readonly number: Rule = this.RULE('number', () => {
    this.OPTION(() => this.CONSUME(T.symbols['-']));
    this.SUBRULE(this.quantity);
  });

  /** A name after a number is always its unit, save for words that end a type (`从 0 可无`); percentages take none. */
  readonly quantity: Rule = this.RULE('quantity', () => {
    this.CONSUME(T.NumberToken);
    this.OPTION({
      GATE: () => dataOf(this.LA(0)).number?.percent !== true && !endsType.includes(this.LA(1).tokenType),
      DEF: () => {
        this.OR([
          { ALT: () => this.CONSUME(T.Unit) },
          { ALT: () => this.CONSUME(T.MonthPart) },
          { ALT: () => this.CONSUME(T.Name) },
        ]);
      },
    });
  });

  protected readonly everyYear: Rule = this.RULE('everyYear', () => {
    this.CONSUME(T.Rate);
    this.OR([
      { ALT: () => this.CONSUME(T.YearlyDay) },
      { ALT: () => this.CONSUME(T.LunarDay) },
      { ALT: () => this.CONSUME(T.Name) },
      { ALT: () => this.SUBRULE(this.quantity) },
    ]);
  });

  /** `每年` with a day of the year behind it; else it is a rate or a duty's period. */
  protected isEveryYear(): boolean {
    const rates = dataOf(this.LA(1)).rates;
    if (rates?.length !== 1 || rates[0] !== 'year') return false;
    const next = this.LA(2);
    if (next.tokenType === T.YearlyDay || next.tokenType === T.LunarDay) return true;
    if (next.tokenType === T.Predeclared) return festivals.has(dataOf(next).id ?? '');
    return next.tokenType === T.NumberToken && this.LA(3).tokenType === T.MonthPart;
  }

  protected readonly set: Rule = this.RULE('set', () => {
    this.CONSUME(OpenSet);
    this.OPTION(() => {
      this.SUBRULE(this.expression);
      this.MANY(() => {
        this.CONSUME(Comma);
        this.SUBRULE1(this.expression);
      });
    });
    this.CONSUME(CloseSet);
  });

  /** `L 的 F 其中 c`: the filter runs to the end of the line, bracket or clause. */
  protected readonly list: Rule = this.RULE('list', () => {
    this.SUBRULE(this.listName);
    this.OPTION(() => this.SUBRULE(this.filter));
  });

  protected readonly listName: Rule = this.RULE('listName', () => {
    this.OPTION(() => this.CONSUME(word.population));
    this.CONSUME(T.Name);
    this.MANY(() => {
      this.CONSUME(word.of);
      this.CONSUME1(T.Name);
    });
  });

  protected readonly filter: Rule = this.RULE('filter', () => {
    this.CONSUME(word.where);
    this.SUBRULE(this.condition);
  });
}

const festivals = new Set(['springFestival', 'newYearsEve', 'dragonBoat', 'midAutumn', 'doubleNinth']);
