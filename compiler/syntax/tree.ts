import type { LineToken, LogicalLine, Scan } from '../../grammar/index.ts';
import { classify, parseLine, spelling, tokens as T } from '../../grammar/index.ts';
import type { Head, Statement } from '../ast/statements.ts';
import { syntaxDiagnostics } from '../diagnostics/catalogue/syntax.ts';
import { tokenSpan } from './cst.ts';
import { labelledExample } from './expected.ts';
import { explainTokens } from './lexical.ts';
import type { Nested } from './nesting.ts';
import { optionsStatement, withOptions } from './options.ts';
import type { Item, Place } from './placement.ts';
import { homesOf, itemRule, nothing, placeBelow, ruleOf } from './placement.ts';
import { salvage } from './salvage.ts';
import type { Stage } from './stage.ts';
import { statementOf } from './statement.ts';
import { explainFailure, meantHead } from './trouble.ts';

/** A statement on its way: what may stand below it, and what does. */
interface Draft {
  readonly statement: Statement;
  readonly item: Item | null;
  readonly place: Place;
  readonly depth: number;
  readonly children: Draft[];
}

/** A line with its tokens, and the head it is taken to have. */
interface Reading {
  readonly nested: Nested;
  readonly tokens: readonly LineToken[];
  readonly head: Head | null;
  /** A finding about this line is out already: no second one. */
  readonly reported: boolean;
}

/** Reads trees of lines into statements. A line that cannot be read yields one finding and a broken statement. */
export class TreeReader {
  constructor(
    private readonly stage: Stage,
    private readonly scan: Scan,
  ) {}

  /** The header line and what is indented below it; undefined where the line is no header. */
  readHeader(nested: Nested): Statement | undefined {
    const reading = this.begin(nested);
    const place: Place = { heads: ['notice'], item: null };
    if (reading.head === 'notice') return finished(this.accept(reading, place, 0));
    const head = reading.head ? undefined : meantHead(reading.tokens, place, this.stage);
    return head && finished(this.accept(renamed(reading, head), place, 0));
  }

  /** The blocks of a file. */
  readBlocks(lines: readonly Nested[], place: Place): readonly Statement[] {
    return this.readAll(lines, place, 0, undefined).map(finished);
  }

  private begin(nested: Nested): Reading {
    const { text, language } = this.stage;
    const tokens = classify(nested.line.tokens, text, language, this.scan.cites);
    return { nested, tokens, head: headOf(tokens), reported: false };
  }

  private readAll(lines: readonly Nested[], place: Place, depth: number, parent: Draft | undefined): Draft[] {
    const read: Draft[] = [];
    let adopting: Draft | undefined;
    for (const nested of lines) {
      const reading = this.begin(nested);
      if (fits(reading.head, place)) {
        read.push(this.accept(reading, place, depth));
        adopting = undefined;
        continue;
      }
      const home = adoptive(read[read.length - 1], reading.head);
      if (home) {
        if (!adopting) this.reportIndent(reading, home);
        adopting = home;
        home.children.push(this.accept(reading, home.place, home.depth + 1));
      } else {
        const draft = this.misfit(reading, place, depth, parent);
        if (draft) read.push(draft);
      }
    }
    return read;
  }

  private reportIndent(reading: Reading, home: Draft): void {
    const params = { parent: labelOf(home.statement, this.stage), expected: (home.depth + 1) * 2 };
    this.stage.reporter.report(syntaxDiagnostics.missingIndent, reading.nested.line.span, params);
  }

  /** A line that may not stand here: a misspelt head is read as what it was meant to be, any other is left out. */
  private misfit(
    reading: Reading,
    place: Place,
    depth: number,
    parent: Draft | undefined,
  ): Draft | undefined {
    const { line } = reading.nested;
    if (reading.head) {
      const own = (head: Head) => spelling(this.stage.language, 'head', head);
      const params = { head: own(reading.head), homes: homesOf(reading.head).map(own) };
      this.stage.reporter.report(syntaxDiagnostics.misplacedHead, line.span, params);
      this.accept({ ...reading, reported: true }, nothing, depth);
      return undefined;
    }
    if (explainTokens(reading.tokens, this.stage)) return undefined;
    const head = meantHead(reading.tokens, place, this.stage);
    if (head) return this.accept(renamed(reading, head), place, depth);
    const allowed = place.heads.map((each) => spelling(this.stage.language, 'head', each));
    const params = { parent: parent && labelOf(parent.statement, this.stage), allowed };
    this.stage.reporter.report(syntaxDiagnostics.misplacedItem, line.span, params);
    return undefined;
  }

