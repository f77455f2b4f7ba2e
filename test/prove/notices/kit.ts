import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { Given, Policy } from '../../../compiler/index.ts';
import { pathOf, textOf } from '../../diff/notices/kit.ts';
import type { Edit } from '../../diff/kit.ts';

/** One change of a real notice, and who fares differently by it, worked out by hand from the notice. */
export interface RegionPair {
  readonly notice: string;
  readonly title: string;
  /** Left out: the edits of the change of this title in `test/diff/notices`. */
  readonly edits?: readonly Edit[];
  /** By programme; of every other nobody fares differently, and that is proved or needs no proof. */
  readonly regions: { readonly [programme: string]: readonly Expected[] };
  /** Why a programme is not decided, and the first ways to differ among the records tried. */
  readonly undecided?: { readonly [programme: string]: readonly [why: string, ...found: readonly string[]] };
}

export interface Expected {
  /** As `shownBy` has it: who, by which lines, how far. */
  readonly is: string;
  /** All that the smallest applicant has otherwise than the base record; a number where several are as small. */
  readonly witness: number | { readonly [fact: string]: unknown };
}

type Values = Readonly<Record<string, unknown>>;
interface Beside {
  readonly asOf?: string;
  readonly parameters?: Values;
  readonly circumstances?: Values;
  readonly base?: { readonly [subject: string]: Values };
}

/** What lies beside a notice; its files name everything by id. */
export function besideOf(notice: string, policy: Policy): Given {
  const read = (name: string): Beside =>
    parse(readFileSync(join(dirname(pathOf(notice)), name), 'utf8')) as Beside;
  const [cases, given] = [read('cases.yaml'), read('parameters.yaml')];
  const base = cases.base ?? {};
  const bases = Object.fromEntries(policy.subjects.map(({ id }) => [id, base[id] ?? {}]));
  const asOf = cases.asOf ?? given.asOf ?? '2024-01-01';
  const { parameters = {}, circumstances = {} } = given;
  return { binding: { asOf, parameters, circumstances }, bases };
}

/** The whole line of a notice on which something stands that is nowhere else. */
export function lineWith(notice: string, mark: string): string {
  const found = textOf(notice)
    .split('\n')
    .filter((line) => line.includes(mark));
  if (found.length !== 1) throw new Error(`${mark} stands on ${found.length} lines of ${notice}`);
  return `${found[0]}\n`;
}
