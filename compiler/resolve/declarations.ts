import { keywordsSpelt } from '../../grammar/index.ts';
import { compareExact, exact, parseExact, printExact, times } from '../../runtime/exact.ts';
import type { EnumMeta, Id, Name, Type, UnitMeta } from '../../runtime/types.ts';
import { builtinUnitNames } from '../../runtime/unit-names.ts';
import type { BuiltinUnit } from '../ast/expressions.ts';
import type { DeclaredName, Language, Word } from '../ast/names.ts';
import type { Notice, Statement } from '../ast/statements.ts';
import type { TypeBase, TypeNode } from '../ast/types.ts';
import { resolveDiagnostics } from '../diagnostics/catalogue/resolve.ts';
import { sharingDiagnostics } from '../diagnostics/catalogue/sharing.ts';
import type { Reporter } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Places } from '../source/places.ts';
import type { Span } from '../source/source.ts';
import type { Entry, EnumInfo, Symbols } from './symbols.ts';
import { builtinType, idOf, wrapType } from './types.ts';
import { builtinUnits, unitId } from './units.ts';

const codes = { ...resolveDiagnostics, ...sharingDiagnostics };

type SameAs = TypeBase & { readonly kind: 'sameAs' };

export type FactEntry = Entry & { kind: 'fact' };
export type { EnumMeta };

/** Words for what a declaration is, used in messages. */
export const kinds = {
  programme: { zh: '项目', en: 'programme' },
  procedure: { zh: '程序', en: 'procedure' },
  step: { zh: '步骤', en: 'step' },
  stage: { zh: '名额', en: 'quota stage' },
  duty: { zh: '义务或指标', en: 'duty or target' },
  policy: { zh: '方案', en: 'notice' },
} as const;

const examples = {
  programme: { zh: '项目 生活补助 (allowance)', en: 'programme allowance (生活补助)' },
  procedure: { zh: '程序 申领 (claim)', en: 'procedure claim (申领)' },
} as const;

/** Gathers the declarations of a notice and of what it uses; later stages only read what it made. */
export class Declarations {
  readonly global = new Map<string, Entry>();
  readonly facts = new Map<Id, Map<string, FactEntry>>();
  readonly subjects: Id[] = [];
  readonly units = new Map<Id, UnitMeta>(builtinUnits);
  readonly unitsByName = new Map<string, Id>();
  readonly enums = new Map<Id, EnumInfo>();
  readonly names = new Map<Id, Name>(builtinUnitNames);

  constructor(
    private readonly notice: Notice,
    private readonly languageAt: (offset: number) => Language,
    private readonly places: Places,
    private readonly reporter: Reporter,
  ) {}

  collect(): Symbols {
    const blocks = this.notice.blocks;
    if (this.notice.header.name) this.needEnglish(this.notice.header.name, kinds.policy);
    for (const block of blocks) if (block.head === 'unit') this.unit(block);
    for (const block of blocks) if (block.head === 'enumeration') this.enumeration(block);
    for (const block of blocks) if (block.head === 'subject') this.subject(block);
    for (const block of blocks) {
      if (block.head === 'subject') this.fields(block, block.name ? idOf(block.name) : '');
      if (block.head === 'circumstances') this.fields(block, '');
    }
    for (const line of this.notice.header.children) if (line.head === 'parameter') this.parameter(line);
    for (const block of blocks) this.block(block);
    return this;
  }

  /** Files a name under both halves, in a map of its scope. */
  private declare<E extends Entry>(scope: Map<string, E>, name: DeclaredName, entry: E): void {
    this.nameIt(entry.id, name);
    for (const word of [name.zh, name.en]) {
      if (!word) continue;
      const before = scope.get(word.text);
      if (before && before.statement !== entry.statement) {
        this.duplicate(word, before.statement);
      } else {
        scope.set(word.text, entry);
      }
    }
  }

