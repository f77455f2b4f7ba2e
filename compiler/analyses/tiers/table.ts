import type { Expr } from '../../ir/expressions.ts';

export type Table = Expr & { k: 'table' };
