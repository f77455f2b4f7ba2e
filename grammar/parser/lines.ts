import type { CstNode, IParserConfig, ParserMethod } from 'chevrotain';
import * as T from '../tokens.ts';
import { ExpressionParser } from './expressions.ts';

type Rule = ParserMethod<[], CstNode>;
const { word, shape } = T.keyword;
const { '(': Open, ')': Close, ',': Comma, ':': Colon, '|': Bar, '=': Equals, '<': Less } = T.symbols;

/** One rule for each shape of line. The syntax stage chooses by the parent line and the first word. */
export class LineParser extends ExpressionParser {
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

  readonly defineLine: Rule = this.RULE('defineLine', () => {
    this.CONSUME(T.Head);
    this.SUBRULE(this.declared);
    this.OPTION(() => this.SUBRULE(this.target));
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

  readonly documentLine: Rule = this.RULE('documentLine', () => {
    this.SUBRULE(this.declared);
    this.CONSUME(Colon);
    this.CONSUME(T.Paper);
    this.OPTION(() => this.SUBRULE(this.quantity));
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

  readonly declared: Rule = this.RULE('declared', () => {
    this.CONSUME(T.Name);
    this.OPTION(() => {
      this.CONSUME(Open);
      this.CONSUME1(T.Name);
      this.CONSUME(Close);
    });
  });

  private readonly target: Rule = this.RULE('target', () => {
    this.CONSUME(word.for);
    this.CONSUME(T.Name);
  });

  private readonly keys: Rule = this.RULE('keys', () => {
    this.CONSUME(word.by);
    this.SUBRULE(this.operand);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE1(this.operand);
    });
  });

  private readonly shareList: Rule = this.RULE('shareList', () => {
    this.SUBRULE(this.share);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE1(this.share);
    });
  });

  private readonly share: Rule = this.RULE('share', () => {
    this.CONSUME(T.Name);
    this.CONSUME(T.NumberToken);
  });

  private readonly body: Rule = this.RULE('body', () => {
    this.OR([
      { GATE: () => this.LA(3).tokenType === word.ofGroup, ALT: () => this.SUBRULE(this.countedGroup) },
      { ALT: () => this.SUBRULE(this.group) },
      { ALT: () => this.SUBRULE(this.periodic) },
      { ALT: () => this.SUBRULE(this.amount), IGNORE_AMBIGUITIES: true },
    ]);
  });

  private readonly group: Rule = this.RULE('group', () => {
    this.OR([
      { ALT: () => this.CONSUME(word.allOf) },
      { ALT: () => this.CONSUME(word.anyOf) },
      { ALT: () => this.CONSUME(word.noneOf) },
      {
        ALT: () => {
          this.CONSUME(word.satisfying);
          this.SUBRULE(this.quantity);
          this.CONSUME(word.orMore);
        },
      },
    ]);
  });

  /** `at least 2 of`. */
  private readonly countedGroup: Rule = this.RULE('countedGroup', () => {
    this.CONSUME(word.notBelow);
    this.CONSUME(T.NumberToken);
    this.CONSUME(word.ofGroup);
  });

  /** `每 2 个月 …`. */
  private readonly periodic: Rule = this.RULE('periodic', () => {
    this.CONSUME(word.every1);
    this.SUBRULE(this.quantity);
    this.SUBRULE(this.expression);
  });

  /** A value or condition; rates before or after it, and the events it is paid for. */
  private readonly amount: Rule = this.RULE('amount', () => {
    this.MANY({ GATE: () => !this.isEveryYear(), DEF: () => this.CONSUME(T.Rate) });
    this.SUBRULE(this.expression);
    this.MANY1(() => this.CONSUME1(T.Rate));
    this.OPTION(() => this.SUBRULE(this.events));
  });

  private readonly events: Rule = this.RULE('events', () => {
    this.OR([{ ALT: () => this.CONSUME(word.eachTime) }, { ALT: () => this.CONSUME(word.firstTime) }]);
    this.SUBRULE(this.list);
    this.OPTION(() => {
      this.CONSUME(word.by);
      this.CONSUME(T.Name);
      this.MANY(() => {
        this.CONSUME(Comma);
        this.CONSUME1(T.Name);
      });
    });
  });

