import { compareExact, exact, parseExact, printExact, times } from '../../runtime/exact.ts';
import type { Id, Type, UnitMeta } from '../../runtime/types.ts';
import type { DeclaredName, Language } from '../ast/names.ts';
import type { Notice, Statement } from '../ast/statements.ts';
import type { Reporter } from '../diagnostics/diagnostic.ts';
import type { Places } from '../source/places.ts';
import { codes, type FactEntry } from './declared.ts';
import type { Symbols } from './symbols.ts';
import { TypeLines } from './type-lines.ts';
import { idOf } from './types.ts';
import { builtinUnits, unitId } from './units.ts';

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
export class Declarations extends TypeLines {
  constructor(
    private readonly notice: Notice,
    languageAt: (offset: number) => Language,
    places: Places,
    reporter: Reporter,
  ) {
    super(languageAt, places, reporter);
  }

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
      for (const step of block.children) this.step(step, id, block);
    }
  }

  /** Nothing that is written may be passed over because it has no name. */
  private nameless({ head, span }: Statement): void {
    if (head !== 'programme' && head !== 'procedure') return;
    const example = this.languageAt(span.start) === 'zh' ? examples[head].zh : examples[head].en;
    this.reporter.report(codes.needsName, span, { what: kinds[head], example });
  }

  private step(step: Statement, procedure: Id, block: Statement): void {
    if (step.head || !step.name) return;
    this.needEnglish(step.name, kinds.step);
    const id = idOf(step.name);
    this.declare(this.global, step.name, { kind: 'step', id, procedure, statement: step, block });
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
        block,
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
          block: programme,
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
