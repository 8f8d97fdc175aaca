import { fold } from './clean-text.ts'
import { splitCodeAndName } from './code.ts'
import { roleOfHeading } from './column-role.ts'
import { binWidth, coverage } from './page-columns.ts'
import { lineText, type PageLine, type PageText, type PlacedWord, type Segment, segmentsOf } from './page-lines.ts'

/** Headings of a table on a page: their lines and the stretch each column's heading takes. */
export interface PageHeading {
  readonly start: number
  /** First line below the headings. */
  readonly end: number
  readonly columns: readonly HeadingStretch[]
}

export interface HeadingStretch {
  readonly text: string
  readonly left: number
  readonly right: number
}

const highest = 8

const words = new Set(
  (
    'stt tt so thu tu ma tieu chi thanh phan linh vuc noi dung nhiem vu ten diem chuan toi da quy dinh theo thang muc don vi co quan phong ban bo can ' +
    'chu tri phoi hop thuc hien phu trach tham muu ghi cach tinh phuong phap cham danh gia tham dinh ket qua tai lieu kiem chung minh ho so yeu cau ' +
    'dieu tra xhh xa hoi hoc khao sat xep hang loai cchc ty le lo trinh nam lan vong giai hoi dong dat duoc thieu tong cong cac cua tctp tc de tu no'
  ).split(' '),
)

/** The first lines that name columns. */
export const findPageHeading = (text: PageText, from = 0): PageHeading | undefined => {
  let end = from
  while (end < text.lines.length) {
    let start = end
    while (start < text.lines.length && !isHeadingLine(text.lines[start] as PageLine)) start += 1
    end = start
    while (end < text.lines.length && end - start < highest && isHeadingLine(text.lines[end] as PageLine) && isNear(text, start, end))
      end += 1
    const heading = end > start ? headingOf(text, start, end) : undefined
    if (heading) return heading
    end = Math.max(end, start + 1)
  }
  return undefined
}

const isNear = ({ lines, scale }: PageText, start: number, index: number): boolean => {
  const [above, line] = [lines[index - 1], lines[index]]
  return index === start || !above || !line || (above.page === line.page && line.y - above.y < scale.lineHeight * 3.2)
}

/** Nearly all its words are words of headings, and it begins with no code. */
const isHeadingLine = (line: PageLine): boolean => {
  if (line.words.length > 45 || splitCodeAndName(lineText(line)) !== undefined) return false
  const tokens = fold(lineText(line))
    .split(' ')
    .filter((token) => token !== '')
  const known = tokens.filter((token) => words.has(token) || /^20\d\d$/.test(token)).length
  return tokens.length > 0 && known * 4 >= tokens.length * 3
}

const headingOf = (text: PageText, top: number, end: number): PageHeading | undefined => {
  const body = text.lines.slice(end, end + (text.scale.lineHeight === 1 ? 60 : 400))
  for (let start = top; start < end; start++) {
    const rows = text.lines.slice(start, end).map((line) => segmentsOf(line, text.scale.columnGap))
    if (rows.flat().some(({ text: piece }) => /^\d+,\d+$/u.test(piece))) continue
    const columns = columnsOf(rows, body)
    const roles = new Set(columns.map(({ text: heading }) => roleOfHeading(heading)))
    const hasYears = columns.some(({ text: heading }) => /(?<!\d)20\d\d(?!\d)/u.test(heading))
    const isNamed = roles.has('name') && (roles.has('max') || roles.has('points') || roles.has('claimed') || hasYears)
    const isRanked = roles.has('unit') && (roles.has('rank') || roles.has('points') || roles.has('percent'))
    if ((isNamed || isRanked) && columns.length >= 2) return { start, end, columns }
  }
  return undefined
}

/** One stretch per column; where a stretch names two columns, their headings stand too close and are parted by what lies below. */
const columnsOf = (rows: readonly (readonly Segment[])[], body: readonly PageLine[]): readonly HeadingStretch[] => {
  const plain = stretches(rows)
  return plain.some(({ text }) => namesTwo(text)) ? stretches(partAtGaps(rows, body)) : plain
}

const kinds = [
  /\bdiem\b/,
  /\bchu tri\b/,
  /\bphoi hop\b/,
  /\bghi (?:\w+ )*chu\b/,
  /tieu chi|noi dung|nhiem vu/,
  /\bstt\b|^tt\b/,
  /\byeu cau\b/,
  /kiem chung/,
  /\bdon vi (?:\w+ )?don vi\b/,
]

const namesTwo = (text: string): boolean => {
  const words = fold(text)
  return kinds.filter((kind) => kind.test(words)).length > 1
}

