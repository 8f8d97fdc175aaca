import { BorderStyle, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { Columns } from '../layout.ts'
import { emptyParagraph, lineParagraph, ruleParagraph, twips } from './docx-line.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
const noMargins = { top: 0, bottom: 0, left: 0, right: 0 }

const columnCell = ({ width, pieces }: Columns['columns'][number]): TableCell =>
  new TableCell({
    width: { size: twips(width), type: WidthType.DXA },
    margins: noMargins,
    children:
      pieces.length === 0
        ? [emptyParagraph()]
        : pieces.map((piece) => (piece.kind === 'line' ? lineParagraph(piece) : ruleParagraph(piece))),
  })

/** Pieces side by side: one row that is not torn, without borders. */
export const columnsTable = ({ columns }: Columns): Table => {
  const columnWidths = columns.map(({ width }) => twips(width))
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths,
    borders: noBorders,
    margins: noMargins,
    rows: [new TableRow({ cantSplit: true, children: columns.map(columnCell) })],
  })
}
