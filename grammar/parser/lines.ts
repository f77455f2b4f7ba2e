import type { IParserConfig } from 'chevrotain';
import * as T from '../tokens.ts';
import { BodyParser } from './bodies.ts';
import type { Rule } from './operands.ts';

const { word, shape } = T.keyword;
const { '(': Open, ')': Close, ',': Comma, ':': Colon, '=': Equals } = T.symbols;

/** One rule for each shape of line. The syntax stage chooses by the parent line and the first word. */
export class LineParser extends BodyParser {
  constructor(config: IParserConfig) {
    super(config);
    this.performSelfAnalysis();
  }

  /** `项目 n 对 S 按 k`: blocks that carry a name and no body. */
  readonly blockLine: Rule = this.RULE('blockLine', () => {
    this.CONSUME(T.Head);
    this.OPTION(() => this.SUBRULE(this.declared));
    this.OPTION1(() => this.SUBRULE(this.target));
    this.OPTION2(() => this.SUBRULE(this.keys));
    this.SUBRULE(this.clauses);
  });

  /** `给予 甲 (a), 乙 (b)`, `给予 甲 (a) 未规定 "…"`. */
  readonly grantsLine: Rule = this.RULE('grantsLine', () => {
    this.CONSUME(T.Head);
    this.SUBRULE(this.declared);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE1(this.declared);
    });
    this.OPTION(() => {
      this.CONSUME(word.unspecified);
      this.OPTION1(() => this.CONSUME(T.TextToken));
    });
    this.SUBRULE(this.clauses);
  });

  readonly defineLine: Rule = this.RULE('defineLine', () => {
    this.CONSUME(T.Head);
    this.SUBRULE(this.declared);
    this.OPTION(() => this.SUBRULE(this.target));
    this.OPTION3(() => this.CONSUME(T.Mode));
    this.OPTION1(() => this.SUBRULE(this.keys));
    this.OPTION2(() => {
      this.CONSUME(Equals);
      this.OR([{ ALT: () => this.SUBRULE(this.ledSpan) }, { ALT: () => this.SUBRULE(this.body) }]);
    });
    this.SUBRULE(this.clauses);
  });

  readonly unitLine: Rule = this.RULE('unitLine', () => {
    this.CONSUME(T.Head);
    this.SUBRULE(this.declared);
    this.OPTION(() => {
      this.CONSUME(Equals);
      this.SUBRULE(this.quantity);
    });
    this.SUBRULE(this.clauses);
  });

  readonly parameterLine: Rule = this.RULE('parameterLine', () => {
    this.CONSUME(T.Head);
    this.SUBRULE(this.declared);
    this.CONSUME(Colon);
    this.SUBRULE(this.type);
    this.SUBRULE(this.clauses);
  });

  readonly factLine: Rule = this.RULE('factLine', () => {
    this.SUBRULE(this.declared);
    this.CONSUME(Colon);
    this.SUBRULE(this.type);
    this.SUBRULE(this.clauses);
  });

  readonly optionLine: Rule = this.RULE('optionLine', () => {
    this.SUBRULE(this.options);
    this.OPTION(() => this.CONSUME(shape.open));
  });

  readonly textLine: Rule = this.RULE('textLine', () => {
    this.CONSUME(T.Head);
    this.CONSUME(T.TextToken);
    this.SUBRULE(this.clauses);
  });

  /** `期限 首次 D 前(含)`, `施行 自 A(含) 5 年`. */
  readonly spanLine: Rule = this.RULE('spanLine', () => {
    this.CONSUME(T.Head);
    this.OPTION(() => this.CONSUME(T.Mode));
    this.OPTION1(() => this.SUBRULE(this.span));
    this.SUBRULE(this.clauses);
  });

  /** `金额 每人 200 元`, `资格 同时满足`, `名额 拟聘: 2 人`, `逾期 视为放弃`. */
  readonly bodyLine: Rule = this.RULE('bodyLine', () => {
    this.CONSUME(T.Head);
    this.OPTION({ GATE: () => this.isLabel(), DEF: () => this.SUBRULE(this.label) });
    this.OPTION1(() => this.CONSUME(T.Mode));
    this.OPTION2(() => this.SUBRULE(this.keys));
    this.OPTION3(() => this.SUBRULE(this.body));
    this.SUBRULE(this.clauses);
  });

  readonly orderLine: Rule = this.RULE('orderLine', () => {
    this.CONSUME(T.Head);
    this.OPTION(() => {
      this.SUBRULE(this.orderKey);
      this.MANY(() => {
        this.CONSUME(Comma);
        this.SUBRULE1(this.orderKey);
      });
    });
    this.SUBRULE(this.clauses);
  });

  private readonly orderKey: Rule = this.RULE('orderKey', () => {
    this.SUBRULE(this.condition);
    this.OPTION(() => {
      this.OR([
        { ALT: () => this.CONSUME(word.ascending, { LABEL: 'direction' }) },
        { ALT: () => this.CONSUME(word.descending, { LABEL: 'direction' }) },
        { ALT: () => this.CONSUME(word.preferred, { LABEL: 'direction' }) },
      ]);
    });
  });

  readonly groupLine: Rule = this.RULE('groupLine', () => {
    this.CONSUME(T.Head);
    this.SUBRULE(this.operand);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE1(this.operand);
    });
    this.SUBRULE(this.clauses);
  });

  readonly sharesLine: Rule = this.RULE('sharesLine', () => {
    this.CONSUME(T.Head);
    this.OPTION(() => this.SUBRULE(this.target));
    this.OPTION1(() => this.SUBRULE(this.keys));
    this.OPTION2(() => this.SUBRULE(this.shareList));
    this.SUBRULE(this.clauses);
  });

  /** A labelled rule: `达到年龄: 条件`, `申请: 由 申请人`, `其余: …`. */
  readonly itemLine: Rule = this.RULE('itemLine', () => {
    this.SUBRULE(this.label);
    this.OPTION(() => this.SUBRULE(this.body));
    this.SUBRULE(this.clauses);
  });

  readonly bareLine: Rule = this.RULE('bareLine', () => {
    this.SUBRULE(this.body);
    this.SUBRULE(this.clauses);
  });

  /** A row of a table: `20 年 至 29 年, 男: 900 元`. */
  readonly rowLine: Rule = this.RULE('rowLine', () => {
    this.SUBRULE(this.cases);
    this.OPTION(() => this.SUBRULE(this.body));
    this.SUBRULE(this.clauses);
  });

  readonly shareRowLine: Rule = this.RULE('shareRowLine', () => {
    this.SUBRULE(this.cases);
    this.OR([
      { ALT: () => this.SUBRULE(this.shareList) },
      {
        ALT: () => {
          this.CONSUME(word.unspecified);
          this.OPTION(() => this.CONSUME(T.TextToken));
        },
      },
    ]);
    this.SUBRULE(this.clauses);
  });

  /** `甲 或 乙: 复印件 2 份 对 邮寄`. */
  readonly documentLine: Rule = this.RULE('documentLine', () => {
    this.SUBRULE(this.declared);
    this.MANY(() => {
      this.CONSUME(word.or);
      this.SUBRULE1(this.declared);
    });
    this.CONSUME(Colon);
    this.CONSUME(T.Paper);
    this.OPTION(() => this.SUBRULE(this.quantity));
    this.OPTION1(() => this.SUBRULE(this.target));
    this.SUBRULE(this.clauses);
  });

  private readonly cases: Rule = this.RULE('cases', () => {
    this.SUBRULE(this.case);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE1(this.case);
    });
    this.CONSUME(Colon);
  });

  private readonly case: Rule = this.RULE('case', () => {
    this.OR([
      { ALT: () => this.CONSUME(word.otherwise) },
      { ALT: () => this.SUBRULE(this.ledSpan) },
      { ALT: () => this.SUBRULE(this.condition) },
    ]);
  });

  /** A span that a word of its own begins, so that it may stand where a condition could. */
  private readonly ledSpan: Rule = this.RULE('ledSpan', () => {
    this.OR([{ ALT: () => this.SUBRULE(this.fromSpan) }, { ALT: () => this.SUBRULE(this.recentSpan) }]);
  });

  private readonly label: Rule = this.RULE('label', () => {
    this.OR([{ ALT: () => this.SUBRULE(this.declared) }, { ALT: () => this.CONSUME(word.otherwise) }]);
    this.CONSUME(Colon);
  });

  private isLabel(): boolean {
    if (this.LA(2).tokenType === Colon) return true;
    return this.LA(2).tokenType === Open && this.LA(4).tokenType === Close && this.LA(5).tokenType === Colon;
  }
}
