import type { AggregateOp, BuiltinUnit, PaperForm, State } from '../../compiler/ast/expressions.ts';
import type { Head, Mode } from '../../compiler/ast/statements.ts';
import type { BuiltinType, RateWord } from '../../compiler/ast/types.ts';

/** Operators, predicates and the other words that may stand inside an expression: never names unless quoted. */
export type HardWord =
  | 'and'
  | 'or'
  | 'not'
  | 'if'
  | 'then'
  | 'otherwiseThen'
  | 'where'
  | 'of'
  | 'toNow'
  | 'convertedTo'
  | 'roundedUp'
  | 'roundedDown'
  | 'roundedHalf'
  | 'roundedTo'
  | 'whenever'
  | 'with'
  | 'notDecreasing'
  | 'notIncreasing'
  // bounds
  | 'orMore'
  | 'orLess'
  | 'orWithin'
  | 'beyond'
  | 'notBelow'
  | 'notAbove'
  | 'above'
  | 'below'
  | 'reaches'
  | 'shortOf'
  | 'exactly'
  // predicates
  | 'in'
  | 'notIn'
  | 'is'
  | 'isNot'
  | 'oneOf'
  | 'notOneOf'
  | 'contains'
  | 'containsNot'
  | 'containsAny'
  | 'containsAll'
  | 'exists'
  | 'existsNot'
  // lists
  | 'any'
  | 'none'
  | 'every'
  | 'satisfy'
  | 'population'
  // spans
  | 'sinceDay'
  | 'to'
  | 'before'
  | 'after'
  | 'onOrBefore'
  | 'onOrAfter'
  | 'inside'
  | 'within'
  | 'recent'
  | 'upTo'
  | 'bareFrom'
  // groups
  | 'allOf'
  | 'anyOf'
  | 'noneOf'
  | 'satisfying'
  | 'ofGroup'
  // rates and events
  | 'every1'
  | 'eachTime'
  | 'firstTime'
  // holes and rows
  | 'unspecified'
  | 'otherwise'
  // clauses
  | 'for'
  | 'by'
  | 'when'
  | 'proof'
  | 'actedBy'
  | 'determinedBy'
  | 'decidedBy'
  | 'handledBy'
  | 'determines'
  | 'decides'
  | 'handles'
  | 'referTo'
  | 'counting'
  | 'counted'
  | 'countedBy'
  | 'fallback'
  | 'accept'
  | 'cite'
  // order
  | 'ascending'
  | 'descending'
  | 'preferred';

/** Words of types: keywords only after the colon of a fact or a parameter, names elsewhere. */
export type TypeShape = 'manyOf' | 'oneOfMany' | 'list' | 'sameAs' | 'open' | 'optional' | 'range';

export type MonthPartId = 'first' | 'middle' | 'last' | 'end';

/** Names that the language declares itself; a declaration of the author's hides them. */
export type Predeclared =
  | 'thisYear'
  | 'thisMonth'
  | 'thatYear'
  | 'thatMonth'
  | 'nextMonth'
  | 'thatDay'
  | 'currentPeriod'
  | 'self'
  | 'decisionDay'
  | 'amount'
  | 'tier'
  | 'start'
  | 'completion'
  | 'period'
  | 'yes'
  | 'no'
  | 'springFestival'
  | 'newYearsEve'
  | 'dragonBoat'
  | 'midAutumn'
  | 'doubleNinth';

/**
 * Every spelling of one language. The first spelling of an id is the one that is printed, the
 * others are synonyms that are read. A spelling may be several words, a space between them.
 */
export interface Spellings {
  readonly head: Record<Head, readonly string[]>;
  readonly mode: Record<Mode, readonly string[]>;
  readonly type: Record<BuiltinType, readonly string[]>;
  readonly shape: Record<TypeShape, readonly string[]>;
  readonly unit: Record<BuiltinUnit, readonly string[]>;
  readonly monthPart: Record<MonthPartId, readonly string[]>;
  readonly rate: Record<RateWord, readonly string[]>;
  readonly state: Record<State, readonly string[]>;
  readonly aggregate: Record<AggregateOp, readonly string[]>;
  readonly paper: Record<PaperForm, readonly string[]>;
  readonly word: Record<HardWord, readonly string[]>;
  readonly predeclared: Record<Predeclared, readonly string[]>;
  /** Labels of the two lines of a payment block. */
  readonly label: Record<'start' | 'end', readonly string[]>;
  /** `(含)` and `(不含)`. */
  readonly mark: Record<'included' | 'excluded', readonly string[]>;
  readonly lunar: readonly string[];
}

/** A group of keywords that are looked up as words (marks, labels and lunar days have matchers of their own). */
export type Group = Exclude<keyof Spellings, 'label' | 'mark' | 'lunar'>;

/**
 * Where a word of each group is a keyword: `hard` everywhere; `line` as the first word of a line;
 * `mode` as the second; `number` right after a number; `soft` only where the grammar asks for it.
 */
export const reach: Record<Group, 'hard' | 'line' | 'mode' | 'number' | 'soft' | 'rate'> = {
  head: 'line',
  mode: 'mode',
  type: 'soft',
  shape: 'soft',
  unit: 'number',
  monthPart: 'number',
  rate: 'rate',
  state: 'hard',
  aggregate: 'hard',
  paper: 'soft',
  word: 'hard',
  predeclared: 'soft',
};

/** Words with which a line may begin that continues the line above. */
export const joiners: readonly HardWord[] = [
  'and',
  'or',
  'then',
  'otherwiseThen',
  'where',
  'when',
  'proof',
  'fallback',
  'accept',
  'cite',
];

/** The heads after which each mode word is one. */
export const modeHeads: Readonly<Record<Mode, readonly Head[]>> = {
  inOrder: ['route', 'tier', 'define', 'amount', 'chooseOne'],
  allThatApply: ['route'],
  first: ['deadline'],
  later: ['deadline'],
  refill: ['vacancy'],
  admitAll: ['ties'],
  refuseAll: ['ties'],
  forfeit: ['late'],
  refuse: ['late'],
  record: ['late'],
  quotaRules: ['mismatch'],
  limitRules: ['mismatch'],
  highest: ['chooseOne'],
  inBands: ['define'],
};
