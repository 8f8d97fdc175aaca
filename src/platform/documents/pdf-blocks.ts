import type { RawBlock, RawCell, RawGrid, RawLine, RawPage, RawRow, RawWord } from '../../core/document/raw-document.ts'
import { type Frame, framesOf, near } from './pdf-frames.ts'
import { isWithin, rowsOf, textLines } from './pdf-grid.ts'
import type { Rule } from './pdf-rules.ts'

/** A page with its words and the lines drawn on it. */
export interface RuledPage {
  readonly page: RawPage
  readonly rules: readonly Rule[]
}

interface OpenGrid {
  readonly xs: readonly number[]
  readonly rows: RawRow[]
}

/**
 * Pages → blocks. A table with drawn borders becomes cells, and goes on over pages as long as its columns stand at the same places; what stands
 * around it becomes lines. A page without such a table stays a page of words.
 */
export const blocksOf = (pages: readonly RuledPage[]): readonly RawBlock[] => {
  const blocks: RawBlock[] = []
  let open: OpenGrid | undefined
  let lines = 0
  const addText = (words: readonly RawWord[]): void => {
    const text = textLines(words).map((each): RawLine => ({ text: each, line: ++lines }))
    if (text.length > 0) blocks.push({ kind: 'text', lines: text })
  }
  for (const { page, rules } of pages) {
    const frames = framesOf(rules).filter((frame) => page.words.filter((word) => isWithin(frame, word)).length > 1)
    if (frames.length === 0) {
      if (page.words.length > 0) blocks.push(page)
      continue
    }
    let left = page.words
    for (const [at, frame] of frames.entries()) {
      const top = frame.ys[0] ?? 0
      const above = left.filter((word) => word.y + word.height / 2 < top && !isWithin(frame, word))
      const goesOn: OpenGrid | undefined = at === 0 && open && haveSameColumns(open.xs, frame.xs) ? open : undefined
      // Between two pages of one table stand only page numbers and running heads.
      if (!goesOn) addText(above)
      open = addRows(
        goesOn,
        frame,
        left.filter((word) => isWithin(frame, word)),
        blocks,
      )
      left = left.filter((word) => !above.includes(word) && !isWithin(frame, word))
    }
    const isLast = page === pages.at(-1)?.page
    if (isLast || left.length > 8) addText(left)
  }
  return blocks
}

const haveSameColumns = (first: readonly number[], second: readonly number[]): boolean =>
  first.length === second.length && first.every((x, at) => Math.abs(x - (second[at] ?? 0)) <= near)

const addRows = (open: OpenGrid | undefined, frame: Frame, words: readonly RawWord[], blocks: RawBlock[]): OpenGrid => {
  const grid = open ?? { xs: frame.xs, rows: [] }
  if (!open) blocks.push({ kind: 'grid', rows: grid.rows } satisfies RawGrid)
  const offset = grid.rows.at(-1)?.line ?? 0
  const added = open ? withoutHeadings(rowsOf(frame, words), grid.rows) : rowsOf(frame, words)
  for (const [at, row] of added.entries()) {
    const last = grid.rows.at(-1)
    if (row.cells.length === 0) continue
    if (open && at === 0 && last && continuesRow(last, row)) grid.rows[grid.rows.length - 1] = joinRows(last, row)
    else grid.rows.push({ line: offset + row.line, cells: row.cells })
  }
  return grid
}

const textOf = (row: RawRow | undefined): string => row?.cells.map((cell) => cell.text).join('|') ?? ''

/** The rows of a further page without the headings of the table that it repeats at its top. */
const withoutHeadings = (added: readonly RawRow[], rows: readonly RawRow[]): readonly RawRow[] => {
  let headings = 0
  while (headings < added.length && textOf(added[headings]) === textOf(rows[headings])) headings++
  return added.slice(headings)
}

/** A row broken by the end of the page goes on without number and without figures, below cells that have text. */
const continuesRow = (last: RawRow, row: RawRow): boolean =>
  row.cells.every((cell) => cell.column > 0 && !/^[\d.,%]+$/.test(cell.text) && last.cells.some((above) => above.column === cell.column))

const joinRows = (last: RawRow, row: RawRow): RawRow => ({
  line: last.line,
  cells: last.cells.map((cell): RawCell => {
    const more = row.cells.find((each) => each.column === cell.column)
    return more ? { ...cell, text: `${cell.text} ${more.text}` } : cell
  }),
})
