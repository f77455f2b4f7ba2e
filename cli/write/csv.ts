/** One line of RFC 4180: quoted only where a comma, a quote or a line break asks for it. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Spreadsheet programs take a UTF-8 file for the local code page unless it begins with this. */
export const byteOrderMark = '\uFEFF';
