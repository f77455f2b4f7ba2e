import type { Texts } from '../texts/texts.ts';
import type { DataProblem } from './record.ts';

/** Why the data as a whole cannot be read. */
export function unreadableText(problem: DataProblem, path: string, { data }: Texts): string {
  switch (problem.why) {
    case 'encoding':
      return data.encoding(path, problem.byte);
    case 'empty':
      return data.empty(path);
    case 'syntax':
      return data.syntax(path, problem.line, problem.column, problem.detail);
    case 'notParquet':
      return data.notParquet(path, problem.detail);
    case 'damaged':
      return data.damaged(path, problem.group, problem.column, problem.detail);
    case 'columnType':
      return data.columnType(path, problem.column, problem.found, problem.expected);
    case 'notAWorkbook':
      return data.notAWorkbook(path, problem.detail);
    case 'noSheet':
      return data.noSheet(path, problem.sheet, problem.sheets);
  }
}
