import { type Diagnostic, examine } from '../../compiler/index.ts';

/** A policy of one fault, or of none that looks like one. */
export interface Sample {
  readonly name: string;
  /** Lines of the header, below 方案. */
  readonly header?: readonly string[];
  readonly facts: readonly string[];
  /** Blocks after the facts. */
  readonly rules: string;
  /** Code of the one finding; absent for a sound policy. */
  readonly finds?: string;
  /** Line of `rules` (from 1) on which it is found. */
  readonly line?: number;
  /** The example that it shows, in Chinese. */
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

/** What is found and not kept: code, line within the rules, example. */
export function found(sample: Sample): readonly string[] {
  const { text, before } = written(sample);
  const { policy, diagnostics } = examine({ path: 'sample.policy', text });
  const shown = diagnostics.filter(({ kept }) => kept === undefined).map((one) => line(one, text, before));
  return policy || shown.length > 0 ? shown : ['not compiled'];
}

function line({ code, span, example, zh }: Diagnostic, text: string, before: number): string {
  const at = text.slice(0, span.start).split('\n').length - before;
  const known = code >= 'BF4000' ? '' : ` ${zh.message}`;
  return `${code} ${at}${example ? ` ${example.words.zh}` : ''}${known}`;
}

export const expected = ({ finds, line: at, shows }: Sample): readonly string[] =>
  finds === undefined ? [] : [`${finds} ${at ?? 1}${shows === undefined ? '' : ` ${shows}`}`];
