import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile, type Policy, type ReadUsed } from '../../../compiler/index.ts';
import { fromDisk } from '../../policies/reading.ts';
import { type Edit, edited } from '../kit.ts';

const root = new URL('../../../policies/', import.meta.url);
const folders = readdirSync(root);

/** One change of a real notice, and all that a reviewer must be told of it. */
export interface NoticePair {
  /** The two digits that its folder begins with. */
  readonly notice: string;
  readonly title: string;
  readonly edits?: readonly Edit[];
  /** Edits of the file that several notices share. */
  readonly shared?: readonly Edit[];
  /** `kind | line`. */
  readonly zh: readonly string[];
  /** Programmes, procedures and duties about which a decision may differ; all others may not. */
  readonly changed: readonly string[];
}

export function pathOf(notice: string): string {
  const folder = folders.find((name) => name.startsWith(`${notice}-`));
  return fileURLToPath(new URL(`${folder}/notice.policy`, root));
}

export const textOf = (notice: string): string => readFileSync(pathOf(notice), 'utf8');

export function compiledNotice(notice: string, text: string, shared: readonly Edit[] = []): Policy {
  const read: ReadUsed = (path) => {
    const found = fromDisk(path);
    return 'text' in found && shared.length > 0 ? { text: edited(found.text, shared) } : found;
  };
  const { policy, diagnostics } = compile({ path: pathOf(notice), text }, read);
  if (policy) return policy;
  throw new Error(diagnostics.map((d) => `${d.code} ${d.zh.message}`).join('\n'));
}

/** The notice as it is and as it becomes. */
export function versions({ notice, edits = [], shared }: NoticePair): readonly [Policy, Policy] {
  const text = textOf(notice);
  return [compiledNotice(notice, text), compiledNotice(notice, edited(text, edits), shared)];
}
