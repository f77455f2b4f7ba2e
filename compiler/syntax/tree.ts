import type { LineToken, LogicalLine } from '../../grammar/index.ts';
import { classify, isName, parseLine, spelling, tokens as T } from '../../grammar/index.ts';
import type { Head, Statement } from '../ast/statements.ts';
import { syntaxDiagnostics } from '../diagnostics/catalogue/syntax.ts';
import { Reporter } from '../diagnostics/diagnostic.ts';
import { tokenSpan } from './cst.ts';
import { labelledExample } from './expected.ts';
import { explainTokens } from './lexical.ts';
import type { Nested } from './nesting.ts';
import { optionsStatement, withOptions } from './options.ts';
import type { Item, Place } from './placement.ts';
import { homesOf, itemRule, nothing, placeBelow, ruleOf, top } from './placement.ts';
import { salvage } from './salvage.ts';
import type { Stage } from './stage.ts';
import { statementOf } from './statement.ts';
import { nearestGroup } from './suggest.ts';
import { explainFailure, meantHead } from './trouble.ts';

const headerPlace: Place = { heads: ['notice', 'library'], item: null };

const opens = (head: Head | null): boolean => head !== null && headerPlace.heads.includes(head);

/** A statement on its way: what may stand below it, and what does. */
interface Draft {
  readonly statement: Statement;
  readonly item: Item | null;
  readonly place: Place;
  readonly depth: number;
  /** Reported and read as what it may have been: no wonder if the lines below it do not fit. */
  readonly doubtful: boolean;
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
  constructor(private readonly stage: Stage) {}

  /** Whether a line is a header, or nearly one; says nothing. */
  opensFile(line: LogicalLine): boolean {
    const { head, tokens } = this.begin({ line, children: [] });
    const silent: Stage = { ...this.stage, reporter: new Reporter('') };
    return opens(head) || (!head && meantHead(tokens, headerPlace, silent) !== undefined);
  }

  /** Whether a line begins a block; says nothing. */
  opensBlock(line: LogicalLine): boolean {
    return fits(this.begin({ line, children: [] }).head, top);
  }

  /** The header line and what is indented below it; undefined where the line is no header. */
  readHeader(nested: Nested): Statement | undefined {
    const reading = this.begin(nested);
    if (opens(reading.head)) return finished(this.accept(reading, headerPlace, 0));
    const head = reading.head ? undefined : meantHead(reading.tokens, headerPlace, this.stage);
    return head && finished(this.accept(renamed(reading, head), headerPlace, 0));
  }

  /** The blocks of a file. */
  readBlocks(lines: readonly Nested[], place: Place): readonly Statement[] {
    return this.readAll(lines, place, 0, undefined).map(finished);
  }

  /** A head is found behind a stray mark too, so that the lines below it are read for what they are. */
  private begin(nested: Nested): Reading {
    const { text, language } = this.stage;
    const all = nested.line.tokens;
    const tokens = classify(all, text, language);
    const [first] = tokens;
    const behind = first && first.tokenType !== T.Head && !isName(first) ? all.slice(1) : [];
    const head = headOf(tokens) ?? headOf(classify(behind, text, language));
    return { nested, tokens, head, reported: false };
  }

  /** `foster`: where the lines belong that stand below a line only because that one lacks its indent. */
  private readAll(
    lines: readonly Nested[],
    place: Place,
    depth: number,
    parent: Draft | undefined,
    foster?: Draft,
  ): Draft[] {
    const read: Draft[] = [];
    let astray = parent?.doubtful ?? false;
    for (const nested of lines) {
      const begun = this.begin(nested);
      if (foster && begun.head && !fits(begun.head, place) && fits(begun.head, foster.place)) {
        foster.children.push(this.accept(begun, foster.place, foster.depth + 1));
        continue;
      }
      const reading = fits(begun.head, place) ? begun : this.meant(begun, place);
      const home = reading ? undefined : adoptive(read[read.length - 1], begun.head);
      if (reading) read.push(this.accept(reading, place, depth));
      else if (home) this.adopt(begun, home, astray);
      else this.misfit(begun, place, depth, astray ? undefined : { parent });
      astray = reading === undefined;
    }
    return read;
  }

  /** Of several lines in a row that lack their indent the first is reported; all are used where they belong. */
  private adopt(begun: Reading, home: Draft, astray: boolean): void {
    const unreadable = !astray && explainTokens(begun.tokens, this.stage);
    if (!astray && !unreadable) this.reportIndent(begun, home);
    const at = home.children.length;
    const adopted = this.accept({ ...begun, reported: !astray }, home.place, home.depth + 1, home);
    home.children.splice(at, 0, adopted);
  }

  private reportIndent(reading: Reading, home: Draft): void {
    const params = { parent: labelOf(home.statement, this.stage), expected: (home.depth + 1) * 2 };
    this.stage.reporter.report(syntaxDiagnostics.missingIndent, reading.nested.line.span, params);
  }

  /** A line whose first word was meant to be a head that may stand here, reported and read as that. */
  private meant(reading: Reading, place: Place): Reading | undefined {
    if (reading.head || place.item) return undefined;
    const head = meantHead(reading.tokens, place, this.stage);
    return head && renamed(reading, head);
  }

  /** A line that may not stand here is left out; of several in a row the first is reported. */
  private misfit(
    begun: Reading,
    place: Place,
    depth: number,
    report: { parent: Draft | undefined } | undefined,
  ): void {
    const { line } = begun.nested;
    const own = (head: Head) => spelling(this.stage.language, 'head', head);
    if (begun.head) {
      const params = { head: own(begun.head), homes: homesOf(begun.head).map(own) };
      if (report) this.stage.reporter.report(syntaxDiagnostics.misplacedHead, line.span, params);
      this.accept({ ...begun, reported: true }, nothing, depth);
    } else if (report && !explainTokens(begun.tokens, this.stage)) {
      const parent = report.parent && labelOf(report.parent.statement, this.stage);
      this.stage.reporter.report(syntaxDiagnostics.misplacedItem, line.span, {
        parent,
        allowed: place.heads.map(own),
      });
    }
  }

  private accept(reading: Reading, place: Place, depth: number, foster?: Draft): Draft {
    const item = reading.head ? null : place.item;
    const said = this.readLine(reading, item, place);
    const statement = reading.nested.children.length > 0 ? this.meantGroup(said, item) : said;
    const below = placeBelow(statement, statement.head ? null : item);
    const draft: Draft = { statement, item, place: below, depth, doubtful: reading.reported, children: [] };
    const isHopeless = statement.broken && below.item === null && below.heads.length < 3;
    const { children } = reading.nested;
    if (!isHopeless) draft.children.push(...this.readAll(children, below, depth + 1, draft, foster));
    return draft;
  }

  /** A name with lines below it where a group was meant: `同时满是`. */
  private meantGroup(statement: Statement, item: Item | null): Statement {
    const { body } = statement;
    if (body?.kind !== 'name' || placeBelow(statement, item).item) return statement;
    const group = nearestGroup(body.name.text, this.stage.language);
    if (!group) return statement;
    const params = { found: body.name.text, keyword: group.keyword };
    this.stage.reporter.report(syntaxDiagnostics.keywordTypo, body.span, params);
    return { ...statement, body: { kind: 'group', span: body.span, op: group.op }, broken: true };
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