  private readonly type: Rule = this.RULE('type', () => {
    this.SUBRULE(this.typeBase);
    this.MANY(() => this.CONSUME(T.Rate));
    this.MANY1(() => this.SUBRULE(this.suffix));
  });

  private readonly typeBase: Rule = this.RULE('typeBase', () => {
    this.OR([
      {
        ALT: () => {
          this.OR1([{ ALT: () => this.CONSUME(shape.manyOf) }, { ALT: () => this.CONSUME(shape.oneOfMany) }]);
          this.OPTION({
            GATE: () => !this.startsSuffix(),
            DEF: () => this.SUBRULE(this.options),
          });
        },
      },
      { ALT: () => this.CONSUME(shape.list) },
      {
        ALT: () => {
          this.CONSUME(shape.sameAs);
          this.CONSUME(T.Name);
          this.MANY(() => {
            this.CONSUME(Bar);
            this.SUBRULE1(this.declared);
          });
        },
      },
      { GATE: () => !this.startsOptions(), ALT: () => this.CONSUME(T.BuiltinType) },
      { ALT: () => this.SUBRULE2(this.options), IGNORE_AMBIGUITIES: true },
    ]);
  });

  private startsOptions(): boolean {
    const next = this.LA(2).tokenType;
    return next === Open || next === Bar || next === Less;
  }

  private startsSuffix(): boolean {
    const next = this.LA(1).tokenType;
    const { open, optional, range, list } = shape;
    return next === open || next === optional || next === range || next === list;
  }

  private readonly options: Rule = this.RULE('options', () => {
    this.SUBRULE(this.declared);
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(Bar) }, { ALT: () => this.CONSUME(Less) }]);
      this.SUBRULE1(this.declared);
    });
  });

  private readonly suffix: Rule = this.RULE('suffix', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(shape.range);
          this.SUBRULE(this.operand, { LABEL: 'from' });
          this.OPTION(() => {
            this.CONSUME(word.to);
            this.SUBRULE1(this.operand, { LABEL: 'to' });
          });
        },
      },
      {
        ALT: () => {
          this.CONSUME1(word.to);
          this.SUBRULE2(this.operand, { LABEL: 'to' });
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.by);
          this.CONSUME(T.Name);
          this.MANY(() => {
            this.CONSUME(Comma);
            this.CONSUME1(T.Name);
          });
        },
      },
      { ALT: () => this.CONSUME(shape.open) },
      { ALT: () => this.CONSUME(shape.optional) },
      { ALT: () => this.CONSUME(shape.list) },
    ]);
  });

  private readonly clauses: Rule = this.RULE('clauses', () => {
    this.MANY(() => this.SUBRULE(this.clause));
  });

  private readonly clause: Rule = this.RULE('clause', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(word.when);
          this.SUBRULE(this.condition);
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.proof);
          this.CONSUME(T.Name);
        },
      },
      { ALT: () => this.SUBRULE(this.actor) },
      {
        ALT: () => {
          this.CONSUME(word.referTo);
          this.CONSUME1(T.Name);
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.counting);
          this.CONSUME2(T.Name);
          this.CONSUME(word.counted);
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.countedBy);
          this.CONSUME3(T.Name);
        },
      },
      {
        ALT: () => {
          this.CONSUME(word.fallback);
          this.SUBRULE(this.expression);
        },
      },
      { ALT: () => this.CONSUME(T.Cites) },
    ]);
  });

  private readonly actor: Rule = this.RULE('actor', () => {
    this.OR([
      { ALT: () => this.CONSUME(word.actedBy) },
      { ALT: () => this.CONSUME(word.by) },
      { ALT: () => this.CONSUME(word.determinedBy) },
      { ALT: () => this.CONSUME(word.decidedBy) },
      { ALT: () => this.CONSUME(word.handledBy) },
    ]);
    this.CONSUME(T.Name);
    this.OPTION(() => {
      this.OR1([
        { ALT: () => this.CONSUME(word.determines) },
        { ALT: () => this.CONSUME(word.decides) },
        { ALT: () => this.CONSUME(word.handles) },
      ]);
    });
  });
}
