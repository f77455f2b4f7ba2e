import type { ColumnsPolicy } from '../../runtime/columns/index.ts';
import { columnsPolicy } from '../emit/columns/index.ts';
import { columnsCode } from '../emit/columns/programme.ts';
import { directCode } from '../emit/direct/index.ts';
import { interpret } from '../interpret/index.ts';
import type { Policy } from '../ir/policy.ts';
import { lower } from '../lower/index.ts';

/**
 * A policy ready to decide batches of records. It makes functions from text: where that is forbidden (a page without
 * `unsafe-eval`), records are to be decided one by one.
 */
export const columnsOf = (policy: Policy): ColumnsPolicy =>
  columnsPolicy(columnsCode(lower(policy)), interpret(policy), directCode(policy).at);
