import type { RawCell, RawRow, RawWord } from '../../core/document/raw-document.ts'
import { type Frame, near } from './pdf-frames.ts'
import type { Rule } from './pdf-rules.ts'

/** Whether a line at `at` covers the place `middle`. */
const isDrawn = (rules: readonly Rule[], at: number, middle: number): boolean =>
  rules.some((rule) => Math.abs(rule.at - at) <= near && rule.from <= middle && rule.to >= middle)

const middleOf = (edges: readonly number[], index: number): number => ((edges[index] ?? 0) + (edges[index + 1] ?? 0)) / 2

interface Box {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** Places of the frame joined into cells wherever no line parts them. */
const boxesOf = ({ xs, ys, horizontal, vertical }: Frame): readonly Box[] => {
  const taken = new Set<string>()
  const boxes: Box[] = []
  for (let row = 0; row < ys.length - 1; row++)
    for (let column = 0; column < xs.length - 1; column++) {
      if (taken.has(`${row},${column}`)) continue
      let columns = 1
      while (column + columns < xs.length - 1 && !isDrawn(vertical, xs[column + columns] ?? 0, middleOf(ys, row))) columns++
      let rows = 1
      while (row + rows < ys.length - 1 && !isDrawn(horizontal, ys[row + rows] ?? 0, middleOf(xs, column))) rows++
      for (let down = row; down < row + rows; down++)
        for (let across = column; across < column + columns; across++) taken.add(`${down},${across}`)
      boxes.push({ row, column, rows, columns })
    }
  return boxes
}

const baseline = (word: RawWord): number => word.y + word.height

/** Words in reading order, lines parted by `\n`. */
export const textLines = (words: readonly RawWord[]): readonly string[] => {
  const lines: RawWord[][] = []
  for (const word of [...words].sort((a, b) => baseline(a) - baseline(b))) {
    const first = lines.at(-1)?.[0]
    if (first && baseline(word) - baseline(first) <= first.height / 2) lines.at(-1)?.push(word)
    else lines.push([word])
  }
  return lines.map((line) =>
    line
      .sort((a, b) => a.x - b.x)
      .map((word) => word.text)
      .join(' '),
  )
}

/** The cell a word stands in: by its middle, since letters may touch the border. */
const indexOf = (edges: readonly number[], value: number): number =>
  edges.findIndex((edge, at) => value >= edge && value < (edges[at + 1] ?? edge))

export const isWithin = (frame: Frame, word: RawWord): boolean =>
  indexOf(frame.xs, word.x + word.width / 2) >= 0 && indexOf(frame.ys, word.y + word.height / 2) >= 0

/** A drawn frame with its words → rows of cells, merged ones at their top left. */
export const rowsOf = (frame: Frame, words: readonly RawWord[]): readonly RawRow[] => {
  const boxes = boxesOf(frame)
  const boxAt = new Map<string, number>()
  for (const [at, { row, column, rows, columns }] of boxes.entries())
    for (let down = row; down < row + rows; down++)
      for (let across = column; across < column + columns; across++) boxAt.set(`${down},${across}`, at)
  const contents = boxes.map((): RawWord[] => [])
  for (const word of words) {
    const place = `${indexOf(frame.ys, word.y + word.height / 2)},${indexOf(frame.xs, word.x + word.width / 2)}`
    contents[boxAt.get(place) ?? -1]?.push(word)
  }
  const cells = boxes.map((box, at) => ({ row: box.row, cell: rawCell(box, contents[at] ?? []) }))
  return Array.from({ length: frame.ys.length - 1 }, (_, row) => ({
    line: row + 1,
    cells: cells.filter((each) => each.row === row && each.cell.text !== '').map((each) => each.cell),
  }))
}

/** A line that ends at the cell's edge is no break of the text; a new bullet is. */
const joinWrapped = (lines: readonly string[]): string =>
  lines.reduce((text, line) => `${text}${/^[-–+•*]/.test(line) ? '\n' : ' '}${line}`, '').trim()

const rawCell = ({ column, rows, columns }: Box, words: readonly RawWord[]): RawCell => ({
  column,
  text: joinWrapped(textLines(words)),
  ...(rows > 1 ? { rowSpan: rows } : {}),
  ...(columns > 1 ? { columnSpan: columns } : {}),
})
