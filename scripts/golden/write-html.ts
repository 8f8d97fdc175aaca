import type { PrintedCell, PrintedTable } from './printed-table.ts'

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\n/g, '<br>')

const cellHtml = ({ text, rowSpan, columnSpan, isBold, isNumber }: PrintedCell, width?: number): string => {
  const shown = isNumber ? text.replace('.', ',') : text
  const spans = `${rowSpan ? ` rowspan="${rowSpan}"` : ''}${columnSpan ? ` colspan="${columnSpan}"` : ''}${width ? ` width="${width.toFixed(1)}%"` : ''}`
  return `<td${spans}>${isBold ? `<b>${escaped(shown)}</b>` : escaped(shown)}</td>`
}

/** A page for LibreOffice Writer: landscape, the headings in `thead`, which Writer repeats on every page. Writer loses the first line. */
export const tableHtml = ({ above, headings, rows, widths }: PrintedTable, font: string, border = 1): string => `<!DOCTYPE html><html><head><meta charset="utf-8"><style>
@page { size: 29.7cm 21cm; margin: 1.5cm }
body, td, p { font-family: '${font}'; font-size: 11pt }
</style></head><body>
<p>&nbsp;</p>
${above.map((line) => `<p align="center">${escaped(line)}</p>`).join('\n')}
<table border="${border}" cellpadding="4" cellspacing="0" width="100%">
<colgroup>${widths.map((width) => `<col width="${width.toFixed(1)}%">`).join('')}</colgroup>
<thead>${headings.map((row, at) => `<tr>${row.map((each, column) => cellHtml(each, at === 0 && headings.length === 1 ? widths[column] : undefined)).join('')}</tr>`).join('')}</thead>
<tbody>${rows.map((row) => `<tr>${row.map((each) => cellHtml(each)).join('')}</tr>`).join('\n')}</tbody>
</table>
<p>Nơi nhận: như trên; lưu: VT.</p></body></html>`
