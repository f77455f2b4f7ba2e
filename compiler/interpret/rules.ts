import { condition, excepted, group, guarded } from '../../runtime/nodes.ts';
import { not } from '../../runtime/truth.ts';
import type { RuleMeta, RuleNode } from '../../runtime/rules.ts';
import type { Expr } from '../ir/expressions.ts';
import { groupOf } from '../ir/lines.ts';
import type { ReadsOf } from '../ir/reads.ts';
import type { Run, Scope } from './scope.ts';

/** Rules with the truth of every line below them. */
export class Rules {
  private readonly scope: Scope;
  private readonly reads: ReadsOf;

  constructor(scope: Scope, reads: ReadsOf) {
    this.scope = scope;
    this.reads = reads;
  }

  /** A line as a node of its own; anything that is not a line counts as a condition. */
  line(e: Expr): Run<RuleNode> {
    if (e.k === 'guard') return this.observed(e, this.guarded(e, this.line(e.then)));
    if (e.k === 'except') return this.observed(e, this.excepted(e, this.line(e.rule)));
    const meta = this.meta(e);
    return e.k === 'rule' ? this.observed(e, this.body(meta, e.body)) : this.body(meta, e);
  }

  private meta(e: Expr): RuleMeta {
    const benefit = e.k === 'rule' && e.benefit ? { benefit: e.benefit } : {};
    return { id: e.id, cites: e.origin.cites, reads: this.reads(e), ...benefit };
  }

  private body(meta: RuleMeta, body: Expr): Run<RuleNode> {
    if (body.k === 'guard') return this.observed(body, this.guarded(body, this.body(meta, body.then)));
    if (body.k === 'except') return this.observed(body, this.excepted(body, this.body(meta, body.rule)));
    const shape = groupOf(body);
    if (!shape) {
      const truth = this.scope.truth(body);
      return (c, env) => condition(meta, truth(c, env));
    }
    const lines = shape.lines.map((line) => this.line(line));
    return this.observed(body, (c, env) =>
      group(
        meta,
        shape.op,
        lines.map((line) => line(c, env)),
        shape.n,
      ),
    );
  }

  /** Groups of lines are evaluated here, line by line, and not as conditions: the observer hears of them all the same. */
  private observed(e: Expr, line: Run<RuleNode>): Run<RuleNode> {
    const { observer } = this.scope;
    if (!observer) return line;
    return (c, env) => {
      const node = line(c, env);
      // `均不满足` is one line: what it denies is heard of too.
      if (e.k === 'not') observer.node(e.a, not(node.truth));
      observer.node(e, node.truth);
      return node;
    };
  }

  private guarded(e: Extract<Expr, { k: 'guard' }>, inner: Run<RuleNode>): Run<RuleNode> {
    const when = this.scope.truth(e.when);
    return (c, env) => guarded(when(c, env), inner(c, env), e.neutral);
  }

  private excepted(e: Extract<Expr, { k: 'except' }>, inner: Run<RuleNode>): Run<RuleNode> {
    const exceptions = e.by.map((by) => ({ id: by.id, truth: this.scope.truth(by) }));
    return (c, env) =>
      excepted(
        inner(c, env),
        exceptions.map(({ id, truth }) => ({ id, truth: truth(c, env) })),
        e.neutral,
      );
  }
}
