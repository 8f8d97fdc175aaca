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
  const clean = lines.map(withoutMotto).filter((line) => line !== '')
  const title = titleOf(clean)
  const documentYear = signedYear(clean)
  return { title, decision: decisionOf(clean), year: yearOf(title, clean), ...(documentYear ? { documentYear } : {}) }
}

/** The letterhead stands in two columns; text that keeps no columns has the name of the state and its motto on the lines of the issuer. */
const withoutMotto = (line: string): string =>
  cleanText(
    line.replace(/CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc/giu, ''),
  )

/** "(Ban hành kèm theo Quyết định số …)" names the decision of the table; else the document's own number; else the decision that approved the set. */
const decisionOf = (lines: readonly string[]): Decision => {
  const text = lines.join('\n').replace(/\n(?=\p{Ll})/gu, ' ')
  const attached = [
    ...text.matchAll(/(?:ban hành )?kèm theo (?:quyết định|kế hoạch|công văn|hướng dẫn|thông báo)[^\n]*(?:\n[^\n]*){0,2}/giu),
  ]
    .flatMap(([each]) => decisionIn(each.replace(/\n/gu, ' ')) ?? [])
    .at(-1)
  if (attached) return attached
  const approving = text
    .split('\n')
    .filter((line) => /^căn cứ?/iu.test(line))
    .find((line) => /chỉ số|bộ tiêu chí/iu.test(line) && /phê duyệt|ban hành/iu.test(line))
  const own = lines.find((line) => /^số\s*:?\s*(?:\d+|\.{2,}|…+)?\s*\//iu.test(line))
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
  return { number: number.replace(/\s/gu, ''), date: isoDate(dated?.[1], dated?.[2], dated?.[3]), issuer: issuerAbove(lines, line) }
}

/** The authority whose name stands above its number, "ỦY BAN NHÂN DÂN" over "TỈNH …". */
const issuerAbove = (lines: readonly string[], number: string): string => {
  const at = lines.indexOf(number)
  const from = lines.slice(0, at).findLastIndex((line) => isIssuer(line))
  return from < 0 || at - from > 4 ? '' : lines.slice(from, at).filter(isUpperCase).join(' ')
}

const isIssuer = (line: string): boolean =>
  /^(?:UBND|HĐND|ỦY BAN|UỶ BAN|HỘI ĐỒNG NHÂN DÂN|BỘ|SỞ|BAN|THANH TRA|VĂN PHÒNG)(?=\s|$)/u.test(line) && isUpperCase(line)

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

/** Whether a line begins as titles of tables do. */
export const isTitleStart = (text: string): boolean => titleStart.test(text)

const titleStart =
  /^(?:phụ lục|bộ tiêu chí|bộ chỉ số|bảng|biểu|đề án|kế hoạch|phiếu|báo cáo|danh mục|tiêu chí|chỉ số|kết quả|phân công|xếp hạng|quy định)/iu

/** The capitals nearest above the table, or the line that begins as titles do, with the lines that go on with it; else what the decision says it issues. */
const titleOf = (whole: readonly string[]): string => {
  const lines = belowLetterhead(whole)
  const issued = issuedTitle(lines)
  const own = ownTitle(lines)
  return issued !== undefined && (own === '' || /^quyết định\b/iu.test(own)) ? issued : own
}

/** The lines below "ỦY BAN NHÂN DÂN / TỈNH … / Số: …", which are capitals too. */
const belowLetterhead = (lines: readonly string[]): readonly string[] => {
  const number = lines.findIndex((line, index) => index < 12 && /^số\s*:/iu.test(line))
  const from = lines.slice(0, Math.max(number, 0)).findIndex(isIssuer)
  return number > 0 && from >= 0 ? [...lines.slice(0, from), ...lines.slice(number + 1)] : lines
}

/** "QUYẾT ĐỊNH / Ban hành Bộ tiêu chí … / năm 2025": what is issued. */
const issuedTitle = (lines: readonly string[]): string | undefined => {
  const at = lines.findIndex(
    (line, index) =>
      /^(?:QUYẾT ĐỊNH|KẾ HOẠCH)$/u.test(lines[index - 1] ?? '') && /^(?:ban hành|phê duyệt|về việc|v\/v|công bố)/iu.test(line),
  )
  if (at < 0) return undefined
  const end = lines.findIndex((line, index) => index > at && (isUpperCase(line) || /^(?:căn cứ|điều \d|[-–_*]+$)/iu.test(line)))
  const text = lines.slice(at, end < 0 ? at + 1 : Math.min(end, at + 4)).join(' ')
  const named = text.replace(/^(?:về việc|v\/v)\s*/iu, '').replace(/^(?:ban hành|phê duyệt|công bố)\s+(?=\p{Lu})/iu, '')
  return cleanText(named)
}

const ownTitle = (lines: readonly string[]): string => {
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
  /^(?:UBND|ỦY BAN|UỶ BAN|CỘNG H|Độc lập|BAN|SỞ|PHÒNG|SO\b|Số|STT|TM\.|KT\.|CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|GIÁM ĐỐC|HỘI ĐỒNG NHÂN DÂN|QUYẾT ĐỊNH:|Điều \d|Nơi nhận|.*CỘNG HÒA XÃ HỘI)/u.test(
    line,
  ) && line.length < 160
