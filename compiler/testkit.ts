/** What tests and the generated pages of the reference see of the compiler besides `index.ts`. */
export { entries, type Group, groups, spellings } from '../grammar/index.ts';
export type { Notice, Statement } from './ast/statements.ts';
export { type AnyDefinition, catalogue } from './diagnostics/catalogue/index.ts';
export { Reporter } from './diagnostics/diagnostic.ts';
export { sameTree } from './format/same-tree.ts';
export { parse } from './syntax/index.ts';
