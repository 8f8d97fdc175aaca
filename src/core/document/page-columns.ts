import { readCode } from './code.ts'
import { type FigureStretch, figureShape, isFigureThere, type Stretch } from './page-figures.ts'
import { isTotalLine, type PageLine, type PageScale, type PlacedWord, type Segment, segmentOf, segmentsOf } from './page-lines.ts'

/** Where columns part: `borders[i]` is the right edge of column i. */
export type Borders = readonly number[]

const bins = 2400

/** The width of a bin so that all of them together reach over everything. */
export const binWidth = (rights: readonly number[]): number => rights.reduce((most, right) => Math.max(most, right), 1) / bins

/** Between two headings the border runs where the fewest words below cross it, in the middle of the widest such stretch. */
export const bordersOf = (headings: readonly Stretch[], body: readonly PageLine[]): Borders => {
  const step = binWidth([...body.map((line) => line.words.at(-1)?.right ?? 0), ...headings.map((heading) => heading.right)])
  const crossed = coverage(body, step)
  return headings.slice(1).map((heading, index) => {
    const before = headings[index]
    if (!before) return heading.left
    const from = Math.floor((before.left + before.right) / 2 / step)
    const to = Math.ceil((heading.left + heading.right) / 2 / step)
    return quietest(crossed, from, to, Math.floor(body.length * 0.04)) * step
  })
}

