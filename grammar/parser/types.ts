import * as T from '../tokens.ts';
import { ExpressionParser } from './expressions.ts';
import type { Rule } from './operands.ts';

const { word, shape } = T.keyword;
const { '(': Open, ')': Close, ',': Comma, '|': Bar, '<': Less } = T.symbols;

/** Declared names and the types of facts and parameters. */
export class TypeParser extends ExpressionParser {
  readonly declared: Rule = this.RULE('declared', () => {
    this.CONSUME(T.Name);
    this.OPTION(() => {
      this.CONSUME(Open);
      this.CONSUME1(T.Name);
      this.CONSUME(Close);
    });
  });

  protected readonly type: Rule = this.RULE('type', () => {
    this.SUBRULE(this.typeBase);
    this.MANY(() => this.CONSUME(T.Rate));
    this.MANY1(() => this.SUBRULE(this.suffix));
  });

  protected readonly typeBase: Rule = this.RULE('typeBase', () => {
    this.OR([
      {
        ALT: () => {
          this.OR1([{ ALT: () => this.CONSUME(shape.manyOf) }, { ALT: () => this.CONSUME(shape.oneOfMany) }]);
          this.OPTION({
            GATE: () => !this.startsSuffix(),
            DEF: () =>
              this.OR2([
                { GATE: () => this.startsSame(), ALT: () => this.SUBRULE(this.same) },
                { ALT: () => this.SUBRULE(this.options), IGNORE_AMBIGUITIES: true },
              ]),
          });
        },
      },
      { ALT: () => this.CONSUME(shape.list) },
      { GATE: () => this.startsSame(), ALT: () => this.SUBRULE1(this.same) },
      { GATE: () => !this.startsOptions(), ALT: () => this.CONSUME(T.BuiltinType) },
      { ALT: () => this.SUBRULE2(this.options), IGNORE_AMBIGUITIES: true },
    ]);
  });

  /** `同 X | extra (e)`. */
  protected readonly same: Rule = this.RULE('same', () => {
    this.CONSUME(shape.sameAs);
    this.CONSUME(T.Name);
    this.MANY(() => {
      this.CONSUME(Bar);
      this.SUBRULE(this.declared);
    });
  });

  /** An option may be called 同 too: `同 (same) | 异 (different)`. */
  protected startsSame(): boolean {
    return (
      this.LA(1).tokenType === shape.sameAs && this.LA(2).tokenType !== Open && this.LA(2).tokenType !== Bar
    );
  }

  protected startsOptions(): boolean {
    const next = this.LA(2).tokenType;
    return next === Open || next === Bar || next === Less;
  }

  protected startsSuffix(): boolean {
    const next = this.LA(1).tokenType;
    const { open, optional, range, list } = shape;
    return next === open || next === optional || next === range || next === list;
  }

  protected readonly options: Rule = this.RULE('options', () => {
    this.SUBRULE(this.declared);
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(Bar) }, { ALT: () => this.CONSUME(Less) }]);
      this.SUBRULE1(this.declared);
    });
  });

  protected readonly suffix: Rule = this.RULE('suffix', () => {
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
}