/** Headings that stand close: a piece is parted between two words where the words below leave a way through and stand on both sides of it. */
const partAtGaps = (rows: readonly (readonly Segment[])[], body: readonly PageLine[]): readonly (readonly Segment[])[] => {
  const step = binWidth([...body.map((line) => line.words.at(-1)?.right ?? 0), ...rows.flat().map((piece) => piece.right)])
  const crossed = coverage(body, step)
  const quiet = Math.max(1, body.length * 0.02)
  const over = (left: number, right: number): Int32Array =>
    crossed.slice(Math.max(0, Math.floor(left / step)), Math.max(Math.floor(left / step) + 1, Math.ceil(right / step)))
  const isInked = (left: number, right: number): boolean => Math.max(...over(left, right)) > quiet
  return rows.map((row) =>
    row.flatMap((piece, index) => {
      const [from, to] = [row[index - 1]?.right ?? 0, row[index + 1]?.left ?? piece.right + (piece.right - piece.left)]
      return partPiece(
        piece,
        (before, word, last) =>
          Math.min(...over(before.right, word.left)) <= quiet && isInked(last ?? from, before.right) && isInked(word.left, to),
      )
    }),
  )
}

/** A heading begins with a capital, or is a year beside a year; words in small letters go on with the one before. */
const mayBegin = (word: PlacedWord, before: PlacedWord): boolean =>
  /^[\p{Lu}(]/u.test(word.text) || (/^20\d\d$/u.test(word.text) && /^20\d\d$/u.test(before.text))

/** "TT Tiêu chí", "Điểm tối đa Điểm tự chấm": the words before and those that follow are headings of two kinds. */
const areTwoHeadings = (before: readonly PlacedWord[], words: readonly PlacedWord[], word: PlacedWord): boolean => {
  if (!/^\p{Lu}/u.test(word.text)) return false
  const after = words.slice(words.indexOf(word))
  const next = after.findIndex(({ text }, index) => index > 0 && /^\p{Lu}\p{Ll}/u.test(text))
  const roles = [before, next < 0 ? after : after.slice(0, next)].map((each) => roleOfHeading(each.map(({ text }) => text).join(' ')))
  if (roles[0] === 'code') return roles[1] === 'name'
  return before.length > 1 && roles[0] !== undefined && roles[0] !== 'unit' && roles[1] !== undefined && roles[0] !== roles[1]
}

/** `isWay` is given the words on both sides and where the part before began, if it is not the first. */
const partPiece = (
  piece: Segment,
  isWay: (before: PlacedWord, word: PlacedWord, from: number | undefined) => boolean,
): readonly Segment[] => {
  const parts: PlacedWord[][] = []
  for (const word of piece.words) {
    const before = parts.at(-1)?.at(-1)
    const isParted =
      before === undefined ||
      areTwoHeadings(parts.at(-1) ?? [], piece.words, word) ||
      (mayBegin(word, before) && isWay(before, word, parts.length > 1 ? parts.at(-1)?.[0]?.left : undefined))
    if (isParted) parts.push([word])
    else parts.at(-1)?.push(word)
  }
  return parts.map((part) => ({
    text: part.map(({ text }) => text).join(' '),
    left: part[0]?.left ?? 0,
    right: part.at(-1)?.right ?? 0,
    words: part,
  }))
}

/** Pieces above one another are one heading; a piece over several pieces of another line heads each of them. */
const stretches = (rows: readonly (readonly Segment[])[]): readonly HeadingStretch[] => {
  const spans = (piece: Segment): boolean =>
    rows.some((row) => !row.includes(piece) && row.filter((other) => overlap(piece, other) > 0.3 * (other.right - other.left)).length > 1)
  const all = rows.flatMap((row, index) => row.map((piece) => ({ piece, index, isSpanning: spans(piece) })))
  const groups: { left: number; right: number }[] = []
  for (const { piece } of all.filter((each) => !each.isSpanning).sort((a, b) => a.piece.left - b.piece.left)) {
    const last = groups.at(-1)
    if (last && piece.left < last.right) last.right = Math.max(last.right, piece.right)
    else groups.push({ left: piece.left, right: piece.right })
  }
  return groups.map((group) => ({
    ...group,
    text: all
      .filter(({ piece }) => overlap(piece, group) > 0)
      .map(({ piece }) => piece.text)
      .join(' '),
  }))
}

const overlap = (
  one: { readonly left: number; readonly right: number },
  other: { readonly left: number; readonly right: number },
): number => Math.min(one.right, other.right) - Math.max(one.left, other.left)

/** All headings of a table: the first ones and their repetitions on later pages, where columns may stand elsewhere. */
export const pageHeadings = (text: PageText): readonly PageHeading[] => {
  const first = findPageHeading(text)
  if (!first) return []
  const printed = new Set(text.lines.slice(first.start, first.end).map(wordsOf))
  const headings = [first]
  for (let start = first.end; start < text.lines.length; start++) {
    let end = start
    while (end < text.lines.length && printed.has(wordsOf(text.lines[end] as PageLine))) end += 1
    if (end === start) continue
    const again = headingOf(text, start, end)
    headings.push(again?.columns.length === first.columns.length ? again : { start, end, columns: first.columns })
    start = end
  }
  return headings
}

const wordsOf = (line: PageLine): string => fold(lineText(line))
