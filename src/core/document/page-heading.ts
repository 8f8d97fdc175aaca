import { fold } from './clean-text.ts'
import { readCode, splitCodeAndName } from './code.ts'
import { roleOfHeading } from './column-role.ts'
import { partAtGaps } from './heading-parts.ts'
import { isTotalLine, lineText, type PageLine, type PageText, type Segment, segmentsOf } from './page-lines.ts'

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
    'hinh thuc dieu tra xhh xa hoi hoc khao sat xep hang loai cchc ty le lo trinh nam lan vong giai hoi dong dat duoc thieu tong cong cac cua tctp tc de tu no ' +
    'huong dan bieu khung cap tren ly do tru thoi han gian tien hoan san pham nguoi trach chiu nhiem giao theo doi dau moi luu chi tiet dien hieu ky chung'
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

/** Not across a page or a wide gap; a line that stands nearer to a code below it than to the headings above is the first row's. */
const isNear = ({ lines, scale }: PageText, start: number, index: number): boolean => {
  const [above, line, below] = [lines[index - 1], lines[index], lines[index + 1]]
  if (index === start || !above || !line) return true
  const gap = line.y - above.y
  if (above.page !== line.page || gap >= scale.lineHeight * 3.2) return false
  return !(below && readCode(below.words[0]?.text ?? '') && (below.y - line.y) * 1.5 < gap)
}

/** Nearly all its words are words of headings, and it begins with no code. */
const isHeadingLine = (line: PageLine): boolean => {
  if (line.words.length > 45 || splitCodeAndName(lineText(line)) !== undefined || (isTotalLine(line) && /\d$/u.test(lineText(line))))
    return false
  const tokens = fold(lineText(line))
    .split(/[ /]/)
    .filter((token) => token !== '')
  const known = tokens.filter((token) => words.has(token) || /^20\d\d$/.test(token)).length
  return tokens.length > 0 && known * 4 >= tokens.length * 3
}

const headingOf = (text: PageText, top: number, end: number): PageHeading | undefined => {
  const body = text.lines.slice(end, end + (text.scale.lineHeight === 1 ? 60 : 400))
  for (let start = top; start < end; start++) {
    const rows = text.lines.slice(start, end).map((line) => segmentsOf(line, text.scale.columnGap))
    if (isTitle(rows) && !standsClose(text, start)) continue
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

/** A heading of two lines in one column begins above the headings of one line, without a gap. */
const standsClose = ({ lines, scale }: PageText, start: number): boolean =>
  (lines[start + 1]?.y ?? Number.POSITIVE_INFINITY) - (lines[start]?.y ?? 0) < scale.lineHeight * 1.1

/** A lone text above lines of several pieces. */
const isTitle = ([first = [], ...below]: readonly (readonly Segment[])[]): boolean =>
  first.length === 1 && (first[0]?.words.length ?? 0) > 4 && below.some((row) => row.length > 1)

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
  /\bxep hang\b/,
  /\bxep loai\b/,
  /\bten don vi\b/,
  /\bdon vi (?:\w+ )?don vi\b/,
]

const namesTwo = (text: string): boolean => {
  const words = fold(text)
  return kinds.filter((kind) => kind.test(words)).length > 1 || /\b(?:don vi|co quan) \w+ diem\b/.test(words)
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
