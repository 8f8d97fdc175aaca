import { fold } from './clean-text.ts'
import { type ColumnRole, roleOfHeading } from './column-role.ts'
import { findFlowHeading, type FlowColumn, headingLines } from './flow-heading.ts'
import { haveBlocks, type Piece } from './line-pieces.ts'

/** Headings of copied text: where the rows begin, what the columns hold in printed order, and the lines that are headings wherever they stand again. */
export interface LineHeading {
  readonly start: number
  readonly end: number
  readonly columns: readonly LineColumn[]
  readonly printed: ReadonlySet<string>
  /** Headings that stand behind the rows of their page: what follows them belongs to rows far above. */
  readonly moved: ReadonlySet<string>
}

export type LineColumn = Exclude<FlowColumn, never> | 'deadline'

const columnOfRole: Readonly<Partial<Record<ColumnRole, LineColumn>>> = {
  code: 'code',
  name: 'name',
  max: 'max',
  points: 'max',
  lead: 'lead',
  coordinating: 'coordinating',
  note: 'note',
  claimed: 'claimed',
  firstAppraisal: 'appraised',
  calculation: 'calculation',
  evidence: 'evidence',
  survey: 'survey',
  deadline: 'deadline',
}

/** Finds the headings; where blank lines part their cells each is read by itself, and one that was moved to the end of its page is found there. */
export const findLineHeading = (pieces: readonly Piece[]): LineHeading | undefined => {
  const found = findFlowHeading(pieces)
  if (!found) return undefined
  const lines = pieces.slice(found.start, found.end)
  const printed = headingLines(pieces, found)
  if (!haveBlocks(pieces)) return { ...found, columns: withDeadline(found.columns, lines), printed, moved: new Set() }
  const cells = [...lines, ...movedCells(pieces, found.end)]
  const columns = columnsOfBlocks(cells)
  const moved = new Set(cells.slice(lines.length).map(({ text }) => text))
  return columns.includes('name') && columns.includes('max') ? { ...found, columns, printed, moved } : undefined
}

const withDeadline = (columns: readonly FlowColumn[], lines: readonly Piece[]): readonly LineColumn[] => {
  const text = fold(lines.map((line) => line.text).join(' '))
  const at = text.search(/\bthoi (?:gian|han)\b/)
  if (at < 0) return columns
  const before = columns.filter((column) => text.search(signs[column] ?? /$/) < at)
  return [...before, 'deadline', ...columns.slice(before.length)]
}

const signs: Readonly<Partial<Record<FlowColumn, RegExp>>> = {
  code: /^/,
  name: /tieu chi|noi dung|nhiem vu/,
  max: /\bdiem\b/,
  lead: /chu tri/,
  coordinating: /phoi hop/,
}

/** Headings of a column that the program put behind the rows: blocks below them that say nothing but what a column holds. */
const movedCells = (pieces: readonly Piece[], from: number): readonly Piece[] =>
  pieces.filter(
    ({ text, block }, index) =>
      index >= from &&
      text.length <= 40 &&
      pieces[index - 1]?.block !== block &&
      pieces[index + 1]?.block !== block &&
      movable.test(fold(text)),
  )

const movable =
  /^(?:ghi chu|(?:diem (?:dieu tra )?)?xhh|(?:(?:don vi|co quan|phong) )?(?:chu tri|phoi hop|tham muu|theo doi)(?: (?:thuc hien|tham dinh|theo doi))?|(?:don vi|co quan) tham dinh|(?:tai lieu|ho so|van ban) (?:kiem chung|minh chung)|diem (?:tu cham|tham dinh|tu danh gia)|(?:hinh thuc|cach) (?:danh gia|tinh diem|cham diem))$/

/** "Tổng" heads the sum of parts; a unit that appraises leads. */
const columnOf = (words: string): LineColumn | undefined => {
  if (/^tong(?: so| diem| cong)*$/.test(words)) return 'max'
  if (/^hinh thuc danh gia$/.test(words)) return 'survey'
  return /^(?:don vi|co quan|phong)(?: \w+)? (?:tham dinh|theo doi)/.test(words) ? 'lead' : undefined
}

const columnsOfBlocks = (cells: readonly Piece[]): readonly LineColumn[] => {
  const texts = new Map<number, string>()
  for (const { text, block } of cells) texts.set(block, `${texts.get(block) ?? ''} ${text}`)
  const roles = [...texts.values()].map((text) => columnOf(fold(text)) ?? columnOfRole[roleOfHeading(text) ?? 'other'])
  return [...new Set(roles.filter((role) => role !== undefined))]
}
