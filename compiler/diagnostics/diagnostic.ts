import type { Places } from '../source/places.ts';
import type { Span } from '../source/source.ts';

export type Severity = 'error' | 'warning' | 'note';

/** What a message says, in one language: the fact, then one way on. */
export interface Wording<P> {
  /** One sentence without parameters, the heading of the reference page. */
  readonly title: string;
  /** What was found and what was expected, in the author's words. */
  readonly message: (p: P) => string;
  /** One thing to do next, with what to type where it is known. */
  readonly hint: (p: P) => string;
}

/** One kind of finding. `bad` yields it and `good` does not: both are run by the tests and shown on its page. */
export interface Definition<P> {
  readonly code: string;
  readonly severity: Severity;
  readonly zh: Wording<P>;
  readonly en: Wording<P>;
  readonly bad: string;
  readonly good: string;
  /** Files that the examples use, by path. */
  readonly files?: { readonly [path: string]: string };
}

/** Replace `span` by `text`; offered only where it cannot change the meaning of a right program. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly path: string;
  readonly span: Span;
  readonly zh: { readonly message: string; readonly hint: string };
  readonly en: { readonly message: string; readonly hint: string };
  readonly related: readonly {
    readonly path: string;
    readonly span: Span;
    readonly zh: string;
    readonly en: string;
  }[];
  readonly fix?: readonly Edit[];
  /** Clauses of the notice that the line cites. */
  readonly cites?: readonly string[];
  /** The smallest applicant that shows it, replayed by the reference interpreter. */
  readonly example?: Example;
  /** The notice's own defect, kept for this reason; it needs nobody's attention. */
  readonly kept?: string;
}

type Values = { readonly [id: string]: unknown };

/** An applicant as input takes it, and in words. `asOf` is the date decided for, `YYYY-MM-DD`. */
export interface Example {
  readonly asOf: string;
  readonly parameters: Values;
  readonly circumstances: Values;
  readonly facts: Values;
  /** Days on which steps were done, by step. */
  readonly events?: Values;
  readonly words: { readonly zh: string; readonly en: string };
}

/** What a finding has beside its message. */
export interface Extra extends Pick<Diagnostic, 'cites' | 'example' | 'kept'> {
  readonly related?: readonly { readonly span: Span; readonly zh: string; readonly en: string }[];
  readonly fix?: readonly Edit[];
}

/** Gathers the findings of the files that make one policy. Stages take one of these; none throws for a user's mistake. */
export class Reporter {
  readonly found: Diagnostic[] = [];

  /** With a path alone spans count in that one file. */
  constructor(private readonly place: string | Places) {}

  report<P>(definition: Definition<P>, span: Span, params: P, extra: Extra = {}): void {
    const { fix, related = [], ...more } = extra;
    this.found.push({
      code: definition.code,
      severity: definition.severity,
      ...this.placed(span),
      zh: { message: definition.zh.message(params), hint: definition.zh.hint(params) },
      en: { message: definition.en.message(params), hint: definition.en.hint(params) },
      related: related.map((other) => ({ ...other, ...this.placed(other.span) })),
      ...(fix ? { fix: fix.map((edit) => ({ ...edit, span: this.placed(edit.span).span })) } : {}),
      ...more,
    });
  }

  /** A finding that an applicant shows, where one was found. */
  show<P>(
    definition: Definition<P & { readonly example: Example['words'] | null }>,
    span: Span,
    params: P,
    example: Example | null,
    extra: Extra = {},
  ): void {
    const words = example?.words ?? null;
    this.report(
      definition,
      span,
      { ...params, example: words },
      { ...extra, ...(example ? { example } : {}) },
    );
  }

  /** One-based line that a span begins on, in its own file; messages name other lines by it. */
  lineAt(span: Span): number {
    return typeof this.place === 'string' ? 0 : this.place.lineAt(span.start);
  }

  private placed(span: Span): { readonly path: string; readonly span: Span } {
    return typeof this.place === 'string' ? { path: this.place, span } : this.place.placed(span);
  }
}

/** Gives a definition its type; the code is the key under which the catalogue files it. */
export function define<P = Record<never, never>>(definition: Definition<P>): Definition<P> {
  return definition;
}