  private accept(reading: Reading, place: Place, depth: number): Draft {
    const item = reading.head ? null : place.item;
    const statement = this.readLine(reading, item, place);
    const below = placeBelow(statement, statement.head ? null : item);
    const draft: Draft = { statement, item, place: below, depth, children: [] };
    const isHopeless = statement.broken && below.item === null && below.heads.length < 3;
    if (!isHopeless) draft.children.push(...this.readAll(reading.nested.children, below, depth + 1, draft));
    return draft;
  }

  private readLine(reading: Reading, item: Item | null, place: Place): Statement {
    const { nested, tokens, head, reported } = reading;
    const { line } = nested;
    const broken = (as: Head | null = head) => salvage(line, tokens, as, item, this.stage.language);
    if (!reported && explainTokens(tokens, this.stage)) return broken();
    const hasColon = tokens.some((token) => token.tokenType === T.symbols[':']);
    const rule = head ? ruleOf(head, place) : itemRule(item ?? 'condition', hasColon);
    const result = parseLine(rule, tokens);
    if (result.ok && !this.lacksLabel(item, hasColon)) {
      if (item === 'options') return optionsStatement(result.cst, line, this.stage);
      return statementOf(result.cst, line, head, item, this.stage);
    }
    if (reported) return broken();
    const meant = head || hasColon ? undefined : meantHead(tokens, place, this.stage);
    if (meant) return this.readLine(renamed(reading, meant), null, place);
    if (!result.ok) explainFailure(result.failure, { rule, tokens, head, item, place }, this.stage);
    else this.reportLabel(line, tokens, item ?? 'condition');
    return broken();
  }

  private lacksLabel(item: Item | null, hasColon: boolean): boolean {
    return item !== null && !hasColon && labelledExample(item, this.stage.language) !== undefined;
  }

  private reportLabel(line: LogicalLine, tokens: readonly LineToken[], item: Item): void {
    const example = labelledExample(item, this.stage.language) ?? '';
    const [first] = tokens;
    const span = first ? tokenSpan(first) : line.span;
    this.stage.reporter.report(syntaxDiagnostics.missingLabel, span, { example });
  }
}

function fits(head: Head | null, place: Place): boolean {
  return head ? place.heads.includes(head) : place.item !== null;
}

/** The statement above, or one at its end, below which a line with too little indent belongs. */
function adoptive(above: Draft | undefined, head: Head | null): Draft | undefined {
  for (let at = above; at; at = at.children[at.children.length - 1]) {
    if (fits(head, at.place)) return at;
  }
  return undefined;
}

function headOf(tokens: readonly LineToken[]): Head | null {
  const [first] = tokens;
  return first?.tokenType === T.Head ? (first.payload.id as Head) : null;
}

/** The line as if it began with `head`; a colon right behind is left out. */
function renamed(reading: Reading, head: Head): Reading {
  const [first, second, ...rest] = reading.tokens;
  if (!first) return reading;
  const payload = { ...first.payload, group: 'head' as const, id: head };
  const word: LineToken = { ...first, tokenType: T.Head, tokenTypeIdx: T.Head.tokenTypeIdx ?? 0, payload };
  const others = second && second.tokenType !== T.symbols[':'] ? [second, ...rest] : rest;
  return { nested: reading.nested, tokens: [word, ...others], head, reported: true };
}

function finished(draft: Draft): Statement {
  const children = draft.children.map(finished);
  return draft.place.item === 'options'
    ? withOptions(draft.statement, children)
    : { ...draft.statement, children };
}

/** What a statement is called in messages: its keyword and name. */
function labelOf(statement: Statement, stage: Stage): string {
  const { head, name, span } = statement;
  const word = name?.[stage.language] ?? name?.zh ?? name?.en;
  const spelt = head ? spelling(stage.language, 'head', head) : '';
  const text = [spelt, word?.text ?? ''].filter((part) => part !== '').join(' ');
  return text === '' ? stage.text.slice(span.start, span.end).replace(/\s+/g, ' ') : text;
}
