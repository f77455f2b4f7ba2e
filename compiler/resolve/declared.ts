import type { Id, Name, UnitMeta } from '../../runtime/types.ts';
import { builtinUnitNames } from '../../runtime/unit-names.ts';
import type { DeclaredName, Language, Word } from '../ast/names.ts';
import type { Statement } from '../ast/statements.ts';
import { resolveDiagnostics } from '../diagnostics/catalogue/resolve.ts';
import { sharingDiagnostics } from '../diagnostics/catalogue/sharing.ts';
import type { Reporter } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Places } from '../source/places.ts';
import type { Span } from '../source/source.ts';
import type { Entry, EnumInfo } from './symbols.ts';
import { nameOf } from './types.ts';
import { builtinUnits } from './units.ts';

export const codes = { ...resolveDiagnostics, ...sharingDiagnostics };

export type FactEntry = Entry & { kind: 'fact' };

/** What has been declared so far, and how what is wrong with a name is told. */
export class Declared {
  readonly global = new Map<string, Entry>();
  readonly facts = new Map<Id, Map<string, FactEntry>>();
  readonly subjects: Id[] = [];
  readonly units = new Map<Id, UnitMeta>(builtinUnits);
  readonly unitsByName = new Map<string, Id>();
  readonly enums = new Map<Id, EnumInfo>();
  readonly names = new Map<Id, Name>(builtinUnitNames);

  constructor(
    protected readonly languageAt: (offset: number) => Language,
    protected readonly places: Places,
    protected readonly reporter: Reporter,
  ) {}

  /** Files a name under both halves, in a map of its scope. */
  protected declare<E extends Entry>(scope: Map<string, E>, name: DeclaredName, entry: E): void {
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
  protected duplicate(word: Word, before: Statement): void {
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

  protected nameIt(id: Id, name: DeclaredName): void {
    this.names.set(id, nameOf(name));
  }

  protected unknown(word: Word, candidates: Iterable<string>, expected: { zh: string; en: string }): void {
    this.reporter.report(codes.unknownName, word.span, {
      name: word.text,
      nearest: nearest(word.text, candidates),
      expected,
    });
  }
}
