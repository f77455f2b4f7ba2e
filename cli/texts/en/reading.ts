import { list, many } from './lists.ts';

const errno: { readonly [code: string]: string } = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder, a file is needed',
  ENOTDIR: 'part of the path is not a folder',
  EEXIST: 'part of the path is not a folder',
  ENOSPC: 'the disk is full',
  EMFILE: 'too many open files',
};

const reasonFor = (code: string): string => errno[code] ?? code;

export const reading = {
  files: {
    unreadable: (path: string, code: string) => `Cannot read "${path}": ${reasonFor(code)}.`,
    unwritable: (path: string, code: string) => `Cannot write "${path}": ${reasonFor(code)}.`,
    notUtf8: (path: string) => `"${path}" is not UTF-8. Save it as UTF-8 and try again.`,
    library: (path: string) =>
      `"${path}" is a library without rules to decide by; name a policy that uses it.`,
    noPolicies: (path: string) => `There is no .policy file in "${path}".`,
    severalPolicies: (path: string, found: readonly string[]) =>
      `"${path}" holds several policies; name one: ${list(found)}.`,
    written: (path: string) => `Wrote ${path}`,
    exists: (path: string) => `"${path}" exists and is not overwritten. Choose another folder.`,
  },
  yaml: {
    syntax: (place: string, detail: string) => `${place} is not YAML: ${detail}`,
    expected: (place: string, path: string, expected: string) => `${place} "${path}" should be ${expected}.`,
    unknownKey: (place: string, key: string, known: readonly string[]) =>
      `${place} There is no "${key}" here. Known: ${list(known)}.`,
    aMapping: 'lines of "name: value"',
    aList: 'a list',
    aBlockList: 'a list with each item on a line of its own (- ), not in brackets',
    aText: 'text',
    aNumber: 'a number',
    aCount: 'a whole number from 1 on',
    yuan: 'yuan, with at most two decimals',
    range: 'a list of two numbers such as [700, 900]; null for an open end',
    needsAsOf: 'a case with asOf (or asOf at the top of the file or in parameters.yaml)',
    aDate: 'a date such as 2025-06-30',
    yesOrNo: 'true or false',
    noDuties: 'no duty: the policy has none for this kind of record',
    oneOf: (choices: readonly string[]) => `one of: ${list(choices)}`,
    missingKey: (place: string, key: string) => `${place} "${key}" is missing.`,
  },
  data: {
    unknownFormat: (path: string, formats: readonly string[]) =>
      `The format of "${path}" cannot be told from its name. Say it with --input: ${list(formats)}.`,
    encoding: (path: string, byte: number) =>
      `"${path}" is neither UTF-8 nor GB18030 from byte ${byte + 1} on. Save it as UTF-8 and try again.`,
    empty: (path: string) => `There is no data in "${path}".`,
    syntax: (path: string, line: number, column: number, detail: string) =>
      `${path}:${line}:${column} The data cannot be read: ${detail}`,
    notParquet: (path: string, detail: string) =>
      `"${path}" is not a complete Parquet file (${detail}). Export it again, or say its format with --input.`,
    damaged: (path: string, group: number, column: string, detail: string) =>
      `"${path}": column "${column}" of row group ${group} cannot be read (${detail}). Export it again.`,
    columnType: (path: string, column: string, found: string, expected: readonly string[]) =>
      `In "${path}" the column "${column}" is ${found}, expected ${list(expected)}. Export it with another type, or pass --ignore to leave it unread.`,
    parquetNeedsFile:
      'The directory of a Parquet file stands at its end: it cannot be read from standard input. Save it to a file.',
    notAWorkbook: (path: string, detail: string) => `"${path}" is not a readable XLSX workbook (${detail}).`,
    noSheet: (path: string, sheet: string, sheets: readonly string[]) =>
      `"${path}" has no ${sheet ? `worksheet "${sheet}"` : 'visible worksheet'}; it has: ${list(sheets)}.`,
    duplicateColumn: (path: string, name: string, one: string, other: string) =>
      `In "${path}" the columns "${one}" and "${other}" are both "${name}". Remove one of them.`,
    nearColumn: (path: string, column: string, near: string) =>
      `In "${path}" the column "${column}" is no fact of this policy; did you mean "${near}"? Rename it, or pass --ignore to leave it unread.`,
    unusedColumns: (path: string, columns: readonly string[]) =>
      `${many(columns.length, 'column')} of "${path}" not read, being no fact of this policy: ${list(columns)}`,
    noColumns: (path: string, expected: readonly string[]) =>
      `No column of "${path}" is a fact of this policy. The first line should hold names such as: ${list(expected)}.`,
    noIdColumn: (path: string, column: string) => `"${path}" has no column "${column}".`,
    notJson: (detail: string) => `not JSON: ${detail}`,
    notObject: 'should be an object of names and values, one for each applicant',
    cellCount: (found: number, expected: number) => `has ${many(found, 'cell')}, the header ${expected}`,
    quotes: (detail: string) => `quotes do not match (${detail})`,
    yesNo: 'yes or no',
    noneAndGiven: (header: string, fact: string, found: string) =>
      `"${header}" says that there is no "${fact}", but the row gives ${found}; keep one of them`,
    row: (path: string, row: number) => `${path === '-' ? 'standard input' : path} row ${row}`,
    column: (name: string) => `"${name}"`,
    found: (found: string, expected: string) => `found ${found}, expected ${expected}`,
  },
};
