import { fold, isUpperCase } from './clean-text.ts'
import { readCode, splitCodeAndName } from './code.ts'
import { isTitleStart } from './document-facts.ts'
import { isTotal } from './row-words.ts'

/** A stretch of lines with a table of its own. */
export interface Section {
  readonly start: number
  readonly end: number
}

const annex = /^(?:phụ lục|biểu(?: mẫu)?|mẫu)(?: số)?\s*:?\s*(?:\d{1,2}|[IVX]{1,5}|[A-H])?[a-z]?\b[.:]?$/iu

/**
 * Parts lines where another table begins: below a total or below the title of an annex the headings stand again and the codes begin anew. Headings that are
 * only printed again on the next page go on with their codes and part nothing.
 */
export const sectionsOf = (texts: readonly string[]): readonly Section[] => {
  const starts = [0]
  const headings = texts.flatMap((text, index) => (isHeadingStart(text) ? [index] : []))
  const [first] = headings
  if (first === undefined) return [{ start: 0, end: texts.length }]
  const firstCode = codeBelow(texts, first)
  for (const heading of headings.slice(1)) {
    const from = Math.max(starts.at(-1) ?? 0, first + 1)
    const opening = openingOf(texts, from, heading)
    if (opening !== undefined && firstCode !== undefined && codeBelow(texts, heading) === firstCode) starts.push(opening)
  }
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? texts.length }))
}

const isHeadingStart = (text: string): boolean => /^(?:stt|tt|so tt|ma so|ma tieu chi)\b/.test(fold(text.slice(0, 40)))

/** The first code within the lines below a heading, told by the beginning of a line. */
const codeBelow = (texts: readonly string[], heading: number): string | undefined => {
  for (const text of texts.slice(heading + 1, heading + 30)) {
    const code = readCode(text) ?? splitCodeAndName(text.replace(/\s+/gu, ' ').trim())?.code
    if (code) return code.text
  }
  return undefined
}

/** Where the title above a heading begins; `undefined` where neither a total nor an annex stands between. */
const openingOf = (texts: readonly string[], from: number, heading: number): number | undefined => {
  const between = texts.slice(from, heading)
  const title = between.findLastIndex((text) => annex.test(text.trim()))
  if (title >= 0) return from + title
  const total = between.findLastIndex((text) => isTotal(text.trim().replace(/[\d.,\s]+$/u, '')))
  if (total < 0) return undefined
  const below = between.findIndex((text, index) => index > total && (isTitleStart(text.trim()) || isUpperCase(text)))
  return below < 0 ? heading : from + below
}
