import type * as Docx from 'docx';
import type { AnnexRow, AnnexTable, Block, Letter, LetterSection } from '../../runtime/letter/letter.ts';

type Library = typeof Docx;
type Content = Docx.Paragraph | Docx.Table;

/** Sizes are half points, distances twentieths of a point: 11 pt text on A4. */
const A4 = { width: 11906, height: 16838 };
const MARGIN = { top: 1134, right: 1247, bottom: 1134, left: 1247 };
const WIDTH = A4.width - MARGIN.left - MARGIN.right;
const COLUMNS = [0.43, 0.22, 0.13, 0.22].map((part) => Math.round(part * WIDTH));
const INDENT = 220;
const BULLETS = 'letter';

const SERIF = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '宋体' };
const SANS = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: '黑体' };

/** Characters that XML cannot hold. */
const clean = (text: string): string =>
  [...text].filter((char) => char >= ' ' || char === '\n' || char === '\t').join('');

function stylesOf(lang: Letter['lang']): Docx.IStylesOptions {
  const language =
    lang === 'zh' ? { value: 'zh-CN', eastAsia: 'zh-CN' } : { value: 'en-GB', eastAsia: 'zh-CN' };
  const heading = (size: number, before: number): Docx.IBaseParagraphStyleOptions => ({
    run: { font: SANS, size, bold: true, color: '000000' },
    paragraph: { spacing: { before, after: 80 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: SERIF, size: 22, language },
        paragraph: { spacing: { after: 60, line: 320 } },
      },
      title: { run: { font: SANS, size: 34, bold: true }, paragraph: { spacing: { after: 60 } } },
      heading1: heading(26, 320),
      heading2: heading(22, 180),
    },
  };
}

const bullet = ({ LevelFormat, AlignmentType }: Library): Docx.ILevelsOptions => ({
  level: 0,
  format: LevelFormat.BULLET,
  text: '•',
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 360, hanging: 260 }, spacing: { after: 20 } } },
});

function blockParts(
  { heading, lead, items }: Block,
  { Paragraph, HeadingLevel }: Library,
): readonly Content[] {
  const head =
    heading === '' ? [] : [new Paragraph({ text: clean(heading), heading: HeadingLevel.HEADING_2 })];
  const begun = lead === '' ? [] : [new Paragraph({ text: clean(lead), keepNext: true })];
  const lines = items.map((item) =>
    lead === ''
      ? new Paragraph(clean(item))
      : new Paragraph({ text: clean(item), numbering: { reference: BULLETS, level: 0 } }),
  );
  return [...head, ...begun, ...lines];
}

function sectionParts({ title, verdict, blocks }: LetterSection, library: Library): readonly Content[] {
  const { Paragraph, HeadingLevel } = library;
  return [
    new Paragraph({ text: clean(title), heading: HeadingLevel.HEADING_1 }),
    ...(verdict === '' ? [] : [new Paragraph(clean(verdict))]),
    ...blocks.flatMap((block) => blockParts(block, library)),
  ];
}

function cell(
  text: string,
  column: number,
  library: Library,
  shown: { bold?: boolean; indent?: number } = {},
) {
  const { Paragraph, TableCell, TextRun, WidthType } = library;
  const run = new TextRun({ text: clean(text), size: 18, bold: shown.bold === true });
  return new TableCell({
    width: { size: COLUMNS[column] ?? 0, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [
      new Paragraph({
        children: [run],
        spacing: { after: 0, line: 260 },
        indent: { left: shown.indent ?? 0 },
      }),
    ],
  });
}

const annexRow = (row: AnnexRow, library: Library): Docx.TableRow =>
  new library.TableRow({
    cantSplit: true,
    children: [
      cell(row.rule, 0, library, { indent: row.depth * INDENT }),
      cell(row.clauses, 1, library),
      cell(row.result, 2, library, { bold: row.truth === 'no' }),
      cell(row.note, 3, library),
    ],
  });

function annexTable(
  { title, rows }: AnnexTable,
  columns: readonly string[],
  library: Library,
): readonly Content[] {
  const { Paragraph, HeadingLevel, Table, TableRow, WidthType, TableLayoutType } = library;
  const head = new TableRow({
    tableHeader: true,
    children: columns.map((column, index) => cell(column, index, library, { bold: true })),
  });
  return [
    new Paragraph({ text: clean(title), heading: HeadingLevel.HEADING_2 }),
    new Table({
      width: { size: WIDTH, type: WidthType.DXA },
      columnWidths: COLUMNS,
      layout: TableLayoutType.FIXED,
      rows: [head, ...rows.map((row) => annexRow(row, library))],
    }),
  ];
}

function openingParts(
  letter: Letter,
  { Paragraph, AlignmentType, HeadingLevel }: Library,
): readonly Content[] {
  const colon = letter.lang === 'zh' ? '：' : ': ';
  return [
    new Paragraph({ text: letter.title, heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER }),
    new Paragraph({ text: clean(letter.policy), alignment: AlignmentType.CENTER, spacing: { after: 240 } }),
    ...letter.about.map(({ label, value }) => new Paragraph(clean(label + colon + value))),
    new Paragraph({ text: clean(letter.addressee), spacing: { before: 240 } }),
    new Paragraph(clean(letter.opening)),
    ...letter.summary.map(
      (line) => new Paragraph({ text: clean(line), numbering: { reference: BULLETS, level: 0 } }),
    ),
  ];
}

function closingParts({ closing, signature }: Letter, { Paragraph }: Library): readonly Content[] {
  const last = closing.map((line) => new Paragraph({ text: line, spacing: { before: 360 } }));
  const signed = signature.map(
    (line) =>
      new Paragraph({ text: line, indent: { left: WIDTH / 2 }, spacing: { before: 480 }, keepLines: true }),
  );
  return [...last, ...signed];
}

function letterParts(letter: Letter, library: Library): readonly Content[] {
  const { Paragraph, HeadingLevel } = library;
  const { annex } = letter;
  return [
    ...openingParts(letter, library),
    ...letter.sections.flatMap((section) => sectionParts(section, library)),
    ...closingParts(letter, library),
    new Paragraph({ text: annex.title, heading: HeadingLevel.HEADING_1, pageBreakBefore: true }),
    ...annex.tables.flatMap((table) => annexTable(table, annex.columns, library)),
  ];
}

/** Letters as a word-processor file (Office Open XML), at least one; each begins on a page of its own. */
export async function lettersDocx(letters: readonly Letter[]): Promise<Uint8Array> {
  const library = await import('docx');
  const { Document, Packer } = library;
  const [first] = letters;
  if (first === undefined) throw new RangeError('a document without letters');
  const document = new Document({
    title: `${first.title} · ${clean(first.policy)}`,
    creator: 'Bangfu',
    styles: stylesOf(first.lang),
    numbering: { config: [{ reference: BULLETS, levels: [bullet(library)] }] },
    sections: letters.map((letter) => ({
      properties: { page: { size: A4, margin: MARGIN } },
      children: letterParts(letter, library),
    })),
  });
  return Packer.toBuffer(document);
}
