import type { Id } from '../../runtime/types.ts';
import type { YamlFile, YamlPath } from '../files/yaml.ts';
import type { PolicyNames } from '../policy/names.ts';

/** One thing that a case expects and the decision does not give. */
export interface Mismatch {
  /** Below `expect`, as written in the case. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  /** Clauses that what was found rests on. */
  readonly cites: readonly string[];
}

/** One expectation under comparison: where it is written, and where what does not match is gathered. */
export class Expectation {
  constructor(
    readonly file: YamlFile,
    /** From the file's root, so that a badly written expectation can be pointed at. */
    readonly path: YamlPath,
    readonly names: PolicyNames,
    readonly found: Mismatch[],
    readonly shown: string = '',
  ) {}

  at(key: string | number): Expectation {
    const shown = this.shown === '' ? String(key) : `${this.shown}.${key}`;
    return new Expectation(this.file, [...this.path, key], this.names, this.found, shown);
  }

  fail(expected: string, found: string, cites: readonly string[] = []): void {
    this.found.push({ path: this.shown, expected, found, cites });
  }

  /** The expectation itself is badly written: the whole run stops there. */
  refuse(expected: string): never {
    return this.file.refuse(this.path, expected);
  }

  equal(expected: unknown, found: string | null, cites: readonly string[] = []): void {
    const wanted = expected === null ? null : (this.file.text(expected, this.path) ?? null);
    if (wanted !== found) this.fail(shownValue(wanted), shownValue(found), cites);
  }

  /** The ids found are exactly those named, in whatever order. */
  sameSet(expected: unknown, found: readonly Id[], cites: readonly string[] = []): void {
    const wanted = this.file.names(expected, this.path);
    const missing = wanted.filter((name) => !found.some((id) => this.names.means(name, id)));
    const extra = found.filter((id) => !wanted.some((name) => this.names.means(name, id)));
    if (missing.length > 0 || extra.length > 0)
      this.fail(listText(wanted), listText(found.map((id) => this.names.label(id))), cites);
  }
}

const shownValue = (value: string | null): string => value ?? 'null';

export const listText = (items: readonly string[]): string => `[${items.join(', ')}]`;
