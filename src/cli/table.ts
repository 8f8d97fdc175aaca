/** Widest a column of text may be; longer names go on in the next line, under themselves. */
const widest = 64

/** A plain table for a terminal: columns two spaces apart, figures to the right, a column that is empty in every row left out. */
export const printTable = (headings: readonly string[], rows: readonly (readonly string[])[], numeric: readonly number[]): string => {
  const shown = headings.map((_, column) => column).filter((column) => rows.some((row) => (row[column] ?? '') !== ''))
  const widths = shown.map((column) => Math.min(widest, Math.max(...[headings, ...rows].map((row) => widthOf(row[column] ?? '')))))
  const printRow = (row: readonly string[]): string => {
    const cells = shown.map((column, at) => wrap(row[column] ?? '', widths[at] ?? widest))
    const height = Math.max(...cells.map((lines) => lines.length))
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((lines, at) => pad(lines[line] ?? '', widths[at] ?? 0, numeric.includes(shown[at] ?? -1)))
        .join('  ')
        .trimEnd(),
    ).join('\n')
  }
  return [printRow(headings), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(printRow)].join('\n')
}

/** Composed Vietnamese letters take one place each. */
const widthOf = (text: string): number => [...text.normalize('NFC')].length

const pad = (text: string, width: number, isFigure: boolean): string => {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return isFigure ? space + text : text + space
}

const wrap = (text: string, width: number): readonly string[] => {
  const indent = /^ */.exec(text)?.[0] ?? ''
  const lines: string[] = []
  let line = indent
  for (const word of text.trim().split(/\s+/)) {
    if (line.trim() !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line)
      line = indent
    }
    line = line.trim() === '' ? indent + word : `${line} ${word}`
  }
  return [...lines, line]
}