  /** Of two files the later one may be somebody else's: the finding stands where the author is at home. */
  private duplicate(word: Word, before: Statement): void {
    const same = [before.name?.zh, before.name?.en].find((half) => half?.text === word.text);
    const first = same ?? { span: before.span };
    const [here, there] = this.sameFile(first, word) ? [word, first] : [first, word];
    const line = this.places.lineAt(there.span.start);
    const file = this.sameFile(first, word) ? undefined : this.places.pathAt(there.span.start);
    const related = file === undefined ? [] : [{ span: there.span, zh: '另一处', en: 'The other place' }];
    this.reporter.report(codes.duplicateName, here.span, { name: word.text, line, file }, { related });
  }

  private sameFile(a: { readonly span: Span }, b: { readonly span: Span }): boolean {
    return this.places.fileAt(a.span.start) === this.places.fileAt(b.span.start);
  }

  nameIt(id: Id, name: DeclaredName): void {
    this.names.set(id, {
      ...(name.zh ? { zh: name.zh.text } : {}),
      ...(name.en ? { en: name.en.text } : {}),
    });
  }

  needEnglish(name: DeclaredName, what: { zh: string; en: string }): void {
    if (!name.en)
      this.reporter.report(codes.needsEnglishName, name.span, { name: name.zh?.text ?? '', what });
  }

  private unit(statement: Statement): void {
    const { name, body } = statement;
    if (!name) return;
    const id = idOf(name);
    const base =
      body?.kind === 'number' && body.unit?.kind === 'builtin'
        ? builtinUnits.get(unitId(body.unit.id))
        : undefined;
    const factor = body?.kind === 'number' && base ? factorOf(body.value, base) : null;
    if (!base || !factor) {
      this.reporter.report(codes.unitRatio, body?.span ?? statement.span, { name: name.zh?.text ?? id });
      return;
    }
    this.units.set(id, { id, base: base.base, factor });
    for (const word of [name.zh, name.en]) if (word) this.unitsByName.set(word.text, id);
    this.declare(this.global, name, { kind: 'unit', id, statement });
  }

  /** `枚举 n: A (a) | B (b)`: options that facts take by `同 n`. */
  private enumeration(statement: Statement): void {
    const { name, type } = statement;
    if (!name || !type) return;
    const id = idOf(name);
    const { base, open } = type;
    const plain = !type.list && !type.optional && type.by.length === 0 && type.rate.length === 0;
    if (base.kind !== 'options' || base.choice === 'many' || !plain || type.from || type.to) {
      this.reporter.report(codes.notOptions, type.span, { name: name.zh?.text ?? id });
      return;
    }
    this.declare(this.global, name, { kind: 'enumeration', id, statement });
    this.enumType(statement, id, base.options, base.ordered, open, base.choice);
  }

  private subject(statement: Statement): void {
    if (!statement.name) return;
    const id = idOf(statement.name);
    this.subjects.push(id);
    this.declare(this.global, statement.name, { kind: 'subject', id, statement });
  }

  private fields(block: Statement, subject: Id): void {
    const scope = this.facts.get(subject) ?? new Map<string, FactEntry>();
    this.facts.set(subject, scope);
    for (const line of block.children) {
      if (!line.name || !line.type) continue;
      const id = idOf(line.name);
      const type = this.typeOf(line, line.type, id, subject);
      if (!type) continue;
      this.declare(scope, line.name, {
        kind: 'fact',
        id,
        subject: subject || null,
        type,
        optional: line.type.optional,
        statement: line,
      });
    }
  }

  private parameter(line: Statement): void {
    if (!line.name || !line.type) return;
    const id = idOf(line.name);
    const base = this.typeOf(line, { ...line.type, by: [] }, id, '');
    if (!base) return;
    const keyFacts = line.type.by.map((word) => word.text);
    const type = keyFacts.reduce<Type>((of) => ({ t: 'keyed', key: { t: 'text' }, of }), base);
    this.declare(this.global, line.name, { kind: 'parameter', id, type, keyFacts, statement: line });
  }

