import type { LineToken, LogicalLine, Scan } from '../../grammar/index.ts';
import { classify, parseLine, tokens as T } from '../../grammar/index.ts';
import type { Head, Statement } from '../ast/statements.ts';
import type { TypeNode } from '../ast/types.ts';
import type { Nested } from './nesting.ts';
import type { Item, Place } from './placement.ts';
import { itemRule, nothing, placeBelow, ruleOf } from './placement.ts';
import type { Stage } from './stage.ts';
import { commentsOf, optionLines, statementOf } from './statement.ts';
import { explainFailure, explainTokens } from './trouble.ts';
import { reportMisplaced } from './misplaced.ts';
import { salvage } from './salvage.ts';

/** Reads trees of lines into statements. A line that cannot be read yields one finding and a broken statement. */
export class TreeReader {
  constructor(
    private readonly stage: Stage,
    private readonly scan: Scan,
  ) {}

  /** The lines below one line, or the blocks of a file. */
  readAll(lines: readonly Nested[], place: Place): readonly Statement[] {
    return lines.flatMap((line) => this.read(line, place) ?? []);
  }

  read(nested: Nested, place: Place): Statement | undefined {
    const { line } = nested;
    const tokens = classify(line.tokens, this.stage.text, this.stage.language, this.scan.cites);
    const head = headOf(tokens);
    if (head && !place.heads.includes(head)) {
      reportMisplaced(line, head, place, this.stage);
      return this.finish(nested, this.readLine(line, tokens, head, null, homePlace(head)), null);
    }
    if (!head && !place.item) {
      reportMisplaced(line, null, place, this.stage, tokens);
      return undefined;
    }
    const item = head ? null : place.item;
    return this.finish(nested, this.readLine(line, tokens, head, item, place), item);
  }

  private readLine(
    line: LogicalLine,
    tokens: readonly LineToken[],
    head: Head | null,
    item: Item | null,
    place: Place,
  ): Statement {
    const broken = () => salvage(line, tokens, head, this.stage.language);
    if (explainTokens(tokens, this.stage)) return broken();
    const hasColon = tokens.some((token) => token.tokenType === T.symbols[':']);
    const rule = head ? ruleOf(head, place) : itemRule(item ?? 'condition', hasColon);
    const result = parseLine(rule, tokens);
    if (result.ok && item === 'options') return this.optionLine(result.cst, line);
    if (result.ok) return statementOf(result.cst, line, head, item, this.stage);
    explainFailure(result.failure, { rule, tokens, head, item, place }, this.stage);
    return broken();
  }

  private optionLine(cst: Parameters<typeof optionLines>[0], line: LogicalLine): Statement {
    const { ordered, options, open } = optionLines(cst, this.stage);
    const type: TypeNode = {
      span: line.span,
      base: { kind: 'options', choice: 'one', ordered, options },
      rate: [],
      by: [],
      open,
      optional: false,
      list: false,
    };
    return { span: line.span, head: null, type, by: [], clauses: [], children: [], comments: commentsOf(line) };
  }

  private finish(nested: Nested, statement: Statement, item: Item | null): Statement {
    if (nested.children.length === 0) return statement;
    const place = placeBelow(statement, item);
    if (statement.broken && place.item === null && place.heads.length === 0) return statement;
    const children = this.readAll(nested.children, place);
    return place.item === 'options' ? withOptions(statement, children) : { ...statement, children };
  }
}

function headOf(tokens: readonly LineToken[]): Head | null {
  const [first] = tokens;
  return first?.tokenType === T.Head ? (first.payload.id as Head) : null;
}

/** Below which a misplaced line is read as if it stood there. */
function homePlace(head: Head): Place {
  return head === 'deadline' ? { ...nothing, heads: [] } : nothing;
}

/** Option lines become the options of the fact above them; their comments go above the fact. */
function withOptions(statement: Statement, lines: readonly Statement[]): Statement {
  const { type } = statement;
  if (type?.base.kind !== 'options') return statement;
  const given = lines.flatMap((line) => (line.type?.base.kind === 'options' ? [line.type] : []));
  const options = given.flatMap((each) => (each.base.kind === 'options' ? each.base.options : []));
  const ordered = given.some((each) => each.base.kind === 'options' && each.base.ordered);
  const comments = lines.flatMap((line) => [...line.comments.before, ...(line.comments.after ?? '' ? [line.comments.after ?? ''] : [])]);
  return {
    ...statement,
    type: { ...type, open: type.open || given.some((each) => each.open), base: { ...type.base, ordered, options } },
    comments: { ...statement.comments, before: [...statement.comments.before, ...comments] },
  };
}
