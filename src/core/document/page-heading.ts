import { fold } from './clean-text.ts'
import { readCode, splitCodeAndName } from './code.ts'
import { roleOfHeading } from './column-role.ts'
import { lineText, type PageLine, type PageText, type Segment, segmentsOf } from './page-lines.ts'

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

/** The first lines that name columns, right above a line that begins with a code or the first row of a table without codes. */
export const findPageHeading = (text: PageText): PageHeading | undefined => {
  for (let end = 1; end < text.lines.length; end++) {
    const line = text.lines[end]
    if (!line || !beginsTable(line)) continue
    const start = topOfHeading(text, end)
    const heading = start < end ? headingOf(text, start, end) : undefined
    if (heading) return heading
  }
  return undefined
}

/** A first code stands alone at the left, or a name follows it; above the middle of a cell the name may come first, so the line may also be its second. */
const beginsTable = (line: PageLine): boolean => {
  const first = line.words[0]?.text ?? ''
  return readCode(first) !== undefined || splitCodeAndName(lineText(line)) !== undefined
}

const topOfHeading = ({ lines, scale }: PageText, end: number): number => {
  let start = end
  while (start > 0 && end - start < highest) {
    const [above, below] = [lines[start - 1], lines[start]]
    if (!above || !below || above.page !== below.page) break
    if (start < end && below.y - above.y > scale.lineHeight * 3.2) break
    if (!isHeadingLine(above, scale.columnGap)) break
    start -= 1
  }
  return start
}

/** Several short pieces, or one that is no sentence. */
const isHeadingLine = (line: PageLine, gap: number): boolean => {
  const segments = segmentsOf(line, gap)
  return segments.length > 1 ? segments.every(({ text }) => text.length <= 60) : (segments[0]?.text.length ?? 0) <= 34
}

const headingOf = ({ lines, scale }: PageText, top: number, end: number): PageHeading | undefined => {
  for (let start = top; start < end; start++) {
    const rows = lines.slice(start, end).map((line) => segmentsOf(line, scale.columnGap))
    const columns = stretches(rows)
    const roles = new Set(columns.map(({ text }) => roleOfHeading(text)))
    const named = roles.has('name') && (roles.has('max') || roles.has('points') || roles.has('claimed'))
    const ranked = roles.has('unit') && (roles.has('rank') || roles.has('points') || roles.has('percent'))
    const years = columns.some(({ text }) => /(?<!\d)20\d\d(?!\d)/u.test(text))
    if ((named || ranked || (roles.has('name') && years)) && columns.length >= 3 && !isBody(rows, columns)) return { start, end, columns }
  }
  return undefined
}

const isBody = (rows: readonly (readonly Segment[])[], columns: readonly HeadingStretch[]): boolean =>
  columns.length < 2 || rows.flat().some(({ text }) => /^\d+,\d+$/u.test(text))

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

/** Whether a line repeats a line of the headings at the top of a page. */
export const repeatsHeadingLine = (heading: PageHeading, text: PageText): ((line: PageLine) => boolean) => {
  const printed = new Set(text.lines.slice(heading.start, heading.end).map((line) => fold(lineText(line))))
  return (line) => printed.has(fold(lineText(line)))
}
