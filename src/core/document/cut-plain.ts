import type { PlainDocument, PlainPart } from './plain-of-document.ts'

/** Letters of a document that are kept for showing it: some hundred pages. */
const mostLetters = 400_000

const lettersOf = (row: string | readonly string[]): number => (typeof row === 'string' ? row.length : row.join('\t').length) + 1

/** Lines of a part as far as they fit. */
const fitting = <Row extends string | readonly string[]>(rows: readonly Row[], room: number): readonly Row[] => {
  let left = room
  const end = rows.findIndex((row) => (left -= lettersOf(row)) < 0)
  return end < 0 ? rows : rows.slice(0, end)
}

const cutPart = (part: PlainPart, room: number): PlainPart =>
  part.kind === 'text' ? { ...part, lines: fitting(part.lines, room) } : { ...part, rows: fitting(part.rows, room) }

const sizeOf = (part: PlainPart): number => (part.kind === 'text' ? part.lines : part.rows).reduce((sum, row) => sum + lettersOf(row), 0)

/** The beginning of a document, in whole lines; `isCut` where it says more. Parts without a word are left out. */
export const cutPlain = ({ parts }: PlainDocument, letters = mostLetters): PlainDocument & { readonly isCut: boolean } => {
  let room = letters
  let isCut = false
  const kept: PlainPart[] = []
  for (const part of parts.filter((each) => sizeOf(each) > 0)) {
    const size = sizeOf(part)
    if (room > 0) kept.push(size <= room ? part : cutPart(part, room))
    isCut ||= size > room
    room -= size
  }
  return { parts: kept, isCut }
}