  private block(block: Statement): void {
    if (block.head === 'duty' || block.head === 'target') this.duties(block);
    if (!block.name) {
      this.nameless(block);
      return;
    }
    const id = idOf(block.name);
    if (block.head === 'define')
      this.declare(this.global, block.name, { kind: 'definition', id, statement: block });
    if (block.head === 'programme') {
      this.needEnglish(block.name, kinds.programme);
      this.declare(this.global, block.name, {
        kind: 'programme',
        id,
        subject: this.subjectOf(block),
        statement: block,
      });
      this.stages(block, id);
    }
    if (block.head === 'procedure') {
      this.needEnglish(block.name, kinds.procedure);
      this.declare(this.global, block.name, { kind: 'procedure', id, statement: block });
      for (const step of block.children) this.step(step, id);
    }
  }

  /** Nothing that is written may be passed over because it has no name. */
  private nameless({ head, span }: Statement): void {
    if (head !== 'programme' && head !== 'procedure') return;
    const example = this.languageAt(span.start) === 'zh' ? examples[head].zh : examples[head].en;
    this.reporter.report(codes.needsName, span, { what: kinds[head], example });
  }

  private step(step: Statement, procedure: Id): void {
    if (step.head || !step.name) return;
    this.needEnglish(step.name, kinds.step);
    this.declare(this.global, step.name, { kind: 'step', id: idOf(step.name), procedure, statement: step });
  }

  private duties(block: Statement): void {
    const [only, ...others] = this.subjects;
    // With several kinds of record a block that names none is about circumstances: it decides the notice itself.
    const named = block.subject !== undefined || (only !== undefined && others.length === 0);
    const owner = dutyOwner(block, named ? this.subjectOf(block) : null);
    for (const line of block.children) {
      if (line.head || !line.name) continue;
      this.needEnglish(line.name, kinds.duty);
      this.declare(this.global, line.name, {
        kind: 'duty',
        id: `${owner}.${idOf(line.name)}`,
        statement: line,
      });
    }
  }

  private stages(programme: Statement, id: Id): void {
    for (const section of programme.children) {
      if (section.head !== 'quota') continue;
      for (const stage of section.children) {
        if (stage.head || !stage.name) continue;
        this.needEnglish(stage.name, kinds.stage);
        this.declare(this.global, stage.name, {
          kind: 'stage',
          id: idOf(stage.name),
          programme: id,
          statement: stage,
        });
      }
    }
  }

  /** The subject that a block is for: the one named, else the only one. */
  subjectOf(block: Statement): Id {
    if (block.subject) {
      const entry = this.global.get(block.subject.text);
      if (entry?.kind === 'subject') return entry.id;
      this.unknown(block.subject, this.subjects, { zh: '主体名称', en: 'the name of a subject' });
      return this.subjects[0] ?? '';
    }
    if (this.subjects.length === 1) return this.subjects[0] ?? '';
    this.reporter.report(codes.needsSubject, block.name?.span ?? block.span, {
      choices: this.subjects.map((s) => this.names.get(s)?.zh ?? s),
    });
    return this.subjects[0] ?? '';
  }

  private unknown(word: Word, candidates: Iterable<string>, expected: { zh: string; en: string }): void {
    this.reporter.report(codes.unknownName, word.span, {
      name: word.text,
      nearest: nearest(word.text, candidates),
      expected,
    });
  }

  private typeOf(line: Statement, node: TypeNode, id: Id, subject: Id): Type | null {
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

  private enumType(
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

/** Under whose id the duties of a block stand: its own name, else the subject they bind. */
export function dutyOwner(block: Statement, subject: Id | null): Id {
  return block.name ? idOf(block.name) : (subject ?? block.head ?? 'duty');
}

/** How many of the base one of a unit is: `n` times what the unit it is counted in is; null unless above zero. */
function factorOf(n: string, base: UnitMeta): string | null {
  const value = parseExact(n);
  return value !== null && compareExact(value, 0) > 0 ? printExact(times(value, exact(base.factor))) : null;
}
