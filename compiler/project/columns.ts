import { type ColumnsPolicy, columnsPolicy } from '../emit/columns/index.ts';
import { interpret } from '../interpret/index.ts';
import type { Policy } from '../ir/policy.ts';
import { lower } from '../lower/index.ts';

/** A policy ready to decide batches of records. */
export const columnsOf = (policy: Policy): ColumnsPolicy => columnsPolicy(lower(policy), interpret(policy));
