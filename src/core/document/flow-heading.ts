import { cleanText, fold, isUpperCase } from './clean-text.ts'
import { splitCodeAndName, splitRomanAndName } from './code.ts'
import type { RawLine } from './raw-document.ts'
import { isTotal } from './row-words.ts'

/** A column of a table whose borders are lost, in the order of the headings. */
export type FlowColumn =
  | 'code'
  | 'name'
  | 'max'
  | 'lead'
  | 'coordinating'
  | 'note'
  | 'claimed'
  | 'appraised'
  | 'calculation'
  | 'evidence'
  | 'survey'

/** Headings in running text: the lines they take and the columns they name. */
export interface FlowHeading {
  readonly start: number
  readonly end: number
  readonly columns: readonly FlowColumn[]
}

const words: readonly (readonly [FlowColumn, RegExp])[] = [
  ['code', /\b(?:stt|tt|so tt|ma so|ma)\b/],
  ['name', /\b(?:tieu chi|noi dung|linh vuc|nhiem vu|chi tieu)\b/],
  ['claimed', /\btu (?:danh gia|cham)\b/],
  ['appraised', /(?<!(?:chu tri|co quan|don vi|theo doi|phong|so noi vu) )\btham dinh\b/],
  ['survey', /\b(?:dieu tra|xhh|xa hoi hoc|hinh thuc danh gia)\b/],
  ['calculation', /\b(?:cach (?:tinh|cham|danh gia)|phuong phap|huong dan)\b/],
  ['evidence', /\b(?:kiem chung|minh chung|chung minh)\b/],
  ['max', /(?<!(?:cach|phap|dan|thuc) (?:tinh|cham|danh gia) )\b(?:diem|thang diem|muc diem|toi da)\b/],
  ['lead', /\b(?:chu tri|thuc hien chinh|phu trach|tham muu|chiu trach nhiem|dau moi|(?:don vi|co quan|phong) (?:theo doi|tham dinh))\b/],
  ['coordinating', /\bphoi hop\b/],
  ['note', /\bghi (?:\p{L}+ )?chu\b/u],
]

const longest = 24

/** The first lines that name a code or a name, and points, right above a line that begins with a code. */
export const findFlowHeading = (lines: readonly RawLine[]): FlowHeading | undefined => {
  for (let start = 0; start < lines.length; start++) {
    if (!/^(?:stt|tt|so tt|ma|tieu chi|noi dung|linh vuc)\b/.test(fold((lines[start]?.text ?? '').slice(0, 60)))) continue
    if (isTitle(lines[start]?.text ?? '')) continue
    const heading = flowHeadingAt(lines, start)
    if (heading) return heading
  }
  return undefined
}

/** "TIÊU CHÍ, THANG ĐIỂM ĐÁNH GIÁ …": capitals over the whole width that no running number begins. */
const isTitle = (text: string): boolean => text.length > 35 && isUpperCase(text) && !/^(?:stt|tt|số tt|mã)/iu.test(text)

const flowHeadingAt = (lines: readonly RawLine[], start: number): FlowHeading | undefined => {
  for (let end = start + 1; end < Math.min(lines.length, start + longest); end++) {
    const text = lines[end]?.text.trim() ?? ''
    if (text.length > 200) return undefined
    if (!beginsTable(text) && !isTotalOnTop(text, lines[end + 1]?.text ?? '')) continue
    const columns = columnsIn(lines.slice(start, end))
    return columns.includes('name') && columns.includes('max') ? { start, end, columns } : undefined
  }
  return undefined
}

/** "1 CÔNG TÁC …", "I. …", "1.1 …", or the code alone where every cell has a line of its own. */
const beginsTable = (text: string): boolean =>
  /^(?:1|I|A|1\.1|1\.1\.1|\p{Lu}{1,4}0?1)\s*[.):]?$/u.test(text) ||
  splitCodeAndName(text) !== undefined ||
  splitRomanAndName(text)?.code.text === 'I'

/** The grand total may stand above the rows, its points behind it or on the next line. */
const isTotalOnTop = (text: string, next: string): boolean => {
  const title = text.replace(/[\d.,\s]+$/u, '')
  return isTotal(title) && (title.length < text.trim().length || /^\s*\d{1,4}(?:[.,]\d+)?\s*$/u.test(next))
}

const columnsIn = (lines: readonly RawLine[]): readonly FlowColumn[] => {
  const text = fold(lines.map((line) => line.text).join(' '))
  const found = words.flatMap(([column, pattern]) => {
    const at = text.search(pattern)
    return at < 0 ? [] : [{ column, at }]
  })
  return found.sort((a, b) => a.at - b.at).map(({ column }) => column)
}

/** The lines of the headings as printed, to know them again at the top of a page. */
export const headingLines = (lines: readonly RawLine[], heading: FlowHeading): ReadonlySet<string> =>
  new Set(
    lines
      .slice(heading.start, heading.end)
      .map(({ text }) => cleanText(text))
      .filter((text) => text !== ''),
  )
