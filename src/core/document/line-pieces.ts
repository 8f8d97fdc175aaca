import { cleanText } from './clean-text.ts'
import type { RawLine } from './raw-document.ts'

/** A line of text copied out of a page. `block` counts the runs of lines that blank lines part; all are 0 where nothing parts them. */
export interface Piece extends RawLine {
  readonly block: number
}

/** The filled lines with the block they stand in, without the numbers of the columns; text of which hardly any line is followed by a blank one has no blocks. */
export const piecesOf = (lines: readonly RawLine[]): readonly Piece[] => {
  const pieces: Piece[] = []
  let block = 0
  let isOpen = false
  for (const { text, line } of lines) {
    const clean = cleanText(text)
    if (/^\(\d{1,2}\)$/u.test(clean)) continue
    if (clean === '') {
      if (isOpen) block += 1
      isOpen = false
      continue
    }
    isOpen = true
    pieces.push({ text: clean, line, block })
  }
  return block * 3 > pieces.length ? pieces : pieces.map((piece) => ({ ...piece, block: 0 }))
}

export const haveBlocks = (pieces: readonly Piece[]): boolean => pieces.some(({ block }) => block > 0)

/** The lines of each block as one text; without blocks every line is one. */
export const blocksOf = (pieces: readonly Piece[]): readonly Piece[] => {
  if (!haveBlocks(pieces)) return pieces
  const blocks: Piece[] = []
  for (const piece of pieces) {
    const last = blocks.at(-1)
    if (last?.block === piece.block) blocks[blocks.length - 1] = { ...last, text: `${last.text} ${piece.text}` }
    else blocks.push(piece)
  }
  return blocks
}
