import { spelling } from '../../grammar/index.ts';
import type { Language } from '../ast/names.ts';
import type { Notice, Statement } from '../ast/statements.ts';
import { sharingDiagnostics as codes } from '../diagnostics/catalogue/sharing.ts';
import { type Diagnostic, Reporter } from '../diagnostics/diagnostic.ts';
import { type PlacedFile, Places } from '../source/places.ts';
import type { SourceFile, Span } from '../source/source.ts';
import { parse } from '../syntax/index.ts';
import { moved } from '../syntax/moved.ts';
import { type Offsets, Remembered } from '../syntax/remembered.ts';
import { normalPath, usedPath } from './path.ts';

/** Hands in the text of a file that another one uses, by its path; or says why it cannot. The compiler opens nothing itself. */
export type ReadUsed = (
  path: string,
) => { readonly text: string } | { readonly problem: 'missing' | 'outside' | 'unreadable' };

/** A file read, and the files that it uses, each once. */
export interface Gathered {
  /** Null where no header says what the file is. */
  readonly notice: Notice | null;
  readonly used: readonly Notice[];
  readonly places: Places;
  /** Language of the file that an offset lies in. */
  readonly languageAt: (offset: number) => Language;
  /** What was wrong with reading them, in no order. */
  readonly found: readonly Diagnostic[];
}

const readNothing: ReadUsed = () => ({ problem: 'missing' });

/** What was read of files before, by their paths; what has not changed is not read again. */
export class Files {
  private readonly offsets: Offsets = { next: 1 };
  private readonly byPath = new Map<string, Remembered>();

  of(path: string): Remembered {
    const known = this.byPath.get(path) ?? new Remembered(this.offsets);
    this.byPath.set(path, known);
    return known;
  }

  /** Offsets for a file that is read as a whole. */
  baseFor({ text }: SourceFile): number {
    const base = this.offsets.next;
    this.offsets.next += text.length + 1;
    return base;
  }
}

/** Reads a file and everything that it uses, directly or through others. */
export function gather(source: SourceFile, read: ReadUsed = readNothing, before?: Files): Gathered {
  return new Gathering(read, before).run(source);
}

class Gathering {
  private readonly files: PlacedFile[] = [];
  /** As the files. */
  private readonly languages: Language[] = [];
  private readonly used: Notice[] = [];
  private readonly found: Diagnostic[] = [];

  constructor(
    private readonly read: ReadUsed,
    private readonly before: Files | undefined,
  ) {}

  run(source: SourceFile): Gathered {
    const notice = this.open(source);
    if (notice) this.follow(notice, [normalPath(source.path)]);
    const places = new Places(this.files);
    return {
      notice,
      used: this.used,
      places,
      languageAt: (offset) => this.languages[places.fileAt(offset)] ?? 'zh',
      found: this.found,
    };
  }

  private open(source: SourceFile): Notice | null {
    const again = this.before?.of(normalPath(source.path)).read(source);
    if (again) {
      this.files.push({ ...source, base: 0, stretches: again.stretches });
      this.languages.push(again.notice.language);
      this.found.push(...again.found);
      return again.notice;
    }
    const base = this.before?.baseFor(source) ?? Places.baseBehind(this.files);
    const reporter = new Reporter(source.path);
    const notice = parse(source, reporter);
    this.files.push({ ...source, base });
    this.languages.push(notice?.language ?? 'zh');
    this.found.push(...reporter.found);
    return notice && moved(notice, base);
  }

  /** `chain`: the paths that led here, that of the file with these lines last. */
  private follow(notice: Notice, chain: readonly string[]): void {
    const uses = notice.header.children.filter(({ head }) => head === 'use');
    const isLibrary = notice.header.head === 'library';
    if (uses.length === 0 && !isLibrary) return;
    const reporter = new Reporter(new Places([...this.files]));
    for (const line of uses) this.use(line, chain, reporter);
    if (isLibrary) onlyShared(notice, reporter);
    this.found.push(...reporter.found);
  }

  private use({ body }: Statement, chain: readonly string[], reporter: Reporter): void {
    if (body?.kind !== 'text') return;
    const { span, value } = body;
    const way = usedPath(chain[chain.length - 1] ?? '', value);
    if ('problem' in way) reporter.report(codes.unusablePath, span, { written: value, why: way.problem });
    else if (chain.includes(way.path)) {
      const circle = [...chain.slice(chain.indexOf(way.path)), way.path];
      reporter.report(codes.useCircle, span, { circle });
    } else if (!this.files.some((file) => normalPath(file.path) === way.path)) {
      this.bring(way.path, span, chain, reporter);
    }
  }

  private bring(path: string, span: Span, chain: readonly string[], reporter: Reporter): void {
    const got = this.read(path);
    if ('problem' in got) {
      reporter.report(codes.noSuchFile, span, { path, why: got.problem });
      return;
    }
    const notice = this.open({ path, text: got.text });
    if (notice?.header.head === 'library') {
      this.used.push(notice);
      this.follow(notice, [...chain, path]);
    } else if (notice) reporter.report(codes.notShared, span, { path });
  }
}

const shared: readonly Statement['head'][] = ['unit', 'enumeration', 'subject', 'define'];

/** A library holds what can be shared; rules belong to a notice. */
function onlyShared(notice: Notice, reporter: Reporter): void {
  for (const block of notice.blocks) {
    if (shared.includes(block.head) || block.broken || !block.head) continue;
    reporter.report(codes.notSharable, block.span, { word: spelling(notice.language, 'head', block.head) });
  }
}
