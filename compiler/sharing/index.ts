export { Files, gather, type Gathered, type ReadUsed } from './gather.ts';
export { merged } from './merge.ts';
export { relativePath } from './path.ts';
