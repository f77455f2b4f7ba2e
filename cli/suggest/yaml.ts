import { stringify } from 'yaml';
import type { Applicant } from '../../compiler/index.ts';

/** A case as `cases.yaml` has it. */
export interface SuggestedCase {
  readonly name: string;
  readonly clauses: readonly string[];
  readonly applicant: Applicant;
  readonly expect: { readonly [key: string]: unknown };
}

/** What the file gives where a case says nothing. */
export interface Ground {
  readonly asOf: string | undefined;
  readonly base: { readonly [subject: string]: { readonly [fact: string]: unknown } };
  readonly subjects: number;
  readonly parameters: { readonly [id: string]: unknown };
  readonly circumstances: { readonly [id: string]: unknown };
}

/** The name that a record goes by among others is none of its facts: it cannot be unknown. */
const RECORD_NAME = 'id';

/** The case as a difference from what the file gives anyway. */
export function caseFields({ name, clauses, applicant, expect }: SuggestedCase, ground: Ground): object {
  const base = ground.base[applicant.subject] ?? {};
  const put = differing(applicant.facts, base);
  const gone = [
    ...Object.keys(base).filter((fact) => fact !== RECORD_NAME && !(fact in applicant.facts)),
    ...Object.keys(ground.parameters).filter((id) => !(id in applicant.parameters)),
    ...Object.keys(ground.circumstances).filter((id) => !(id in applicant.circumstances)),
  ];
  const parameters = differing(applicant.parameters, ground.parameters);
  const circumstances = differing(applicant.circumstances, ground.circumstances);
  return {
    name,
    unconfirmed: true,
    ...(clauses.length > 0 && { clauses }),
    ...(applicant.asOf !== ground.asOf && { asOf: applicant.asOf }),
    ...(ground.subjects > 1 && { subject: applicant.subject }),
    ...(size(put) > 0 && { with: put }),
    ...(gone.length > 0 && { without: gone }),
    ...(size(parameters) > 0 && { parameters }),
    ...(size(circumstances) > 0 && { circumstances }),
    ...(size(applicant.companions?.written ?? {}) > 0 && { populations: applicant.companions?.written }),
    ...((size(applicant.events) > 0 || 'steps' in expect) && { events: applicant.events }),
    expect,
  };
}

type Values = { readonly [key: string]: unknown };

const size = (values: Values): number => Object.keys(values).length;

export const differing = (values: Values, ground: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(ground[key])),
  );

/** One item of the list under `cases:`, indented. Every entry on a line of its own, its value in one line. */
export function caseYaml(fields: object, indent: string): string {
  const lines = Object.entries(fields).flatMap(([key, value]) =>
    key === 'expect'
      ? [
          'expect:',
          ...Object.entries(value as object).map(([name, one]) => `  ${flow({ [name]: one }).slice(2, -2)}`),
        ]
      : [flow({ [key]: value }).slice(2, -2)],
  );
  if (lines.at(-1) === 'expect:') lines[lines.length - 1] = 'expect: {}';
  return lines.map((line, at) => `${indent}${at === 0 ? '- ' : '  '}${line}\n`).join('');
}

/** In one line, as these files are written by hand: `{ a: [b, c] }`. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, one]) => `${plainKey(key)}: ${flow(one)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  // Within brackets, so that commas and brackets in a text are quoted.
  return stringify([value], { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false })
    .trim()
    .slice(1, -1);
}

const plainKey = (key: string): string => (/^[\p{L}\p{N}_.]+$/u.test(key) ? key : JSON.stringify(key));

/** The file with cases put at the end of its list; everything else stays as it is written. */
export function withCases(text: string, end: number, cases: string): string {
  const before = text.slice(0, end);
  const gap = before.endsWith('\n') ? '' : '\n';
  return `${before}${gap}${cases}${text.slice(end)}`;
}
