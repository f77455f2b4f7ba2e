/** Imports written into a throw-away tree to see what the import rules say of them. */

/** One import: the file that holds it and what it names (a file of the tree, `node:…`, or a package). */
export type Planted = readonly [from: string, to: string];

/** For each rule, imports it must report. */
export const forbidden: Record<string, readonly Planted[]> = {
  'bench-is-not-shipped': [['cli/racing.ts', 'bench/rule/register.ts']],
  'room-runtime': [
    ['runtime/money.ts', 'compiler/source/span.ts'],
    ['runtime/decision.ts', 'cli/main.ts'],
  ],
  'room-compiler/source': [['compiler/source/early.ts', 'compiler/ast/tree.ts']],
  'room-compiler/diagnostics': [['compiler/diagnostics/texts.ts', 'compiler/check/check.ts']],
  'room-compiler/ast': [['compiler/ast/sugar.ts', 'compiler/diagnostics/catalogue.ts']],
  'room-grammar': [['grammar/lexer.ts', 'compiler/syntax/build.ts']],
  'room-compiler/syntax': [['compiler/syntax/eager.ts', 'compiler/resolve/names.ts']],
  'room-compiler/sharing': [['compiler/sharing/typed.ts', 'compiler/check/check.ts']],
  'room-compiler/resolve': [['compiler/resolve/typed.ts', 'compiler/check/check.ts']],
  'room-compiler/check': [['compiler/check/hasty.ts', 'compiler/interpret/run.ts']],
  'room-compiler/ir': [
    ['compiler/ir/tree.ts', 'compiler/ast/tree.ts'],
    ['compiler/ir/findings.ts', 'compiler/diagnostics/catalogue.ts'],
  ],
  'room-compiler/interpret': [
    ['compiler/interpret/peeking.ts', 'compiler/ast/tree.ts'],
    ['compiler/interpret/reporting.ts', 'compiler/diagnostics/catalogue.ts'],
  ],
  'room-compiler/possible': [['compiler/possible/running.ts', 'compiler/interpret/run.ts']],
  'room-compiler/analyses': [
    ['compiler/analyses/gaps/peeking.ts', 'compiler/ast/tree.ts'],
    ['compiler/analyses/gaps/emitting.ts', 'compiler/emit/sql/emit.ts'],
  ],
  'room-compiler/diff': [['compiler/diff/peeking.ts', 'compiler/emit/sql/emit.ts']],
  'room-compiler/lower': [['compiler/lower/peeking.ts', 'compiler/interpret/run.ts']],
  'room-compiler/emit': [['compiler/emit/sql/peeking.ts', 'compiler/check/check.ts']],
  'room-compiler/format': [['compiler/format/typed.ts', 'compiler/resolve/names.ts']],
  'room-compiler/query': [['compiler/query/emitting.ts', 'compiler/emit/sql/emit.ts']],
  'room-compiler/project': [['compiler/project/backwards.ts', 'compiler/index.ts']],
  'neighbours-compiler/analyses': [
    ['compiler/analyses/gaps/copying.ts', 'compiler/analyses/conflicts/find.ts'],
  ],
  'neighbours-compiler/emit': [['compiler/emit/sql/copying.ts', 'compiler/emit/docs/emit.ts']],
  'pure-no-node': [
    ['compiler/project/files.ts', 'node:fs'],
    ['grammar/reading.ts', 'node:path'],
    ['runtime/waiting.ts', 'node:timers'],
  ],
  'runtime-no-package': [
    ['runtime/numbers.ts', 'yaml'],
    ['runtime/calendar/holidays.ts', 'chinese-days'],
  ],
  'chevrotain-only-in-grammar': [
    ['compiler/syntax/tokens.ts', 'chevrotain'],
    ['cli/parsing.ts', 'chevrotain'],
  ],
  'ts-morph-only-in-emit-typescript': [['compiler/emit/sql/printing.ts', 'ts-morph']],
  'room-compiler/prove': [
    ['compiler/prove/peeking.ts', 'compiler/ast/tree.ts'],
    ['compiler/prove/emitting.ts', 'compiler/emit/sql/emit.ts'],
  ],
  'z3-only-in-prove-z3': [['compiler/prove/search/direct.ts', 'z3-solver']],
  'parquet-only-in-cli-parquet': [['cli/read/direct.ts', 'hyparquet']],
  'solver-is-handed-in': [['compiler/prove/search/opening.ts', 'compiler/prove/z3/index.ts']],
  'tinypool-only-in-bulk': [
    ['cli/threads.ts', 'tinypool'],
    ['runtime/threads.ts', 'tinypool'],
  ],
  'no-dev-package-in-product': [['cli/testing.ts', 'vitest']],
  'no-undeclared-package': [['cli/borrowing.ts', 'undeclared']],
  'outside-through-the-door': [
    ['cli/reaching.ts', 'compiler/check/check.ts'],
    ['bulk/reaching.ts', 'compiler/check/check.ts'],
    ['examples/town/reaching.ts', 'grammar/parser.ts'],
    ['bench/reaching.ts', 'compiler/project/pipeline.ts'],
  ],
  'test-through-the-door': [['test/reaching.test.ts', 'compiler/ast/tree.ts']],
  'no-circular': [['runtime/egg.ts', 'runtime/hen.ts']],
  'no-junk-drawer': [
    ['compiler/check/tidy.ts', 'compiler/check/utils/lists.ts'],
    ['cli/tidy.ts', 'cli/helpers/text.ts'],
  ],
  'not-to-unresolvable': [['cli/dangling.ts', 'nowhere-to-be-found']],
};

/** The other half of the planted cycle; a cycle is reported once. */
export const scenery: readonly Planted[] = [['runtime/hen.ts', 'runtime/egg.ts']];

/** Imports no rule may report: the rules must bite, and bite nothing else. */
export const permitted: readonly Planted[] = [
  ['runtime/bulk.ts', 'runtime/allocate.ts'],
  ['compiler/diagnostics/good.ts', 'compiler/source/span.ts'],
  ['grammar/tokens.ts', 'chevrotain'],
  ['grammar/tree.ts', 'compiler/ast/tree.ts'],
  ['compiler/syntax/good.ts', 'grammar/parser.ts'],
  ['compiler/check/good.ts', 'compiler/ir/types.ts'],
  ['compiler/interpret/good.ts', 'compiler/ir/types.ts'],
  ['compiler/analyses/gaps/good.ts', 'compiler/analyses/gaps/solve.ts'],
  ['compiler/emit/typescript/emit.ts', 'ts-morph'],
  ['compiler/emit/sql/good.ts', 'runtime/money.ts'],
  ['compiler/project/good.ts', 'compiler/analyses/gaps/solve.ts'],
  ['compiler/index.ts', 'compiler/project/pipeline.ts'],
  ['compiler/check/own.test.ts', 'vitest'],
  ['cli/good.ts', 'compiler/index.ts'],
  ['cli/reading.ts', 'node:fs'],
  ['examples/town/good.ts', 'runtime/money.ts'],
  ['test/kit.test.ts', 'compiler/testkit.ts'],
  ['test/grammar.test.ts', 'grammar/parser.ts'],
];
