/** What tests and the generated pages of the reference see of the compiler besides `index.ts`. */
export { entries, type Group, groups, spellings } from '../grammar/index.ts';
export { type AnyDefinition, catalogue } from './diagnostics/catalogue/index.ts';
