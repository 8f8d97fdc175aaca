import type { Columns } from '../layout.ts'
import { emptyXml, lineXml, ruleXml } from './docx-line.ts'
import { twips } from './docx-xml.ts'

const noBorders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="none" w:sz="0" w:space="0" w:color="auto"/>`)
  .join('')
const noMargins = ['top', 'left', 'bottom', 'right'].map((side) => `<w:${side} w:w="0" w:type="dxa"/>`).join('')

const cellXml = ({ width, pieces }: Columns['columns'][number]): string => {
  const words = pieces.length === 0 ? emptyXml : pieces.map((piece) => (piece.kind === 'line' ? lineXml(piece) : ruleXml(piece))).join('')
  return `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/></w:tcPr>${words}</w:tc>`
}

/** Pieces side by side: one row that is not torn, without borders. */
export const columnsXml = ({ columns }: Columns): string => {
  const widths = columns.map(({ width }) => twips(width))
  const whole = widths.reduce((sum, width) => sum + width, 0)
  return `<w:tbl><w:tblPr><w:tblW w:w="${whole}" w:type="dxa"/><w:tblBorders>${noBorders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${noMargins}</w:tblCellMar></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>${columns.map(cellXml).join('')}</w:tr></w:tbl>`
}
