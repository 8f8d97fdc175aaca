import type { LineColumn } from './line-heading.ts'
import { unitRun } from './unit-run.ts'

const figure = String.raw`[-–]?\d{1,3}(?:[.,]\d{1,4})?`
const leadingRun = new RegExp(String.raw`^(${figure}(?:\s+${figure})*)(?:\s+(\D.*))?$`, 'su')

/** The figures a line begins with and what stands after them; a percent or a word in small letters makes them part of a sentence. */
export const leadingFigures = (text: string): { readonly figures: readonly string[]; readonly rest: string } | undefined => {
  const [, run, rest = ''] = leadingRun.exec(text) ?? []
  if (!run || /^[\p{Ll}%/]/u.test(rest.replace(/^[xX](?=\s|$)\s*/u, ''))) return undefined
  return { figures: run.split(/\s+/u), rest }
}

/** Words after which a figure counts something. */
const counts =
  /(?:^|\s)(?:mức|mức độ|độ|số|tháng|năm|quý|khoản|điều|điểm|trên|dưới|từ|đến|ít nhất|tối đa|tối thiểu|lần|cấp|loại|thứ|là|còn|giai đoạn|và|ngày|chương|hơn|khóa|khoá)$/u

/**
 * The figures within a line of a name: those that end it, or the first that a capital, a bullet or units follow. Where nothing but points stands to the right
 * of the names only the end counts.
 */
export const figureIn = (
  text: string,
  columns: readonly LineColumn[],
  isSum: boolean,
): { readonly before: string; readonly figures: readonly string[]; readonly after: string } | undefined => {
  const hasTexts = columns.some((column) => textColumns.has(column))
  for (const match of text.matchAll(new RegExp(String.raw`(?<=\s)${figure}(?:\s+${figure})*(?=\s|$)`, 'gu'))) {
    const [before, after] = [text.slice(0, match.index).trim(), text.slice(match.index + match[0].length).trim()]
    if (after !== '' && (!hasTexts || !/^[\p{Lu}\-–+•xX]/u.test(after))) continue
    if (!isSum && after !== '' && !/[.,]/u.test(match[0]) && counts.test(before) && !unitRun(after)) continue
    return { before, figures: match[0].split(/\s+/u), after }
  }
  return undefined
}

const textColumns: ReadonlySet<LineColumn> = new Set(['lead', 'coordinating', 'note', 'calculation', 'evidence', 'deadline', 'survey'])
