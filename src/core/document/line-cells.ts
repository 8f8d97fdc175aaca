import { fold } from './clean-text.ts'
import type { LineColumn } from './line-heading.ts'
import type { Piece } from './line-pieces.ts'
import { isCalculationLine, isUnfinished } from './row-words.ts'
import { beginsUnit } from './unit-names.ts'

/** The texts right of the points by column; `isSure` where no other way of sharing them out is as likely. */
export interface SharedTexts {
  readonly cells: Readonly<Partial<Record<LineColumn, string>>>
  readonly isSure: boolean
}

const isUnit = (text: string): boolean => beginsUnit(text) || /^Các (?:sở|phòng|ban|đơn vị|cơ quan|xã|bộ phận)/u.test(text)

interface Way {
  readonly at: readonly number[]
  readonly likelihood: number
}

/** How well a text fits a column by what such columns hold. */
const fit = (text: string, column: LineColumn): number => {
  const words = fold(text)
  if (column === 'lead' || column === 'coordinating') return isUnit(text) ? 2 : -2
  const isTime = /^(?:quy|thang|thuong xuyen|hang|ca nam|truoc|trong|nam|ngay|\d{1,2} \d{1,2}\b|theo (?:tien|ke)\b)/.test(words)
  if (column === 'deadline') return isTime ? 2 : -1
  if (column === 'survey') return /^(?:x|v|tham dinh|dieu tra.*|khao sat.*|xhh)$/.test(words) || /^[\d,.]+$/u.test(text) ? 2 : -2
  if (isUnit(text)) return -1
  if (column === 'calculation') return isCalculationLine(text) || /\d/u.test(text) || /^(?:tinh|cham|moi|neu|dat)\b/.test(words) ? 1 : 0
  if (column === 'evidence')
    return /^(?:ke hoach|bao cao|van ban|quyet dinh|so lieu|anh|ho so|ket luan|cong bo|bien ban|danh sach|giay|bai|thong bao)/.test(words)
      ? 1
      : 0
  return -0.2
}

/** Shares texts out among columns in printed order: the likeliest way, each column at most once, what is left over to the last one taken. */
export const shareOut = (whole: readonly Piece[], columns: readonly LineColumn[]): SharedTexts => {
  const pieces = columns.includes('deadline') ? whole.flatMap(withoutTime) : whole
  if (pieces.length === 0 || columns.length === 0) return { cells: {}, isSure: pieces.length === 0 }
  const [best] = waysOf(pieces.slice(0, 8), columns)
  if (!best) return { cells: {}, isSure: false }
  const cells: Partial<Record<LineColumn, string>> = {}
  pieces.forEach(({ text }, index) => {
    const column = columns[best.at[Math.min(index, best.at.length - 1)] ?? 0] as LineColumn
    cells[column] = cells[column] === undefined ? text : `${cells[column]}${/^[-–+•]/u.test(text) ? '\n' : ' '}${text}`
  })
  const isTold = (index: number): boolean => fit(pieces[index]?.text ?? '', columns[best.at[index] ?? 0] as LineColumn) >= 1
  return {
    cells,
    isSure:
      columns.length === 1 ||
      pieces.length === columns.length ||
      best.at.every((column, index) => column === best.at[index - 1] || isTold(index)),
  }
}

/** "Thanh tra tỉnh Tháng 12": a unit, or the end of its name, and the time beside it. */
const withoutTime = (piece: Piece): readonly Piece[] => {
  const at =
    isUnit(piece.text) || /^\p{Ll}/u.test(piece.text)
      ? piece.text.search(
          /\s(?:Quý [IVX\d]|Tháng \d|Thường xuyên|Hằng |Hàng |Trước ngày|Cả năm|Theo (?:kế hoạch|tiến độ)|\d{1,2}\/\d{1,2})/u,
        )
      : -1
  return at < 0
    ? [piece]
    : [
        { ...piece, text: piece.text.slice(0, at) },
        { ...piece, text: piece.text.slice(at + 1) },
      ]
}

const waysOf = (pieces: readonly Piece[], columns: readonly LineColumn[]): Way[] => {
  let ways: readonly Way[] = [{ at: [], likelihood: 0 }]
  for (const { text } of pieces)
    ways = ways
      .flatMap((way) => {
        const last = way.at.at(-1) ?? 0
        return columns.flatMap((column, index) => {
          if (index < last) return []
          const again = index === way.at.at(-1)
          const likelihood =
            way.likelihood +
            (again ? (/^\p{Ll}/u.test(text) || isUnfinished(pieces[way.at.length - 1]?.text ?? '') ? 1.5 : -1.2) : fit(text, column)) -
            index * 0.2
          return [{ at: [...way.at, index], likelihood }]
        })
      })
      .sort((a, b) => b.likelihood - a.likelihood)
      .slice(0, 60)
  return [...ways]
}
