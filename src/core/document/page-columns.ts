import type { PageHeading } from './page-heading.ts'
import { type PageLine, type PageScale, segmentsOf } from './page-lines.ts'

/** Where columns part: `borders[i]` is the right edge of column i. */
export type Borders = readonly number[]

const bins = 2400

/** Between two headings the border runs where the fewest words below cross it, in the middle of the widest such stretch. */
export const bordersOf = (heading: PageHeading, body: readonly PageLine[]): Borders => {
  const right = Math.max(
    ...body.flatMap((line) => line.words.map((word) => word.right)),
    ...heading.columns.map((column) => column.right),
    1,
  )
  const step = right / bins
  const crossed = coverage(body, step)
  return heading.columns.slice(1).map((column, index) => {
    const before = heading.columns[index]
    if (!before) return column.left
    const from = Math.floor((before.left + before.right) / 2 / step)
    const to = Math.ceil((column.left + column.right) / 2 / step)
    return quietest(crossed, from, to) * step
  })
}

/** How many words lie over each of the bins the width is cut into. */
const coverage = (lines: readonly PageLine[], step: number): Int32Array => {
  const changes = new Int32Array(bins + 2)
  for (const line of lines) {
    for (const word of line.words) {
      const [from, to] = [Math.floor(word.left / step), Math.ceil(word.right / step)]
      changes[Math.max(0, from)] = (changes[Math.max(0, from)] ?? 0) + 1
      changes[Math.min(bins + 1, to)] = (changes[Math.min(bins + 1, to)] ?? 0) - 1
    }
  }
  for (let index = 1; index < changes.length; index++) changes[index] = (changes[index] ?? 0) + (changes[index - 1] ?? 0)
  return changes
}

const quietest = (crossed: Int32Array, from: number, to: number): number => {
  const least = Math.min(...crossed.subarray(from, to))
  let best = { start: from, length: 0 }
  let start = -1
  for (let index = from; index <= to; index++) {
    if (index < to && crossed[index] === least) {
      if (start < 0) start = index
    } else if (start >= 0) {
      if (index - start > best.length) best = { start, length: index - start }
      start = -1
    }
  }
  return best.start + best.length / 2
}

/** The text of a line by columns. Words that run over a border without a gap belong to the cell they began in (merged cells). */
export const cellsOfLine = (line: PageLine, borders: Borders, scale: PageScale): readonly string[] => {
  const cells: string[][] = Array.from({ length: borders.length + 1 }, () => [])
  for (const segment of segmentsOf(line, scale.columnGap)) {
    const start = columnOf(segment.left + 0.01, borders)
    const overruns = segment.words.some((word) =>
      borders.some((border) => word.left < border - 0.2 * (word.right - word.left) && word.right > border + 0.2 * (word.right - word.left)),
    )
    for (const word of segment.words) cells[overruns ? start : columnOf((word.left + word.right) / 2, borders)]?.push(word.text)
  }
  return cells.map((words) => words.join(' '))
}

const columnOf = (x: number, borders: Borders): number => {
  const index = borders.findIndex((border) => x < border)
  return index < 0 ? borders.length : index
}
