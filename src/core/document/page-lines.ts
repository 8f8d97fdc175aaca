import { cleanText } from './clean-text.ts'
import type { RawLine, RawPage } from './raw-document.ts'
import { isTotal } from './row-words.ts'

/** A word at its place on a page; `bottom` and `top` grow downward through the whole document, so that lines of later pages lie below. */
export interface PlacedWord {
  readonly text: string
  readonly left: number
  readonly right: number
}

/** Words on one level of a page, from left to right. */
export interface PageLine {
  readonly page: number
  /** Number of the line in the document, as `line` of problems. */
  readonly line: number
  /** Middle of the line on its page; units are those of the page. */
  readonly y: number
  readonly words: readonly PlacedWord[]
}

/** What distances mean on these pages: the height of a line, and the gap from which two words no longer belong together. */
export interface PageScale {
  readonly lineHeight: number
  readonly columnGap: number
}

export interface PageText {
  readonly lines: readonly PageLine[]
  readonly scale: PageScale
}

/** Words of PDF pages, put together to lines. Words that hold blanks are parted; page numbers at the edges are left out. */
export const linesOfPages = (pages: readonly RawPage[]): PageText => {
  const heights = pages.flatMap((page) => page.words.map((word) => word.height)).sort((a, b) => a - b)
  const height = heights[Math.floor(heights.length / 2)] ?? 12
  let number = 0
  const lines = pages.flatMap((page) =>
    groupByHeight(page, height * 0.28).flatMap((words) => {
      const y = words.reduce((sum, word) => sum + word.y + word.height / 2, 0) / words.length
      if (isPageNumber(words, y, page.height)) return []
      number += 1
      return [{ page: page.page, line: number, y, words: words.flatMap(partWord).sort((a, b) => a.left - b.left) }]
    }),
  )
  return { lines, scale: { lineHeight: height, columnGap: height * 0.62 } }
}

type Word = RawPage['words'][number]

const groupByHeight = (page: RawPage, tolerance: number): readonly (readonly Word[])[] => {
  const words = page.words.filter((word) => word.text.trim() !== '').sort((a, b) => a.y + a.height / 2 - (b.y + b.height / 2))
  const groups: Word[][] = []
  for (const word of words) {
    const last = groups.at(-1)
    const first = last?.[0]
    if (last && first && Math.abs(first.y + first.height / 2 - word.y - word.height / 2) <= tolerance) last.push(word)
    else groups.push([word])
  }
  return groups
}

const isPageNumber = (words: readonly Word[], y: number, pageHeight: number): boolean =>
  words.length === 1 && /^[-–]?\s*\d{1,4}\s*[-–]?$/u.test(words[0]?.text.trim() ?? '') && (y < pageHeight * 0.08 || y > pageHeight * 0.92)

const partWord = (word: Word): readonly PlacedWord[] => {
  const text = word.text.normalize('NFC')
  const pieces = [...text.matchAll(/\S+/gu)]
  const step = word.width / Math.max(text.length, 1)
  return pieces.map((piece) => ({
    text: piece[0],
    left: word.x + piece.index * step,
    right: word.x + (piece.index + piece[0].length) * step,
  }))
}

/** Text that keeps its columns by blanks, as `pdftotext -layout` gives it: one blank is one unit. */
export const linesOfLayout = (lines: readonly RawLine[]): PageText => ({
  lines: lines.flatMap(({ text, line }) => {
    const words = [...text.replace(/\t/gu, '        ').normalize('NFC').matchAll(/\S+/gu)].map((match) => ({
      text: match[0],
      left: match.index,
      right: match.index + match[0].length,
    }))
    return words.length === 0 ? [] : [{ page: 1, line, y: line, words }]
  }),
  scale: { lineHeight: 1, columnGap: 1.5 },
})

/** Words of a line that stand together. */
export interface Segment {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly words: readonly PlacedWord[]
}

export const segmentsOf = (line: PageLine, gap: number): readonly Segment[] => {
  const groups: PlacedWord[][] = []
  for (const word of line.words) {
    const last = groups.at(-1)
    if (last && word.left - (last.at(-1)?.right ?? 0) < gap) last.push(word)
    else groups.push([word])
  }
  return groups.map(segmentOf)
}

export const segmentOf = (words: readonly PlacedWord[]): Segment => ({
  text: words.map((word) => word.text).join(' '),
  left: words[0]?.left ?? 0,
  right: words.at(-1)?.right ?? 0,
  words,
})

/** "TỔNG CỘNG (I + II) 15": a line that sums the table. */
export const isTotalLine = (line: PageLine): boolean => isTotal(lineText(line).replace(/[\d.,\s]+$/u, ''))

export const lineText = (line: PageLine): string => cleanText(line.words.map((word) => word.text).join(' '))