/** How many words lie over each of the bins the width is cut into. */
export const coverage = (lines: readonly PageLine[], step: number): Int32Array => {
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

/** The middle of the widest stretch that no word crosses; where there is none, that few words cross. */
const quietest = (crossed: Int32Array, from: number, to: number, few: number): number => {
  const fewest = Math.min(...crossed.subarray(from, to))
  const least = fewest === 0 ? 0 : Math.max(few, fewest)
  let best = { start: from, length: 0 }
  let start = -1
  for (let index = from; index <= to; index++) {
    if (index < to && (crossed[index] ?? 0) <= least) {
      if (start < 0) start = index
    } else if (start >= 0) {
      if (index - start > best.length) best = { start, length: index - start }
      start = -1
    }
  }
  return best.start + best.length / 2
}

/**
 * The text of a line by columns. Words that run over a border without a gap belong to the cell they began in (merged cells), but a figure that stands
 * where the figures of its column do, or alone just before them, is one of them.
 */
export const cellsOfLine = (
  line: PageLine,
  borders: Borders,
  scale: PageScale,
  figures: FigureStretch | undefined,
  lefts: readonly number[] = [],
): LineCells => {
  const cells: string[][] = Array.from({ length: borders.length + 1 }, () => [])
  const segments = segmentsOf(line, scale.columnGap)
  const parted = scale.lineHeight === 1 ? segments.flatMap((segment) => partTouching(segment, borders, figures, lefts)) : segments
  let filled = -1
  const touched: Segment[] = []
  for (const segment of parted) {
    const start = columnOf(segment.left + 0.01, borders)
    const words = segment.words.map((word) => ({
      word,
      isFigure: figures !== undefined && isFigureOf(word, segment, line, borders, scale, figures),
    }))
    // A gap parts columns: a second piece that only begins left of the border, where the first one stands, is the next column's.
    const isSecond =
      scale.lineHeight === 1 && parted.indexOf(segment) > 0 && start === filled && columnOf(segment.right - 0.01, borders) > start
    const overruns = words.some(({ word, isFigure }) => !isFigure && runsOver(word, borders))
    if (!isSecond && !overruns && touchesTexts(words, borders, figures)) touched.push(segment)
    for (const { word, isFigure } of words) {
      const column = isFigure ? (figures?.column ?? 0) : overruns ? start : columnOf((word.left + word.right) / 2, borders)
      filled = isSecond && !isFigure ? Math.max(column, start + 1) : column
      cells[filled]?.push(word.text)
    }
  }
  const isTouched = scale.lineHeight === 1 && touched.length > 0
  return { cells: cells.map((words) => words.join(' ')), isCut: parted.length > segments.length || isTouched }
}

/** Words of one piece that fall into two columns of words by nothing but the border between them; a cell that begins with a capital shows its beginning. */
const touchesTexts = (
  words: readonly { readonly word: PlacedWord; readonly isFigure: boolean }[],
  borders: Borders,
  figures: FigureStretch | undefined,
): boolean => {
  const placed = words.flatMap(({ word, isFigure }) =>
    isFigure ? [] : [{ text: word.text, column: columnOf((word.left + word.right) / 2, borders) }],
  )
  return placed.some(
    ({ text, column }, index) =>
      index > 0 &&
      column !== placed[index - 1]?.column &&
      /^\p{Ll}/u.test(text) &&
      column !== figures?.column &&
      placed[index - 1]?.column !== figures?.column,
  )
}

/** The cells of a line; `isCut` where two of them touched and were parted by what columns usually begin with. */
export interface LineCells {
  readonly cells: readonly string[]
  readonly isCut: boolean
}

/**
 * Cells of text that touch in laid-out text: they part before the word that stands nearest to where the
 * right column begins, a capital before a small letter. A text that runs on over several columns, or over figures, is one merged cell.
 */
const partTouching = (
  segment: Segment,
  borders: Borders,
  figures: FigureStretch | undefined,
  lefts: readonly number[],
): readonly Segment[] => {
  const [first, last] = [columnOf(segment.left + 0.01, borders), columnOf(segment.right - 0.01, borders)]
  const office = officeAcross(segment, first, borders)
  if (office > 0) return [segment.words.slice(0, office), segment.words.slice(office)].map(segmentOf)
  const left = lefts[last]
  if (last !== first + 1 || left === undefined || figures?.column === first || figures?.column === last) return [segment]
  if (!segment.words.some((word) => runsOver(word, borders)) && !beginsBeforeCapital(segment, first, borders)) return [segment]
  const distance = ({ text, left: at }: PlacedWord): number => Math.abs(at - left) - (/^[\p{Lu}\-–]/u.test(text) ? 2.2 : 0)
  const [nearest] = segment.words.slice(1).sort((a, b) => distance(a) - distance(b))
  if (!nearest || distance(nearest) > 3) return [segment]
  const at = segment.words.indexOf(nearest)
  return [segment.words.slice(0, at), segment.words.slice(at)].map(segmentOf)
}

/** A figure in its place, or, in laid-out text, one alone or with a decimal sign in the column before it on a line that begins with a code. */
const isFigureOf = (
  word: PlacedWord,
  segment: Segment,
  line: PageLine,
  borders: Borders,
  scale: PageScale,
  figures: FigureStretch,
): boolean => {
  if (isFigureThere(word, figures, scale)) return true
  const isAlone = segment.words.length === 1 || endsName(word, segment, line, figures, scale)
  const isPushed = scale.lineHeight === 1 && (isAlone || /[.,]/u.test(word.text)) && figureShape.test(word.text) && word !== line.words[0]
  const begins = readCode(line.words[0]?.text ?? '') !== undefined || isTotalLine(line)
  return isPushed && begins && columnOf((word.left + word.right) / 2, borders) === figures.column - 1
}

/** "của Văn | phòng Ban": the border runs through the first two words of an office, which begin the cell on its right. */
const officeAcross = ({ words }: Segment, first: number, borders: Borders): number => {
  const at = words.findIndex((word) => columnOf((word.left + word.right) / 2, borders) > first)
  const head = words
    .slice(at - 1, at + 1)
    .map(({ text }) => text)
    .join(' ')
  return at > 1 && /^(?:Văn phòng|Thanh tra|Lãnh đạo|Trung tâm|Công an|Chi cục|Các phòng|Các sở|Các đơn)$/u.test(head) ? at - 1 : 0
}

/** "kịp thời: 3 Ảnh chụp": the word right of the border is a figure, and a capital follows, with which cells begin. */
const beginsBeforeCapital = ({ words }: Segment, first: number, borders: Borders): boolean => {
  const at = words.findIndex((word) => columnOf((word.left + word.right) / 2, borders) > first)
  return at > 0 && /^\d/u.test(words[at]?.text ?? '') && /^\p{Lu}/u.test(words[at + 1]?.text ?? '')
}

/** The last word of a name, where the line has no figure in its place and nothing before it that is counted. */
const endsName = (word: PlacedWord, { words }: Segment, line: PageLine, figures: FigureStretch, scale: PageScale): boolean =>
  word === words.at(-1) &&
  !/^(?:độ|mức|số|tháng|năm|quý|cấp|lần|khoản|điều|loại|từ|đến|trên|dưới)$/u.test(words.at(-2)?.text ?? '') &&
  !line.words.some((other) => other !== word && isFigureThere(other, figures, scale))

const runsOver = (word: PlacedWord, borders: Borders): boolean =>
  borders.some((border) => word.left < border - 0.2 * (word.right - word.left) && word.right > border + 0.2 * (word.right - word.left))

const columnOf = (x: number, borders: Borders): number => {
  const index = borders.findIndex((border) => x < border)
  return index < 0 ? borders.length : index
}
