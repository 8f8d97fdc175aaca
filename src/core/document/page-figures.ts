import type { PageLine, PageScale, PlacedWord } from './page-lines.ts'

/** From where to where something reaches. */
export interface Stretch {
  readonly left: number
  readonly right: number
}

/** Where the figures of a column stand, to tell a figure pushed against the text before it from one within the text. */
export interface FigureStretch extends Stretch {
  readonly column: number
}

export const figureShape = /^[-–]?\d{1,3}(?:[.,]\d{1,4})?$/u

/**
 * The stretch that the figures of a heading take: of all places near it (`reach` to both sides) the one where most figures stand above one another.
 * `undefined` where there are none.
 */
export const figureStretch = (lines: readonly PageLine[], heading: Stretch, column: number, reach: number): FigureStretch | undefined => {
  const middle = (heading.left + heading.right) / 2
  const words = lines
    .flatMap((line) => line.words.filter((word) => figureShape.test(word.text)))
    .filter(({ left, right }) => Math.abs((left + right) / 2 - middle) <= (heading.right - heading.left) / 2 + reach)
    .sort((a, b) => a.left - b.left)
  const width = Math.max(reach / 2, ...words.slice(0, 50).map(({ left, right }) => right - left))
  let best: readonly PlacedWord[] = []
  for (let from = 0, to = 0; from < words.length; from++) {
    while (to < words.length && (words[to]?.left ?? 0) - (words[from]?.left ?? 0) <= width) to += 1
    if (to - from > best.length) best = words.slice(from, to)
  }
  return best.length === 0 ? undefined : { column, left: best[0]?.left ?? 0, right: Math.max(...best.map(({ right }) => right)) }
}

/** Whether a word is a figure in its place. */
export const isFigureThere = (word: PlacedWord, { left, right }: FigureStretch, { lineHeight }: PageScale): boolean => {
  const slack = lineHeight === 1 ? (/[.,]/u.test(word.text) ? 4 : 2) : lineHeight * 0.5
  return figureShape.test(word.text) && word.left >= left - slack && word.right <= right + slack
}
