import { shapeOf } from '../../../runtime/columns/index.ts';
import type { Id } from '../../../runtime/types.ts';
import { policyMeta } from '../../ir/meta.ts';
import type { Policy, Programme } from '../../ir/policy.ts';

const COLUMNS = {
  flags: 'FlagColumn',
  numbers: 'NumberColumn',
  codes: 'CodeColumn',
  sets: 'SetColumn',
  given: 'GivenColumn',
} as const;

/** Declarations of a generated module of columns: its batches, by kind of record, and its results. */
export function columnsTypes(policy: Policy, runtime: string): string {
  const meta = policyMeta(policy);
  const names = meta.subjects.map(({ id }) => nameOf(id));
  const batches = meta.subjects.map(({ id, facts }) => {
    const columns = facts.map(
      (fact) => `    readonly ${quoted(fact.id)}?: c.${COLUMNS[shapeOf(meta, fact).t]};\n`,
    );
    return `export interface ${nameOf(id)} extends Omit<c.Batch, 'columns'> {\n  readonly columns: {\n${columns.join('')}  };\n}\n`;
  });
  return [
    `import type { columns as c, Evaluator } from '${runtime}';\n`,
    '/** A column a fact; a fact without a column is unknown in every row. */\n',
    batches.join('\n'),
    `export interface Results extends Omit<c.ResultColumns, 'programmes'> {\n  readonly programmes: {\n${programmes(policy)}  };\n}\n`,
    '/** Of the evaluator that the module of the policy exports. It makes functions from text when it is bound. */\n',
    `export declare const columns: (evaluator: Pick<Evaluator, 'implementation'>) => c.ColumnsPolicy<${names.join(' | ')}, Results>;\n`,
  ].join('\n');
}

/** Those of the kind of record that is bound. */
function programmes({ subjects, programmes: all }: Policy): string {
  const several = subjects.length > 1 ? '?' : '';
  return all.map((one) => `    readonly ${quoted(one.id)}${several}: ${programme(one)};\n`).join('');
}

function programme({ amounts, tier }: Programme): string {
  const columns = amounts.map(({ id }) => `readonly ${quoted(id)}: c.AmountColumns`);
  const own = [...(tier ? ['readonly tier: c.IdColumn'] : []), `readonly amounts: { ${columns.join('; ')} }`];
  return `c.ProgrammeColumns & { ${own.join('; ')} }`;
}

/** A kind of record as the type of its batches: `ApplicantBatch`. */
const nameOf = (id: Id): string =>
  `${id.charAt(0).toUpperCase()}${id.slice(1)}Batch`.replaceAll(/[^\p{ID_Continue}$]/gu, '_');

const quoted = (text: string): string => JSON.stringify(text);
