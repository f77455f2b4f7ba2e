// What generated modules of columns import: `bangfu/runtime/columns`.

export { exact } from '../../../runtime/exact.ts';
export { columnsPolicy } from './index.ts';
