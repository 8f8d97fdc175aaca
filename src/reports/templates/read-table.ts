import type { WrittenCell, WrittenTable } from '../../core/document/written-text.ts'
import { templateMarks as marks } from '../../language/reports/template-words.ts'
import type { Column, OneOrMore, Span, Text } from '../report.ts'
import { spansOfParagraph, textOf, wordsOf } from './read-block.ts'
import type { TemplateBlock, TemplateRow } from './template.ts'

const linesOf = (cell: WrittenCell): readonly (readonly Span[])[] => cell.map(spansOfParagraph).filter((spans) => spans.length > 0)

const alignOf = (cell: WrittenCell | undefined): Column['align'] => {
  const align = cell?.find(({ runs }) => runs.length > 0)?.align
  return align === 'center' || align === 'right' ? align : 'left'
}

const plainLines = (lines: readonly (readonly Span[])[], isBold: boolean): readonly Text[] =>
  lines.map((spans) => textOf(isBold ? spans.map(({ bold: _, ...span }) => span) : spans))

const repeated = new RegExp(`^«${marks.each}: ([^«»]+)»$`)

const rowOf = (cells: readonly WrittenCell[]): TemplateRow => {
  const all = cells.map(linesOf)
  const each = repeated.exec(wordsOf(all[0]?.[0] ?? []))?.[1]
  const said = each === undefined ? all : all.map((lines, at) => (at === 0 ? lines.slice(1) : lines))
  const spans = said.flat(2)
  const isBold = spans.length > 0 && spans.every(({ bold }) => bold)
  return {
    ...(each !== undefined && { each: each.trim() }),
    cells: said.map((lines) => plainLines(lines, isBold)),
    ...(isBold && { hand: 'bold' }),
  }
}

/** A table with one row of headings; nothing where it has no rows. */
export const tableOf = ({ rows, widths }: WrittenTable): TemplateBlock | undefined => {
  const [head, ...body] = rows
  const columns = (head ?? []).map(
    (cell, at): Column => ({
      heading: linesOf(cell).map(wordsOf).join(' '),
      width: widths[at] ?? 1,
      align: alignOf(body[0]?.[at]),
    }),
  )
  const [first, ...more] = columns
  return first === undefined ? undefined : { kind: 'table', columns: [first, ...more] as OneOrMore<Column>, rows: body.map(rowOf) }
}
