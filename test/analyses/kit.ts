import { type Compilation, type Diagnostic, examine } from '../../compiler/index.ts';

/** A policy of one fault, or of none that looks like one. */
export interface Sample {
  readonly name: string;
  /** Lines of the header, below 方案. */
  readonly header?: readonly string[];
  readonly facts: readonly string[];
  /** Blocks after the facts. */
  readonly rules: string;
  /** Nothing is bound where it is used, and that is known. */
  readonly given?: true;
  /** Code of the one finding; absent for a sound policy. */
  readonly finds?: string;
  /** Line of `rules` (from 1) on which it is found. */
  readonly line?: number;
  /** The example that it shows, in Chinese; of what does not compile a part of the message. */
  readonly shows?: string;
}

/** The text of a sample, and the number of lines before its rules. */
export function written({ header = [], facts, rules }: Sample): {
  readonly text: string;
  readonly before: number;
} {
  const head = [
    '方案 例 (example)',
    ...header.map((line) => `  ${line}`),
    '',
    ...(facts.length > 0 ? ['主体 人 (person)', ...facts.map((fact) => `  ${fact}`), ''] : []),
  ];
  return {
    text: `${[...head, ...rules.split('\n')].join('\n')}\n`,
    before: head.join('\n').split('\n').length,
  };
}

/** What is found and not kept. */
export function findings(sample: Sample): Compilation {
  const { text } = written(sample);
  const given = sample.given ? { parameters: {}, circumstances: {} } : undefined;
  const made = examine({ path: 'sample.policy', text }, undefined, given);
  return {
    ...made,
    policy: made.policy,
    diagnostics: made.diagnostics.filter(({ kept }) => kept === undefined),
  };
}

/** Code, line within the rules and example of each finding. */
export function found(sample: Sample): readonly string[] {
  const { text, before } = written(sample);
  const { policy, diagnostics } = findings(sample);
  const shown = diagnostics.map((one) => line(one, text, before, sample.shows));
  return policy || shown.length > 0 ? shown : ['not compiled'];
}

function line({ code, span, example, zh }: Diagnostic, text: string, before: number, shows?: string): string {
  const at = text.slice(0, span.start).split('\n').length - before;
  if (code >= 'BF4000') return `${code} ${at}${example ? ` ${example.words.zh}` : ''}`;
  return `${code} ${at} ${shows !== undefined && zh.message.includes(shows) ? shows : zh.message}`;
}

export const expected = ({ finds, line: at, shows }: Sample): readonly string[] =>
  finds === undefined ? [] : [`${finds} ${at ?? 1}${shows === undefined ? '' : ` ${shows}`}`];
