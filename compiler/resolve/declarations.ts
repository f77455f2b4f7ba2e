import { keywordsSpelt } from '../../grammar/index.ts';
import type { EnumMeta, Id, Name, Type, UnitMeta } from '../../runtime/types.ts';
import type { BuiltinUnit } from '../ast/expressions.ts';
import type { DeclaredName, Word } from '../ast/names.ts';
import type { Notice, Statement } from '../ast/statements.ts';
import type { TypeNode } from '../ast/types.ts';
import { resolveDiagnostics as codes } from '../diagnostics/catalogue/resolve.ts';
import type { Reporter } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { lineStarts, positionAt } from '../source/source.ts';
import type { Entry, EnumInfo, Symbols } from './symbols.ts';
import { builtinType, idOf, wrapType } from './types.ts';
import { builtinUnitNames, builtinUnits, unitId } from './units.ts';

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

/** Gathers the declarations of one file; later stages only read what it made. */
export class Declarations {
  readonly global = new Map<string, Entry>();
  readonly facts = new Map<Id, Map<string, FactEntry>>();
  readonly subjects: Id[] = [];
  readonly units = new Map<Id, UnitMeta>(builtinUnits);
  readonly unitsByName = new Map<string, Id>();
  readonly enums = new Map<Id, EnumInfo>();
  readonly names = new Map<Id, Name>(builtinUnitNames);
  private readonly starts: readonly number[];

  constructor(
    private readonly notice: Notice,
    private readonly reporter: Reporter,
    text: string,
  ) {
    this.starts = lineStarts(text);
  }

  collect(): Symbols {
    const blocks = this.notice.blocks;
    if (this.notice.header.name) this.needEnglish(this.notice.header.name, kinds.policy);
    for (const block of blocks) if (block.head === 'unit') this.unit(block);
    for (const block of blocks) if (block.head === 'subject') this.subject(block);
    for (const block of blocks) {
      if (block.head === 'subject') this.fields(block, block.name ? idOf(block.name) : '');
      if (block.head === 'circumstances') this.fields(block, '');
    }
    for (const line of this.notice.header.children) if (line.head === 'parameter') this.parameter(line);
    for (const block of blocks) this.block(block);
    return this;
  }

  line(offset: number): number {
    return positionAt(this.starts, offset).line;
  }

  /** Files a name under both halves, in a map of its scope. */
  private declare<E extends Entry>(scope: Map<string, E>, name: DeclaredName, entry: E): void {
    this.nameIt(entry.id, name);
    for (const word of [name.zh, name.en]) {
      if (!word) continue;
      const before = scope.get(word.text);
      if (before && before.statement !== entry.statement) {
        const line = this.line(before.statement.span.start);
        this.reporter.report(codes.duplicateName, word.span, { name: word.text, line });
      } else {
        scope.set(word.text, entry);
      }
    }
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
    const factor = body?.kind === 'number' ? multiplyFractions(body.value, base?.factor ?? '1') : null;
    if (!base || !factor) {
      this.reporter.report(codes.unitRatio, body?.span ?? statement.span, { name: name.zh?.text ?? id });
      return;
    }
    this.units.set(id, { id, base: base.base, factor });
    for (const word of [name.zh, name.en]) if (word) this.unitsByName.set(word.text, id);
    this.declare(this.global, name, { kind: 'unit', id, statement });
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
    const type: Type = keyFacts.length > 0 ? { t: 'keyed', key: { t: 'text' }, of: base } : base;
    this.declare(this.global, line.name, { kind: 'parameter', id, type, keyFacts, statement: line });
  }

  private block(block: Statement): void {
    if (block.head === 'duty' || block.head === 'target') this.duties(block);
    if (!block.name) return;
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
    return node.by.length > 0 ? { t: 'keyed', key: this.keyType(node.by), of: type } : type;
  }

  private keyType(by: readonly Word[]): Type {
    const words = keywordsSpelt(this.notice.language, by[0]?.text ?? '');
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
        return this.sameAs(base.fact, base.extra, id, node.open, subject);
    }
  }

  private namedType(word: Word): Type | null {
    const builtin = keywordsSpelt(this.notice.language, word.text).find((k) => k.group === 'unit');
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
    const byName = new Map<string, Id>();
    for (const option of options) {
      this.nameIt(`${id}.${idOf(option)}`, option);
      for (const word of [option.zh, option.en]) {
        if (!word) continue;
        if (byName.has(word.text))
          this.reporter.report(codes.duplicateName, word.span, {
            name: word.text,
            line: this.line(line.span.start),
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

  private sameAs(
    word: Word,
    extra: readonly DeclaredName[],
    id: Id,
    open: boolean,
    subject: Id,
  ): Type | null {
    const entry = this.facts.get(subject)?.get(word.text);
    if (!entry) {
      this.unknown(word, this.facts.get(subject)?.keys() ?? [], {
        zh: '已声明的事实',
        en: 'a declared fact',
      });
      return null;
    }
    if (extra.length === 0 || (entry.type.t !== 'enum' && entry.type.t !== 'set')) return entry.type;
    const info = this.enums.get(entry.type.enum);
    const byName = new Map([
      ...(info?.byName ?? []),
      ...extra.flatMap((o) => [o.zh, o.en].flatMap((w) => (w ? [[w.text, idOf(o)] as const] : []))),
    ]);
    for (const option of info?.options ?? []) {
      const name = this.names.get(`${entry.type.enum}.${option}`);
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
    return { t: entry.type.t, enum: id };
  }
}

/** Under whose id the duties of a block stand: its own name, else the subject they bind. */
export function dutyOwner(block: Statement, subject: Id | null): Id {
  return block.name ? idOf(block.name) : (subject ?? block.head ?? 'duty');
}

/** Product of two fractions written `a` or `a/b` (or decimals), or null unless it is above zero. */
function multiplyFractions(a: string, b: string): string | null {
  const parse = (text: string): readonly [bigint, bigint] | null => {
    const match = /^(\d+)(?:\.(\d+))?(?:\/(\d+))?$/.exec(text);
    if (!match) return null;
    const fraction = match[2] ?? '';
    return [BigInt(`${match[1]}${fraction}`), 10n ** BigInt(fraction.length) * BigInt(match[3] ?? '1')];
  };
  const x = parse(a);
  const y = parse(b);
  if (!x || !y) return null;
  const top = x[0] * y[0];
  const bottom = x[1] * y[1];
  if (top <= 0n || bottom <= 0n) return null;
  const gcd = (p: bigint, q: bigint): bigint => (q === 0n ? p : gcd(q, p % q));
  const g = gcd(top, bottom);
  return bottom / g === 1n ? `${top / g}` : `${top / g}/${bottom / g}`;
}
