import type { RawWord } from '../../core/document/raw-document.ts'
import type { Glyph } from './pdf-glyphs.ts'

/** Shares of the letter height: how far baselines of one line may part, and how wide a gap must be to part two words. */
const sameLine = 0.25
const wordGap = 0.18
const drawnTwice = 0.12

/**
 * Characters → words, by their places alone. The order of drawing does not matter: programs that borrow letters with tone marks from a second
 * font draw the word and its missing letters separately. A word drawn twice for bold stands once. Combining marks join their letter (NFC).
 */
export const wordsOf = (glyphs: readonly Glyph[]): readonly RawWord[] =>
  linesOf(glyphs).flatMap((line) =>
    cutWords(line)
      .map(wordOf)
      .filter((word) => word.text !== ''),
  )

const linesOf = (glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] => {
  const lines: Glyph[][] = []
  for (const glyph of [...glyphs].sort((first, second) => first.y - second.y)) {
    const line = lines.at(-1)
    const start = line?.[0]
    if (line && start && glyph.y - start.y <= sameLine * Math.min(start.height, glyph.height)) line.push(glyph)
    else lines.push([glyph])
  }
  return lines.map((line) => line.sort((first, second) => first.x - second.x))
}

const cutWords = (line: readonly Glyph[]): readonly (readonly Glyph[])[] => {
  const words: Glyph[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const glyph of line) {
    // A space that lies on letters of another font is no gap: the gap between the letters decides.
    if (glyph.text.trim() === '') continue
    const word = words.at(-1)
    const last = word?.at(-1)
    if (word && last && isDrawnAgain(word, glyph)) continue
    if (word && glyph.x - end <= wordGap * glyph.height) word.push(glyph)
    else words.push([glyph])
    end = Math.max(end, glyph.x + glyph.width)
  }
  return words
}

const isDrawnAgain = (word: readonly Glyph[], glyph: Glyph): boolean =>
  word
    .slice(-3)
    .some(
      (each) =>
        each.text === glyph.text && Math.abs(each.x - glyph.x) < drawnTwice * glyph.height && glyph.width > drawnTwice * 2 * glyph.height,
    )

const wordOf = (glyphs: readonly Glyph[]): RawWord => {
  const [first] = glyphs
  const x = first?.x ?? 0
  const height = Math.max(...glyphs.map((glyph) => glyph.height))
  const end = Math.max(...glyphs.map((glyph) => glyph.x + glyph.width))
  const text = glyphs
    .map((glyph) => glyph.text)
    .join('')
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u00ad\u200b-\u200f\ufeff]/g, '')
    .trim()
  return { text, x: rounded(x), y: rounded((first?.y ?? 0) - height), width: rounded(end - x), height: rounded(height) }
}

const rounded = (length: number): number => Math.round(length * 100) / 100
