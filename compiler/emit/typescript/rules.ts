import type { Expr } from '../../ir/expressions.ts';
import { groupOf, isLine } from '../../ir/lines.ts';
import { array, type Code, object } from './code.ts';
import { commentOf } from './comments.ts';
import { ruleName } from './module-names.ts';
import { access, key, quoted } from './names.ts';
import type { Place, Unit } from './unit.ts';

/** A function of a generated module: `function name(c: Case): result { const …; return body; }`. */
export interface FunctionText {
  readonly name: string;
  readonly comment: string;
  readonly result: string;
  readonly locals?: readonly (readonly [name: string, value: Code])[];
  readonly body: Code;
}

/** The functions of a programme's rules, in the order of the notice: a group before its lines. */
export class RuleFunctions {
  readonly functions: FunctionText[] = [];
  readonly metas: (readonly [string, Code])[] = [];
  private readonly place: Place;
  private readonly unit: Unit;

  constructor(subject: string | undefined, unit: Unit) {
    this.place = { subject, bound: [] };
    this.unit = unit;
  }

  /** The name of the function of a line; written down with everything below it. */
  root(e: Expr): string {
    if (e.k === 'rule') return this.rule(e, e.body);
    if (!isLine(e)) return this.rule(e, e);
    const name = ruleName(`${e.id} as a whole`, this.unit);
    return this.write(e, name, () => this.line(e));
  }

  /** The functions of the lines below come after the one that calls them. */
  private write(e: Expr, name: string, body: () => Code): string {
    const at = this.functions.length;
    const text = body();
    this.functions.splice(at, 0, this.functionOf(e, name, text));
    return name;
  }

  private rule(e: Expr, body: Expr): string {
    const name = ruleName(e.id, this.unit);
    // The lines of a definition are written once, however many rules show them.
    if (this.unit.rulesWritten.has(e.id)) return name;
    this.unit.rulesWritten.add(e.id);
    const meta = this.meta(e);
    return this.write(e, name, () => this.body(meta, body));
  }

  private functionOf(e: Expr, name: string, body: Code): FunctionText {
    return { name, comment: commentOf(e.id, e.origin, this.unit), result: this.unit.type('RuleNode'), body };
  }

  private meta(e: Expr): string {
    const fields = object([
      ['id', quoted(e.id)],
      ['cites', array(e.origin.cites.map(quoted))],
      ['reads', array(this.unit.reads(e).map(quoted))],
      ['benefit', e.k === 'rule' && e.benefit ? benefitCode(e.benefit) : undefined],
    ]);
    this.metas.push([key(e.id), fields]);
    return access(this.unit.names.of('rules of the module', 'rules'), e.id);
  }

  private line(e: Expr): Code {
    if (e.k === 'guard') return this.guarded(e, this.line(e.then));
    if (e.k === 'except') return this.excepted(e, this.line(e.rule));
    return `${this.root(e)}(c)`;
  }

  private body(meta: string, body: Expr): Code {
    const { unit, place } = this;
    if (body.k === 'guard') return this.guarded(body, this.body(meta, body.then));
    if (body.k === 'except') return this.excepted(body, this.body(meta, body.rule));
    const shape = groupOf(body);
    if (!shape) return unit.op('condition', meta, unit.code(body, place));
    const lines = array(shape.lines.map((line) => this.line(line)));
    const counted = shape.n === undefined ? [] : [String(shape.n)];
    return unit.op('group', meta, quoted(shape.op), lines, ...counted);
  }

  private guarded(e: Extract<Expr, { k: 'guard' }>, inner: Code): Code {
    return this.unit.op('guarded', this.unit.code(e.when, this.place), inner, String(e.neutral));
  }

  private excepted(e: Extract<Expr, { k: 'except' }>, inner: Code): Code {
    const exceptions = e.by.map((by) =>
      object([
        ['id', quoted(by.id)],
        ['truth', this.unit.code(by, this.place)],
      ]),
    );
    return this.unit.op('excepted', inner, array(exceptions), String(e.neutral));
  }
}

function benefitCode({ source }: NonNullable<Extract<Expr, { k: 'rule' }>['benefit']>): Code {
  return object([['source', source === undefined ? undefined : quoted(source)]]);
}
