import { cleanText, isUpperCase } from './clean-text.ts'
import type { Decision } from '../source.ts'

/** What the text around a table says about it; unknown parts are empty, an unknown year is 0. */
export interface DocumentFacts {
  readonly title: string
  readonly decision: Decision
  readonly year: number
  /** The year the document itself was signed in, where it says so. */
  readonly documentYear?: number
}

const numberShape = String.raw`(\d{1,5}\s*(?:\/\d{4})?\s*\/\s*[A-ZĐ]{2,5}(?:\s*-\s*[A-ZĐa-zđ0-9]+)*)`
const dateShape = String.raw`(\d{1,2})\s*(?:\/|-|\.|\s*tháng\s*)\s*(\d{1,2})\s*(?:\/|-|\.|\s*năm\s*)\s*(\d{4})`
const cited = new RegExp(
  `(?:số\\s*:?\\s*)?${numberShape}\\s*,?\\s*(?:ngày\\s*${dateShape})?(?:\\s*của\\s+(?:Chủ tịch\\s+)?([^;.()\\n]{3,80}?)(?=\\s+(?:về|V\\/v|ban hành|phê duyệt|công bố|quy định)|[;.,()\\n]|$))?`,
  'u',
)

/** Reads the facts of the head. `lines` is the running text before the table and the rows above its headings, in order. */
export const documentFacts = (lines: readonly string[]): DocumentFacts => {
  const clean = lines.map(cleanText).filter((line) => line !== '')
  const title = titleOf(clean)
  const documentYear = signedYear(clean)
  return { title, decision: decisionOf(clean), year: yearOf(title, clean), ...(documentYear ? { documentYear } : {}) }
}

/** "(Ban hành kèm theo Quyết định số …)" names the decision of the table; else the document's own number; else the decision that approved the set. */
const decisionOf = (lines: readonly string[]): Decision => {
  const text = lines.join('\n').replace(/\n(?=\p{Ll})/gu, ' ')
  const attached = /(?:ban hành )?kèm theo (?:quyết định|kế hoạch|công văn|hướng dẫn|thông báo)[^\n]*(?:\n[^\n]*){0,2}/iu.exec(text)?.[0]
  if (attached) return decisionIn(attached.replace(/\n/gu, ' ')) ?? unknownDecision
  const approving = text
    .split('\n')
    .filter((line) => /^căn cứ?/iu.test(line))
    .find((line) => /chỉ số|bộ tiêu chí/iu.test(line) && /phê duyệt|ban hành/iu.test(line))
  const own = lines.find((line) => /^số\s*:?\s*\d+\s*\//iu.test(line))
  return (own && ownDecision(own, lines)) || (approving && decisionIn(approving)) || unknownDecision
}

const unknownDecision: Decision = { number: '', date: '', issuer: '' }

const decisionIn = (text: string): Decision | undefined => {
  const match = cited.exec(text)
  if (!match?.[1]) return undefined
  const [, number, day, month, year, issuer] = match
  return { number: number.replace(/\s/gu, ''), date: isoDate(day, month, year), issuer: cleanText(issuer ?? '') }
}

const ownDecision = (line: string, lines: readonly string[]): Decision | undefined => {
  const number = new RegExp(numberShape, 'u').exec(line)?.[1]
  if (!number) return undefined
  const dated = lines.map((each) => new RegExp(`ngày\\s*${dateShape}`, 'u').exec(each)).find((match) => match !== null)
  return { number: number.replace(/\s/gu, ''), date: isoDate(dated?.[1], dated?.[2], dated?.[3]), issuer: '' }
}

const isoDate = (day?: string, month?: string, year?: string): string =>
  day && month && year && Number(day) <= 31 && Number(month) <= 12 ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : ''

const yearOf = (title: string, lines: readonly string[]): number => {
  const named =
    /năm\s*(20\d\d)/iu.exec(title) ?? /chỉ số (?:CCHC|cải cách hành chính)[^.;\n]{0,60}?năm\s*(20\d\d)/iu.exec(lines.slice(-12).join(' '))
  return named?.[1] ? Number(named[1]) : 0
}

const signedYear = (lines: readonly string[]): number | undefined => {
  const match = lines.map((line) => /ngày\s*\d{0,2}\s*tháng\s*\d{0,2}\s*năm\s*(20\d\d)/iu.exec(line)).find((each) => each !== null)
  return match?.[1] ? Number(match[1]) : undefined
}

const titleStart =
  /^(?:phụ lục|bộ tiêu chí|bộ chỉ số|bảng|biểu|đề án|kế hoạch|phiếu|báo cáo|danh mục|tiêu chí|chỉ số|kết quả|phân công|xếp hạng|quy định)/iu

/** The capitals nearest above the table, or the line that begins as titles do, with the lines that go on with it. */
const titleOf = (lines: readonly string[]): string => {
  const start = lines.findLastIndex((line) => (titleStart.test(line) || isUpperCase(line)) && !isLetterhead(line) && line.length < 300)
  if (start < 0) return ''
  let first = start
  while (first > 0 && isUpperCase(lines[first - 1] ?? '') && !isLetterhead(lines[first - 1] ?? '') && isUpperCase(lines[start] ?? ''))
    first -= 1
  const rest = lines
    .slice(start + 1)
    .findIndex(
      (line) =>
        /^[(*“"]?\s*(?:\(|ban hành|kèm theo|căn cứ|stt|đơn vị tính|(?:tên )?(?:đơn vị|cơ quan)[^:]{0,40}:)/iu.test(line) ||
        isLetterhead(line),
    )
  const end = isUpperCase(lines[start] ?? '') ? start + 1 + Math.min(rest < 0 ? 3 : rest, 3) : start + 1
  return titleLines(lines.slice(first, end)).join(' ').replace(/[*_]+/gu, '').trim()
}

/** Capitals and at most two lines of small letters that explain them. */
const titleLines = (lines: readonly string[]): readonly string[] => {
  const small = lines.findIndex((line, index) => index > 0 && /^(?:\d|[IVX]+\.|-|căn cứ)/iu.test(line))
  return small < 0 ? lines : lines.slice(0, small)
}

const isLetterhead = (line: string): boolean =>
  /^(?:UBND|ỦY BAN|UỶ BAN|CỘNG H|Độc lập|BAN|SỞ|PHÒNG|SO\b|Số|STT|TM\.|KT\.|Nơi nhận|.*CỘNG HÒA XÃ HỘI)/u.test(line) && line.length < 160
