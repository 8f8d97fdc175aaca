import { fold } from './clean-text.ts'
import { roleOfHeading } from './column-role.ts'
import { binWidth, coverage } from './page-columns.ts'
import type { PageLine, PlacedWord, Segment } from './page-lines.ts'

/** Headings that stand close: a piece is parted between two words where the words below leave a way through and stand on both sides of it. */
export const partAtGaps = (rows: readonly (readonly Segment[])[], body: readonly PageLine[]): readonly (readonly Segment[])[] => {
  const step = binWidth([...body.map((line) => line.words.at(-1)?.right ?? 0), ...rows.flat().map((piece) => piece.right)])
  const crossed = coverage(body, step)
  const quiet = Math.max(1, body.length * 0.02)
  const over = (left: number, right: number): Int32Array =>
    crossed.slice(Math.max(0, Math.floor(left / step)), Math.max(Math.floor(left / step) + 1, Math.ceil(right / step)))
  const isInked = (left: number, right: number): boolean => Math.max(...over(left, right)) > quiet
  const parted = rows.map((row) =>
    row.flatMap((piece, index) => {
      const [from, to] = [row[index - 1]?.right ?? 0, row[index + 1]?.left ?? piece.right + (piece.right - piece.left)]
      return partPiece(
        piece,
        (before, word, part) =>
          areTwoHeadings(part, piece.words, word) ||
          (mayBegin(word, before) &&
            Math.min(...over(before.right, word.left)) <= quiet &&
            isInked(part[0] === piece.words[0] ? from : (part[0]?.left ?? 0), before.right) &&
            isInked(word.left, to)),
      )
    }),
  )
  return parted.map((row) => row.flatMap((piece) => partPiece(piece, (_, word) => beginsBelow(parted, row, word))))
}

/** A word right below or above the beginning of a heading that has another heading before it. */
const beginsBelow = (rows: readonly (readonly Segment[])[], row: readonly Segment[], word: PlacedWord): boolean =>
  rows.some(
    (other) =>
      other !== row && other.some((piece, index) => index > 0 && Math.abs(piece.left - word.left) <= 1 && isClose(other[index - 1], piece)),
  )

const isClose = (before: Segment | undefined, piece: Segment): boolean => before !== undefined && piece.left - before.right <= 1

/** A heading begins with a capital, or is a year beside a year; words in small letters go on with the one before. */
const mayBegin = (word: PlacedWord, before: PlacedWord): boolean =>
  /^[\p{Lu}(]/u.test(word.text) || (/^20\d\d$/u.test(word.text) && /^20\d\d$/u.test(before.text))

const wordColumns: ReadonlySet<string> = new Set(['unit', 'lead', 'coordinating', 'note', 'calculation', 'evidence'])

/** "TT Tiêu chí", "Điểm tối đa Điểm tự chấm": the words before and those that follow are headings of two kinds. */
const areTwoHeadings = (before: readonly PlacedWord[], words: readonly PlacedWord[], word: PlacedWord): boolean => {
  if (!/^\p{Lu}/u.test(word.text)) return false
  const after = words.slice(words.indexOf(word))
  const next = after.findIndex(({ text }, index) => index > 0 && /^\p{Lu}\p{Ll}/u.test(text))
  const roles = [before, next < 0 ? after : after.slice(0, next)].map((each) => roleOfHeading(each.map(({ text }) => text).join(' ')))
  if (roles[0] === 'code') return roles[1] === 'name'
  if (before.length === 1) return fold(before[0]?.text ?? '') === 'diem' && roles[1] !== undefined && wordColumns.has(roles[1])
  if (roles[0] === 'unit' && (roles[1] === 'points' || roles[1] === 'max')) return true
  return before[0]?.text === word.text || (roles[0] !== undefined && roles[0] !== 'unit' && roles[1] !== undefined && roles[0] !== roles[1])
}

/** `isParted` is given the words on both sides and the part before. */
const partPiece = (
  piece: Segment,
  isParted: (before: PlacedWord, word: PlacedWord, part: readonly PlacedWord[]) => boolean,
): readonly Segment[] => {
  const parts: PlacedWord[][] = []
  for (const word of piece.words) {
    const before = parts.at(-1)?.at(-1)
    if (before === undefined || isParted(before, word, parts.at(-1) ?? [])) parts.push([word])
    else parts.at(-1)?.push(word)
  }
  return parts.map((part) => ({
    text: part.map(({ text }) => text).join(' '),
    left: part[0]?.left ?? 0,
    right: part.at(-1)?.right ?? 0,
    words: part,
  }))
}
