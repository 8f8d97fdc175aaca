export type CsvCell = string | number | null

/** How a table is written: for programs with comma and decimal point, for a Vietnamese Excel with semicolon and decimal comma. */
export type CsvStyle = 'machine' | 'vietnamese'

const figure = /^-?\d+(\.\d+)?$/

const cellText = (value: CsvCell, style: CsvStyle): string => {
  const plain = value === null ? '' : String(value)
  const text = style === 'vietnamese' && figure.test(plain) ? plain.replace('.', ',') : plain
  // A leading sign that a spreadsheet would take for a formula is disarmed.
  const safe = typeof value === 'string' && /^[=+@\t\r]|^-(?![\d.,]+$)/.test(text) ? `'${text}` : text
  return /[",;\n\r]/.test(safe) && !(style === 'vietnamese' && figure.test(plain)) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as CSV in UTF-8 with a mark that Excel understands. */
export const csvText = (rows: readonly (readonly CsvCell[])[], style: CsvStyle): string =>
  `\u{feff}${rows.map((row) => row.map((cell) => cellText(cell, style)).join(style === 'vietnamese' ? ';' : ',')).join('\r\n')}\r\n`
