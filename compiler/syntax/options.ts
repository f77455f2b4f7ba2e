import type { CstNode, LogicalLine } from '../../grammar/index.ts';
import type { Statement } from '../ast/statements.ts';
import type { TypeBase } from '../ast/types.ts';
import { node, which } from './cst.ts';
import type { Stage } from './stage.ts';
import { commentsOf } from './statement.ts';
import { optionsOf } from './types.ts';

/** A line of options below `多选` or `单选`, until it is joined to its fact. */
export function optionsStatement(cst: CstNode, line: LogicalLine, stage: Stage): Statement {
  const inner = node(cst, 'options');
  const { ordered, options } = inner ? optionsOf(inner, stage) : { ordered: false, options: [] };
  return {
    span: line.span,
    head: null,
    type: {
      span: line.span,
      base: { kind: 'options', choice: 'one', ordered, options },
      rate: [],
      by: [],
      open: which(cst, ['open']) !== undefined,
      optional: false,
      list: false,
    },
    by: [],
    clauses: [],
    children: [],
    comments: commentsOf(line),
  };
}

/** Option lines become the options of the fact above them; their comments go above the fact. */
export function withOptions(statement: Statement, lines: readonly Statement[]): Statement {
  const { type } = statement;
  if (type?.base.kind !== 'options' && type?.base.kind !== 'sameAs') return statement;
  const given = lines.flatMap((line) => (line.type ? [line.type] : []));
  const bases = given.flatMap(({ base }) => (base.kind === 'options' ? [base] : []));
  const options = bases.flatMap((each) => each.options);
  const base: TypeBase =
    type.base.kind === 'sameAs'
      ? { ...type.base, extra: [...type.base.extra, ...options] }
      : { ...type.base, ordered: bases.some((each) => each.ordered), options };
  const comments = lines.flatMap(({ comments: { before, after } }) => [...before, ...(after ? [after] : [])]);
  return {
    ...statement,
    type: { ...type, open: type.open || given.some((each) => each.open), base },
    comments: { ...statement.comments, before: [...statement.comments.before, ...comments] },
  };
}
