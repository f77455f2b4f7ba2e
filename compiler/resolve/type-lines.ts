import { keywordsSpelt } from '../../grammar/index.ts';
import type { Id, Type } from '../../runtime/types.ts';
import type { BuiltinUnit } from '../ast/expressions.ts';
import type { DeclaredName, Word } from '../ast/names.ts';
import type { Statement } from '../ast/statements.ts';
import type { TypeBase, TypeNode } from '../ast/types.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { codes, Declared } from './declared.ts';
import { builtinType, idOf, wrapType } from './types.ts';
import { unitId } from './units.ts';

type SameAs = TypeBase & { readonly kind: 'sameAs' };

/** What the type of a line says; options are filed as the enumeration of the line's id. */
export class TypeLines extends Declared {
  protected typeOf(line: Statement, node: TypeNode, id: Id, subject: Id): Type | null {
    const base = this.baseType(line, node, id, subject);
    if (!base) return null;
    const type = wrapType(base, node);
    if (node.by.length === 0) return type;
    const key = this.keyType(node.by);
    // A filter of the fact speaks of its key by the word of the type.
    if (key.t === 'year') this.names.set(`${id}.year`, { zh: '年份', en: 'year' });
    if (key.t === 'month') this.names.set(`${id}.month`, { zh: '月份', en: 'month' });
    return { t: 'keyed', key, of: type };
  }

  private keyType(by: readonly Word[]): Type {
    const words = keywordsSpelt(this.languageAt(by[0]?.span.start ?? 0), by[0]?.text ?? '');
    const id = words.find((word) => word.group === 'type')?.id;
    return id === 'year' || id === 'month' ? { t: id } : { t: 'text' };
  }

  private baseType(line: Statement, node: TypeNode, id: Id, subject: Id): Type | null {
    const base = node.base;
    switch (base.kind) {
      case 'builtin':
        return builtinType(base.name);
      case 'named':
        return this.namedType(base.name);
      case 'options':
        return this.enumType(line, id, base.options, base.ordered, node.open, base.choice);
      case 'records':
        return { t: 'list', of: { t: 'record', fields: this.recordFields(line, id, subject) } };
      case 'sameAs':
        return this.sameAs(line, base, id, node.open, subject);
    }
  }

  private namedType(word: Word): Type | null {
    const language = this.languageAt(word.span.start);
    // A kind of record that is called like a unit stands in quotes: 「户」.
    const spelt = word.quoted ? [] : keywordsSpelt(language, word.text);
    const builtin = spelt.find((k) => k.group === 'unit');
    const unit = this.unitsByName.get(word.text) ?? (builtin && unitId(builtin.id as BuiltinUnit));
    if (unit) return unit === 'yuan' ? { t: 'money' } : { t: 'qty', unit };
    const entry = this.global.get(word.text);
    if (entry?.kind === 'subject') return { t: 'ref', subject: entry.id };
    const candidates = [
      ...this.unitsByName.keys(),
      ...this.subjects.flatMap((s) => [s, this.names.get(s)?.zh ?? s]),
    ];
    this.reporter.report(codes.unknownType, word.span, {
      name: word.text,
      nearest: nearest(word.text, candidates),
    });
    return null;
  }

  protected enumType(
    line: Statement,
    id: Id,
    options: readonly DeclaredName[],
    ordered: boolean,
    open: boolean,
    choice: 'one' | 'many',
  ): Type | null {
    if (options.length === 0) {
      this.reporter.report(codes.emptyOptions, line.name?.span ?? line.span, {
        name: line.name?.zh?.text ?? id,
      });
      return null;
    }
    if (this.hidesEnumeration(line, id)) return null;
    const byName = new Map<string, Id>();
    for (const option of options) {
      this.nameIt(`${id}.${idOf(option)}`, option);
      for (const word of [option.zh, option.en]) {
        if (!word) continue;
        if (byName.has(word.text))
          this.reporter.report(codes.duplicateName, word.span, {
            name: word.text,
            line: this.places.lineAt(line.span.start),
            file: undefined,
          });
        byName.set(word.text, idOf(option));
      }
    }
    this.enums.set(id, { id, options: options.map(idOf), ordered, open, byName });
    return { t: choice === 'many' ? 'set' : 'enum', enum: id };
  }

  private recordFields(line: Statement, id: Id, subject: Id) {
    return line.children.flatMap((field) => {
      if (!field.name || !field.type) return [];
      const fieldId = idOf(field.name);
      const type = this.typeOf(field, field.type, `${id}.${fieldId}`, subject);
      if (!type) return [];
      this.nameIt(`${id}.${fieldId}`, field.name);
      return [{ id: fieldId, type, optional: field.type.optional }];
    });
  }

  /** `同 X`: X is a fact of the same subject, else an enumeration; `多选` and `单选` before it say how many are chosen. */
  private sameAs(line: Statement, base: SameAs, id: Id, open: boolean, subject: Id): Type | null {
    const found = this.sameType(base.of, subject);
    if (found === undefined) {
      const known = [...(this.facts.get(subject)?.keys() ?? []), ...this.enumerationNames()];
      this.unknown(base.of, known, { zh: '已声明的事实或枚举', en: 'a declared fact or enumeration' });
      return null;
    }
    if (found.t !== 'enum' && found.t !== 'set') return found;
    const t = base.choice === undefined ? found.t : base.choice === 'many' ? 'set' : 'enum';
    if (base.extra.length > 0 && this.hidesEnumeration(line, id)) return null;
    if (base.extra.length > 0) this.extended(found.enum, base.extra, id, open);
    return { t, enum: base.extra.length > 0 ? id : found.enum };
  }

  private sameType(word: Word, subject: Id): Type | undefined {
    const fact = this.facts.get(subject)?.get(word.text);
    if (fact) return fact.type;
    const entry = this.global.get(word.text);
    return entry?.kind === 'enumeration' ? { t: 'enum', enum: entry.id } : undefined;
  }

  /** Options of its own under the lasting name of an enumeration would take that one's place. */
  private hidesEnumeration(line: Statement, id: Id): boolean {
    const entry = this.global.get(id);
    if (entry?.kind !== 'enumeration' || entry.statement === line) return false;
    const word = line.name?.en ?? line.name?.zh;
    if (word) this.duplicate(word, entry.statement);
    return true;
  }

  private enumerationNames(): readonly string[] {
    return [...this.global].flatMap(([name, entry]) => (entry.kind === 'enumeration' ? [name] : []));
  }

  /** The options of one enumeration and further ones, as the enumeration `id`. */
  private extended(from: Id, extra: readonly DeclaredName[], id: Id, open: boolean): void {
    const info = this.enums.get(from);
    const byName = new Map([
      ...(info?.byName ?? []),
      ...extra.flatMap((o) => [o.zh, o.en].flatMap((w) => (w ? [[w.text, idOf(o)] as const] : []))),
    ]);
    for (const option of info?.options ?? []) {
      const name = this.names.get(`${from}.${option}`);
      if (name) this.names.set(`${id}.${option}`, name);
    }
    for (const option of extra) this.nameIt(`${id}.${idOf(option)}`, option);
    this.enums.set(id, {
      id,
      options: [...(info?.options ?? []), ...extra.map(idOf)],
      ordered: false,
      open: open || (info?.open ?? false),
      byName,
    });
  }
}
