import type { Language } from '../ast/names.ts';
import type { Reporter } from '../diagnostics/diagnostic.ts';

/** What the functions of this stage need to know of the file they work on. */
export interface Stage {
  readonly language: Language;
  readonly text: string;
  readonly reporter: Reporter;
}
