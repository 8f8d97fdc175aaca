/** A table as it will be printed, whatever program prints it. */
export interface PrintedCell {
  readonly text: string
  readonly rowSpan?: number
  readonly columnSpan?: number
  readonly isBold?: boolean
  /** Stored as a number by a spreadsheet; `text` has a decimal point then. */
  readonly isNumber?: boolean
  /** Level of an automatic list whose number is all that the cell shows. */
  readonly listLevel?: number
}

export interface PrintedTable {
  readonly above: readonly string[]
  readonly headings: readonly (readonly PrintedCell[])[]
  readonly rows: readonly (readonly PrintedCell[])[]
  /** Widths in percent of the page. */
  readonly widths: readonly number[]
}

export const cell = (text: string): PrintedCell => ({ text })
export const bold = (text: string): PrintedCell => ({ text, isBold: true })
export const number = (text: string): PrintedCell => (/^\d+(?:\.\d+)?$/.test(text) ? { text, isNumber: true } : { text })

/** `"0.5"` as a Vietnamese paper prints it. */
export const decimalComma = (text: string): string => text.replace('.', ',')

/** Prints the headings again before every so many rows, as papers do on each page. */
export const repeatHeadings = (table: PrintedTable, every: number): PrintedTable => ({
  ...table,
  rows: table.rows.flatMap((row, at) => (at > 0 && at % every === 0 ? [...table.headings, row] : [row])),
})

/** Puts the columns into another order; only for tables without spans. */
export const reorder = (table: PrintedTable, order: readonly number[]): PrintedTable => {
  const pick = (row: readonly PrintedCell[]): readonly PrintedCell[] => order.map((at) => row[at] ?? cell(''))
  return { ...table, headings: table.headings.map(pick), rows: table.rows.map(pick), widths: order.map((at) => table.widths[at] ?? 10) }
}

/** Merges equal texts of a column that stand one below the other, as papers do with units. Blank cells are left apart. */
export const mergeDown = (table: PrintedTable, column: number): PrintedTable => {
  const rows = table.rows.map((row) => [...row])
  for (let start = 0; start < rows.length; ) {
    const text = rows[start]?.[column]?.text ?? ''
    let end = start + 1
    while (text !== '' && end < rows.length && rows[end]?.[column]?.text === text) end++
    const row = rows[start]
    const first = row?.[column]
    if (row && first && end - start > 1) {
      row[column] = { ...first, rowSpan: end - start }
      for (let at = start + 1; at < end; at++) rows[at]?.splice(column, 1)
    }
    start = end
  }
  return { ...table, rows }
}
