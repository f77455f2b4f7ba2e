/**
 * Which room of the house may import which. Imports run one way; this file is the only statement of the
 * order, `npm run check:imports` holds it, and test/architecture.test.ts plants forbidden imports to show
 * that every rule below bites.
 */

/** Each room, and the rooms it may see besides itself. A room that is not listed may see nothing. */
const FRONT = [
  'runtime',
  'compiler/source',
  'compiler/diagnostics',
  'compiler/ast',
  'grammar',
  'compiler/syntax',
];
const OVER_IR = ['runtime', 'compiler/source', 'compiler/ir'];
const CHECKED = [...FRONT, 'compiler/resolve', 'compiler/ir', 'compiler/check'];

const rooms = {
  runtime: [],
  'compiler/source': ['runtime'],
  'compiler/diagnostics': ['runtime', 'compiler/source'],
  'compiler/ast': ['runtime', 'compiler/source'],
  grammar: ['runtime', 'compiler/source', 'compiler/diagnostics', 'compiler/ast'],
  'compiler/syntax': FRONT,
  'compiler/sharing': FRONT,
  'compiler/resolve': FRONT,
  'compiler/ir': ['runtime', 'compiler/source'],
  'compiler/check': [...FRONT, 'compiler/resolve', 'compiler/ir'],
  'compiler/interpret': OVER_IR,
  'compiler/possible': [...OVER_IR, 'compiler/diagnostics'],
  'compiler/analyses': [...OVER_IR, 'compiler/diagnostics', 'compiler/interpret', 'compiler/possible'],
  'compiler/diff': OVER_IR,
  'compiler/prove': [...OVER_IR, 'compiler/interpret', 'compiler/diff'],
  'compiler/lower': OVER_IR,
  'compiler/emit': [...OVER_IR, 'compiler/lower'],
  'compiler/format': [...FRONT, 'compiler/sharing'],
  'compiler/query': [...CHECKED, 'compiler/format'],
  'compiler/project': ['runtime', 'grammar', 'compiler/(?!(index|testkit)\\.ts$)[^/]+'],
};

/** Rooms whose subfolders are neighbours that must not see each other. */
const neighbours = ['compiler/analyses', 'compiler/emit'];

const OURS = '^(runtime|grammar|compiler|bulk|cli|editor|studio|bench|examples|policies|test|tools)/';
const PURE = '^(runtime|grammar|compiler)/';
const TESTS = '\\.test\\.ts$';
const PACKAGES = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];

const inside = (names) => `^(${names.join('|')})/`;
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const roomRules = Object.entries(rooms).map(([room, seen]) =>
  forbid(
    `room-${room}`,
    `${room} may import ${seen.length === 0 ? 'nothing of ours' : seen.join(', ')}.`,
    { path: inside([room]), pathNot: TESTS },
    { path: OURS, pathNot: inside([room, ...seen]) },
  ),
);

const neighbourRules = neighbours.map((room) =>
  forbid(
    `neighbours-${room}`,
    `The folders of ${room} do not see each other.`,
    { path: `^${room}/([^/]+)/`, pathNot: TESTS },
    { path: `^${room}/`, pathNot: `^${room}/$1/` },
  ),
);

const packageRules = [
  forbid(
    'pure-no-node',
    'runtime, grammar and compiler run in a browser: no Node module there.',
    { path: PURE, pathNot: TESTS },
    { dependencyTypes: ['core'] },
  ),
  forbid(
    'runtime-no-package',
    'runtime imports no package; the calendar table is written from one by tools/calendar-table.mjs.',
    { path: '^runtime/', pathNot: TESTS },
    { dependencyTypes: PACKAGES },
  ),
  forbid(
    'chevrotain-only-in-grammar',
    'The parser library stays behind grammar/.',
    { pathNot: '^grammar/' },
    { path: 'node_modules/(chevrotain|@chevrotain)/' },
  ),
  forbid(
    'ts-morph-only-in-emit-typescript',
    'ts-morph takes a quarter of a second to load: one emitter uses it, nothing else.',
    { pathNot: '^compiler/emit/typescript/' },
    { path: 'node_modules/(ts-morph|@ts-morph)/' },
  ),
  forbid(
    'z3-only-in-prove-z3',
    'z3 is 35 MB and starts threads: one folder knows it, and loads it for --prove alone.',
    { pathNot: '^compiler/prove/z3/' },
    { path: 'node_modules/z3-solver/' },
  ),
  forbid(
    'tinypool-only-in-bulk',
    'Threads are for Node, and for registers alone: one folder starts them.',
    { pathNot: '^bulk/' },
    { path: 'node_modules/tinypool/' },
  ),
  forbid(
    'parquet-only-in-cli-parquet',
    'How Parquet lies in a file is known to one folder, which is loaded where the data are Parquet.',
    { pathNot: '^(cli/parquet/|test/|tools/)' },
    { path: 'node_modules/hyparquet' },
  ),
  forbid(
    'solver-is-handed-in',
    'Proofs speak to any solver through its interface; only who opens one names z3.',
    { path: '^compiler/', pathNot: '^compiler/(prove/z3/|index\\.ts$)' },
    { path: '^compiler/prove/z3/' },
  ),
  forbid(
    'no-dev-package-in-product',
    'What is shipped must not need a development dependency.',
    { path: '^(runtime|grammar|compiler|bulk|cli)/', pathNot: TESTS },
    { dependencyTypes: ['npm-dev'] },
  ),
  forbid(
    'no-undeclared-package',
    'Every package used is listed in package.json; bench/ has its own, and bundles with the esbuild of this one.',
    { path: OURS, pathNot: '^bench/' },
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),
];

const outsideRules = [
  forbid(
    'outside-through-the-door',
    'Everything outside sees the compiler through compiler/index.ts or compiler/testkit.ts.',
    { path: '^(bulk|cli|editor|studio|bench|examples)/' },
    { path: '^(compiler|grammar)/', pathNot: '^compiler/(index|testkit)\\.ts$' },
  ),
  forbid(
    'test-through-the-door',
    'Tests see the compiler through its index or test kit; grammar and runtime may be tested in parts.',
    { path: '^test/' },
    { path: '^compiler/', pathNot: '^compiler/(index|testkit)\\.ts$' },
  ),
];

const benchRules = [
  forbid(
    'bench-is-not-shipped',
    'The bench measures the product; nothing of the product needs it.',
    { path: OURS, pathNot: '^(bench|test)/' },
    { path: '^bench/' },
  ),
];

const shapeRules = [
  forbid('no-circular', 'No import cycles, types included.', { path: OURS }, { circular: true }),
  forbid(
    'no-junk-drawer',
    'A folder says what is in it: no utils, helpers, common or misc.',
    {},
    { path: '/(utils?|helpers?|common|misc)/', pathNot: 'node_modules/' },
  ),
  forbid(
    'not-to-unresolvable',
    'Every import leads to a file.',
    { path: OURS },
    { couldNotResolve: true, pathNot: '^bangfu/runtime$' },
  ),
];

module.exports = {
  forbidden: [
    ...roomRules,
    ...neighbourRules,
    ...packageRules,
    ...outsideRules,
    ...benchRules,
    ...shapeRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // What is measured beside us (bench/peers) imports packages that only the bench installs.
    exclude: { path: '^(build|dist|bench/(build|peers|node_modules|[.]venv))/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
