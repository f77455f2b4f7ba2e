import * as T from '../tokens.ts';
import type { Rule } from './operands.ts';
import { TypeParser } from './types.ts';

const { word } = T.keyword;
const { ',': Comma } = T.symbols;

/** What a line says after its name, and the clauses at its end. */
export class BodyParser extends TypeParser {
  protected readonly body: Rule = this.RULE('body', () => {
    this.OR([
      { GATE: () => this.LA(3).tokenType === word.ofGroup, ALT: () => this.SUBRULE(this.countedGroup) },
      { ALT: () => this.SUBRULE(this.group) },
      { ALT: () => this.SUBRULE(this.periodic) },
      { ALT: () => this.SUBRULE(this.amount), IGNORE_AMBIGUITIES: true },
    ]);
  });

  protected readonly group: Rule = this.RULE('group', () => {
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
  protected readonly countedGroup: Rule = this.RULE('countedGroup', () => {
    this.CONSUME(word.notBelow);
    this.CONSUME(T.NumberToken);
    this.CONSUME(word.ofGroup);
  });

  /** `每 2 个月 …`. */
  protected readonly periodic: Rule = this.RULE('periodic', () => {
    this.CONSUME(word.every1);
    this.SUBRULE(this.quantity);
    this.SUBRULE(this.expression);
  });

  /** A value or condition; rates before or after it, and the events it is paid for. */
  protected readonly amount: Rule = this.RULE('amount', () => {
    this.MANY({ GATE: () => !this.isEveryYear(), DEF: () => this.CONSUME(T.Rate) });
    this.SUBRULE(this.expression);
    this.MANY1(() => this.CONSUME1(T.Rate));
    this.OPTION(() => this.SUBRULE(this.events));
  });

  protected readonly events: Rule = this.RULE('events', () => {
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

  protected readonly shareList: Rule = this.RULE('shareList', () => {
    this.SUBRULE(this.share);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE1(this.share);
    });
  });

  protected readonly share: Rule = this.RULE('share', () => {
    this.CONSUME(T.Name);
    this.CONSUME(T.NumberToken);
  });

  protected readonly keys: Rule = this.RULE('keys', () => {
    this.CONSUME(word.by);
    this.SUBRULE(this.operand);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE1(this.operand);
    });
  });

  protected readonly target: Rule = this.RULE('target', () => {
    this.CONSUME(word.for);
    this.CONSUME(T.Name);
  });

  protected readonly clauses: Rule = this.RULE('clauses', () => {
    this.MANY(() => this.SUBRULE(this.clause));
  });

  protected readonly clause: Rule = this.RULE('clause', () => {
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
      {
        ALT: () => {
          this.CONSUME(word.accept);
          this.CONSUME(T.TextToken);
        },
      },
      { ALT: () => this.CONSUME(T.Cites) },
    ]);
  });

  protected readonly actor: Rule = this.RULE('actor', () => {
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
