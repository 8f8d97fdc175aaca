import type { PrintedCell, PrintedTable } from './printed-table.ts'

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const paragraphs = (text: string): string => text.split('\n').map((line) => `<text:p>${escaped(line)}</text:p>`).join('')

const cellXml = ({ text, rowSpan, columnSpan, isNumber }: PrintedCell): string => {
  const spans = rowSpan || columnSpan ? ` table:number-rows-spanned="${rowSpan ?? 1}" table:number-columns-spanned="${columnSpan ?? 1}"` : ''
  if (text === '') return `<table:table-cell${spans}/>`
  const value = isNumber ? ` office:value-type="float" office:value="${text}"` : ' office:value-type="string"'
  return `<table:table-cell${spans}${value}>${paragraphs(text)}</table:table-cell>`
}

/** Rows of cells with spans → rows where every covered place has a cell, as OpenDocument wants it. */
const coveredRows = (rows: readonly (readonly PrintedCell[])[], columns: number): readonly string[] => {
  const covered = new Set<string>()
  return rows.map((row, at) => {
    const waiting = [...row]
    let xml = ''
    for (let column = 0; column < columns; column++) {
      if (covered.has(`${at},${column}`)) {
        xml += '<table:covered-table-cell/>'
        continue
      }
      const next = waiting.shift() ?? { text: '' }
      for (let down = 0; down < (next.rowSpan ?? 1); down++)
        for (let across = 0; across < (next.columnSpan ?? 1); across++) covered.add(`${at + down},${column + across}`)
      xml += cellXml(next)
    }
    return `<table:table-row>${xml}</table:table-row>`
  })
}

/** A flat OpenDocument spreadsheet for LibreOffice Calc: title lines in merged cells above the table, numbers as numbers. */
export const tableFods = ({ above, headings, rows, widths }: PrintedTable): string => {
  const titles = above.map((text) => [{ text, columnSpan: widths.length }])
  const lines = coveredRows([...titles, [], ...headings, ...rows], widths.length)
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="Phụ lục">${lines.join('\n')}</table:table></office:spreadsheet></office:body></office:document>`
}
