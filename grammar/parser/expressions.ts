import type { CstNode, IParserConfig, IToken, ParserMethod } from 'chevrotain';
import { CstParser, tokenMatcher } from 'chevrotain';
import { dataOf } from '../token-data.ts';
import * as T from '../tokens.ts';

type Rule = ParserMethod<[], CstNode>;
const { word } = T.keyword;
const { '(': Open, ')': Close, '{': OpenSet, '}': CloseSet, ',': Comma } = T.symbols;

/**
 * Conditions, values and spans of dates. Operators come out flat; precedence is made by the
 * syntax stage. A number literal after a complete operand can only be a bound.
 */
export class ExpressionParser extends CstParser {
  constructor(config: IParserConfig) {
    super([...T.vocabulary], { maxLookahead: 2, nodeLocationTracking: 'onlyOffset', ...config });
  }

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

  private readonly conditional: Rule = this.RULE('conditional', () => {
    this.CONSUME(word.if);
    this.SUBRULE(this.condition, { LABEL: 'when' });
    this.CONSUME(word.then);
    this.SUBRULE1(this.condition, { LABEL: 'yes' });
    this.CONSUME(word.otherwiseThen);
    this.SUBRULE2(this.condition, { LABEL: 'no' });
  });

  private readonly implication: Rule = this.RULE('implication', () => {
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

  private readonly negation: Rule = this.RULE('negation', () => {
    this.OPTION(() => this.CONSUME(word.not));
    this.SUBRULE(this.comparison);
  });

  private readonly comparison: Rule = this.RULE('comparison', () => {
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
  private readonly measured: Rule = this.RULE('measured', () => {
    this.SUBRULE(this.quantity);
    this.OR([{ ALT: () => this.SUBRULE(this.boundWord) }, { ALT: () => this.SUBRULE(this.upperEnd) }]);
  });

  private readonly upperEnd: Rule = this.RULE('upperEnd', () => {
    this.CONSUME(word.to);
    this.SUBRULE(this.operand);
  });

  private readonly boundWord: Rule = this.RULE('boundWord', () => {
    this.OR([
      { ALT: () => this.CONSUME(word.orMore, { LABEL: 'bound' }) },
      { ALT: () => this.CONSUME(word.orLess, { LABEL: 'bound' }) },
      { ALT: () => this.CONSUME(word.orWithin, { LABEL: 'bound' }) },
      { ALT: () => this.CONSUME(word.beyond, { LABEL: 'bound' }) },
    ]);
  });

  private readonly boundPrefix: Rule = this.RULE('boundPrefix', () => {
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

  private readonly predicate: Rule = this.RULE('predicate', () => {
    this.OR([
      {
        ALT: () => {
          this.SUBRULE(this.boundPrefix);
          this.SUBRULE(this.operand);
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

  /** `on or before D`: English halves. */
  private readonly sideSpan: Rule = this.RULE('sideSpan', () => {
    this.OR([
      { ALT: () => this.CONSUME(word.onOrBefore, { LABEL: 'side' }) },
      { ALT: () => this.CONSUME(word.onOrAfter, { LABEL: 'side' }) },
      { ALT: () => this.CONSUME(word.before, { LABEL: 'side' }) },
      { ALT: () => this.CONSUME(word.after, { LABEL: 'side' }) },
    ]);
    this.SUBRULE(this.operand);
  });

  /** `within 5 workdays after D`; with no day after it, a bound. */
  private readonly withinSpan: Rule = this.RULE('withinSpan', () => {
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

  readonly span: Rule = this.RULE('span', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.fromSpan) },
      { ALT: () => this.SUBRULE(this.recentSpan) },
      { ALT: () => this.SUBRULE(this.sideSpan) },
      { ALT: () => this.SUBRULE(this.withinSpan) },
      { ALT: () => this.SUBRULE(this.aroundSpan) },
    ]);
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
  private readonly aroundSpan: Rule = this.RULE('aroundSpan', () => {
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
            this.SUBRULE(this.quantity, { LABEL: 'length' });
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
  private readonly finish: Rule = this.RULE('finish', () => {
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

  private readonly primary: Rule = this.RULE('primary', () => {
    this.SUBRULE(this.atom);
    this.MANY(() => {
      this.CONSUME(word.of);
      this.CONSUME(T.Name);
    });
  });

  private readonly atom: Rule = this.RULE('atom', () => {
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

  private readonly number: Rule = this.RULE('number', () => {
    this.OPTION(() => this.CONSUME(T.symbols['-']));
    this.SUBRULE(this.quantity);
  });

  /** A name after a number is always its unit; percentages take none. */
  readonly quantity: Rule = this.RULE('quantity', () => {
    this.CONSUME(T.NumberToken);
    this.OPTION({
      GATE: () => dataOf(this.LA(0)).number?.percent !== true,
      DEF: () => {
        this.OR([
          { ALT: () => this.CONSUME(T.Unit) },
          { ALT: () => this.CONSUME(T.MonthPart) },
          { ALT: () => this.CONSUME(T.Name) },
        ]);
      },
    });
  });

  private readonly everyYear: Rule = this.RULE('everyYear', () => {
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

  private readonly set: Rule = this.RULE('set', () => {
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

  private readonly listName: Rule = this.RULE('listName', () => {
    this.OPTION(() => this.CONSUME(word.population));
    this.CONSUME(T.Name);
    this.MANY(() => {
      this.CONSUME(word.of);
      this.CONSUME1(T.Name);
    });
  });

  private readonly filter: Rule = this.RULE('filter', () => {
    this.CONSUME(word.where);
    this.SUBRULE(this.condition);
  });

  private readonly existence: Rule = this.RULE('existence', () => {
    this.OR([{ ALT: () => this.CONSUME(word.any) }, { ALT: () => this.CONSUME(word.none) }]);
    this.OPTION(() => this.SUBRULE(this.count));
    this.SUBRULE(this.listName);
    this.OPTION1(() => {
      this.OR1([{ ALT: () => this.SUBRULE(this.filter) }, { ALT: () => this.SUBRULE(this.predicate) }]);
    });
  });

  private readonly universal: Rule = this.RULE('universal', () => {
    this.CONSUME(word.every);
    this.SUBRULE(this.listName);
    this.OPTION(() => this.SUBRULE(this.filter));
    this.OPTION1(() => this.SUBRULE(this.predicate));
    this.CONSUME(word.satisfy);
    this.SUBRULE(this.condition);
  });

  /** `2 次 以上`, `恰 1 户` after 有. */
  private readonly count: Rule = this.RULE('count', () => {
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

  private readonly counted: Rule = this.RULE('counted', () => {
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

const festivals = new Set(['springFestival', 'newYearsEve', 'dragonBoat', 'midAutumn', 'doubleNinth']);
