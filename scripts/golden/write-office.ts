import { Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { writeXlsx } from 'hucre/xlsx'
import type { PrintedCell, PrintedTable } from './printed-table.ts'

const shown = ({ text, isNumber }: PrintedCell): string => (isNumber ? text.replace('.', ',') : text)

const list = 'criteria'

/** A, B; I, II; 1, 2: each level starts again below the next one above it. */
const numbering = {
  config: [
    {
      reference: list,
      levels: [LevelFormat.UPPER_LETTER, LevelFormat.UPPER_ROMAN, LevelFormat.DECIMAL].map((format, level) => ({ level, format, text: `%${level + 1}` })),
    },
  ],
}

const paragraphsOf = (cell: PrintedCell, isNumbered: boolean): readonly Paragraph[] => {
  if (isNumbered && cell.listLevel !== undefined) return [new Paragraph({ numbering: { reference: list, level: cell.listLevel } })]
  return shown(cell)
    .split('\n')
    .map((text) => new Paragraph({ children: [new TextRun({ text, bold: cell.isBold === true })] }))
}

const wordCell = (cell: PrintedCell, isNumbered: boolean): TableCell =>
  new TableCell({
    ...(cell.rowSpan ? { rowSpan: cell.rowSpan } : {}),
    ...(cell.columnSpan ? { columnSpan: cell.columnSpan } : {}),
    children: paragraphsOf(cell, isNumbered),
  })

/** The table by the `docx` library; with `isNumbered` its codes are automatic numbers, which stand nowhere in the text. */
export const tableDocx = async ({ above, headings, rows, widths }: PrintedTable, isNumbered = false): Promise<Uint8Array> => {
  const row = (cells: readonly PrintedCell[], tableHeader: boolean): TableRow => new TableRow({ tableHeader, children: cells.map((cell) => wordCell(cell, isNumbered)) })
  const table = new Table({
    columnWidths: widths.map((width) => Math.round(width * 90)),
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [...headings.map((cells) => row(cells, true)), ...rows.map((cells) => row(cells, false))],
  })
  return Packer.toBuffer(new Document({ numbering, sections: [{ children: [...above.map((text) => new Paragraph(text)), table] }] }))
}

/** The table by the `hucre` library, without spans; numbers as numbers, a second sheet that holds something else. */
export const tableXlsx = ({ above, headings, rows }: PrintedTable): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      { name: 'Bảng', rows: [...above.map((text) => [text]), [], ...[...headings, ...rows].map((cells) => cells.map(({ text, isNumber }) => (isNumber ? Number(text) : text)))] },
      { name: 'Ghi chú', rows: [['Người lập bảng ghi chú tại đây.']] },
    ],
  })
