import type { DataProblem } from '../../read/record.ts';
import type { BriefPart } from '../part.ts';

/** A row group, counted from 0. */
export type Task = number;

/** What became of it, or what is wrong with the data: errors that are thrown on a thread lose all but their message. */
export type Reply = { readonly part: BriefPart } | { readonly problem: DataProblem };
