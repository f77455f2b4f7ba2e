import type { Id, Type } from '../../runtime/types.ts';
import type { Expression, Hole, SetLiteral } from '../ast/expressions.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import type { Reporter } from '../diagnostics/diagnostic.ts';
import type { Expr, ExprKind, Origin } from '../ir/expressions.ts';
import type { EnumInfo, Resolved } from '../resolve/index.ts';
import type { Span } from '../source/source.ts';
import { arithmetic, conditional, converted, rounded } from './arithmetic.ts';
import { bool, type Kit, type Scope } from './kit.ts';
import { aggregate, every, exists } from './lists.ts';
import { dateLiteral, lunarDay, numberLiteral, tailDate, written, yearlyDay } from './literals.ts';
import { member, nameReference } from './names.ts';
import { Noted } from './noted.ts';
import { test } from './tests.ts';
import { typeWords } from './typing.ts';

/** Turns the syntax of expressions into typed nodes. */
export class Elaborator implements Kit {
  /** How many nodes each owner has. */
  readonly counters = new Noted<Id, number>();
  private byOption: Map<string, readonly EnumInfo[]> | undefined;

  constructor(
    readonly resolved: Resolved,
    readonly reporter: Reporter,
    readonly definitionType: (id: Id) => Type | null,
    readonly definitionSubject: (id: Id) => Id | null,
    readonly tierType: (programme: Id) => Type | null,
  ) {}

  origin(at: Span, cites: readonly string[]): Origin {
    return { span: { start: at.start, end: at.end }, line: this.resolved.line(at.start), cites };
  }

  node(kind: ExprKind, type: Type, at: Span, scope: Scope): Expr {
    const n = (this.counters.get(scope.owner) ?? 0) + 1;
    this.counters.set(scope.owner, n);
    return { id: `${scope.owner}#${n}`, type, origin: this.origin(at, scope.cites), ...kind };
  }

  truth(e: Expression, scope: Scope): Expr | null {
    const made = this.value(e, scope, bool);
    if (!made || made.type.t === 'bool' || made.k === 'hole') return made;
    this.reporter.report(codes.notACondition, e.span, {
      what: written(this, e),
      found: typeWords(made.type, this.resolved.symbols),
    });
    return null;
  }

  value(e: Expression, scope: Scope, expected?: Type): Expr | null {
    switch (e.kind) {
      case 'number':
        return numberLiteral(this, e, scope, expected);
      case 'text':
        return this.node({ k: 'lit', value: e.value }, { t: 'text' }, e.span, scope);
      case 'date':
        return dateLiteral(this, e, scope);
      case 'yearlyDay':
        return yearlyDay(this, e, scope);
      case 'tailDate':
        return tailDate(this, e, scope);
      case 'lunarDay':
        return lunarDay(this, e, scope);
      case 'everyYear':
        return this.value(e.day, { ...scope, yearly: true }, expected);
      case 'name':
        return nameReference(this, e, scope, expected);
      case 'member':
        return member(this, e, scope);
      case 'set':
        return this.set(e, scope, expected);
      case 'arithmetic':
        return arithmetic(this, e, scope, expected);
      case 'rounded':
        return rounded(this, e, scope, expected);
      case 'converted':
        return converted(this, e, scope);
      case 'if':
        return conditional(this, e, scope, expected);
      case 'bracketed':
        return this.value(e.of, scope, expected);
      case 'hole':
        return this.hole(e, scope, expected);
      case 'test':
        return test(this, e, scope);
      case 'not':
        return this.not(e.of, e.span, scope);
      case 'junction':
        return this.junction(e.op, e.parts, e.span, scope);
      case 'exists':
        return exists(this, e, scope);
      case 'every':
        return every(this, e, scope);
      case 'aggregate':
        return aggregate(this, e, scope);
      default:
        return this.misplaced(e);
    }
  }

  private misplaced(e: Expression): null {
    this.reporter.report(codes.misplaced, e.span, { what: written(this, e) });
    return null;
  }

  private not(of: Expression, span: Span, scope: Scope): Expr | null {
    const a = this.truth(of, scope);
    return a && this.node({ k: 'not', a }, bool, span, scope);
  }

  private junction(op: 'and' | 'or', parts: readonly Expression[], span: Span, scope: Scope): Expr | null {
    const made = parts.map((part) => this.truth(part, scope));
    if (made.some((part) => part === null)) return null;
    return this.node(
      { k: op === 'and' ? 'all' : 'any', parts: made.filter((p) => p !== null) },
      bool,
      span,
      scope,
    );
  }

  hole(e: Hole, scope: Scope, expected?: Type): Expr {
    const by = e.by ? { by: e.by.text } : {};
    const text = e.text === undefined ? {} : { text: e.text };
    return this.node({ k: 'hole', why: e.why, ...by, ...text }, expected ?? bool, e.span, scope);
  }

  /** `定义 重病 = {甲, 乙}`: the one enumeration that has all these options, where nothing else has their names. */
  private optionsNamed(e: SetLiteral): Type | undefined {
    const { global } = this.resolved.symbols;
    const words = e.items.flatMap((item) => (item.kind === 'name' ? [item.name.text] : []));
    if (words.length === 0 || words.length < e.items.length || words.some((word) => global.has(word)))
      return undefined;
    const fitting = this.enumsWith(words[0] ?? '').filter(({ byName }) =>
      words.every((word) => byName.has(word)),
    );
    const [only, second] = fitting;
    return only && !second ? { t: 'enum', enum: only.id } : undefined;
  }

  /** The enumerations that have an option of this name. */
  private enumsWith(word: string): readonly EnumInfo[] {
    if (!this.byOption) {
      this.byOption = new Map();
      for (const info of this.resolved.symbols.enums.values())
        for (const option of info.byName.keys())
          this.byOption.set(option, [...(this.byOption.get(option) ?? []), info]);
    }
    return this.byOption.get(word) ?? [];
  }

  /** `{中, 高}`: options of the expected enumeration, or texts, dates, numbers of one type. */
  private set(e: SetLiteral, scope: Scope, expected?: Type): Expr | null {
    const wanted: Type | undefined =
      expected?.t === 'set'
        ? { t: 'enum', enum: expected.enum }
        : expected?.t === 'list'
          ? expected.of
          : this.optionsNamed(e);
    const items = e.items.map((item) => this.value(item, scope, wanted));
    const values: string[] = [];
    let type = wanted;
    for (const [i, item] of items.entries()) {
      if (!item) return null;
      if (item.k !== 'lit' || typeof item.value !== 'string') return this.misplaced(e.items[i] ?? e);
      values.push(item.value);
      type ??= item.type;
    }
    const made: Type =
      type?.t === 'enum' ? { t: 'set', enum: type.enum } : { t: 'list', of: type ?? { t: 'text' } };
    return this.node({ k: 'lit', value: values }, made, e.span, scope);
  }
}
