/**
 * Cells of what a spreadsheet puts on the clipboard: rows by line break, cells by tab. A cell that holds a tab, a line break or a quote
 * stands in quotes, with quotes inside doubled; line breaks inside become spaces. A trailing line break makes no row. Text is NFC, trimmed.
 */
export const readClipboard = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = []
  let row: string[] = []
  const pattern = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole, quoted, plain = '', end] = match
    const cell = quoted === undefined ? plain : quoted.replaceAll('""', '"')
    row.push(cell.replace(/\s+/g, ' ').trim().normalize('NFC'))
    if (end !== '\t') {
      rows.push(row)
      row = []
    }
    if (pattern.lastIndex >= text.length && (end === '' || end !== '\t')) break
    if (whole === '') break
  }
  if (row.length) rows.push([...row, ''])
  return rows
}
