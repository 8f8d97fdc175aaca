import { cleanText, isUpperCase } from './clean-text.ts'
import type { Code } from '../framework/code.ts'
import { nextCode } from '../framework/code-series.ts'
import { readCode, splitCodeAndName, splitRomanAndName } from './code.ts'
import type { RawLine } from './raw-document.ts'
import { isCalculationLine, isTotal } from './row-words.ts'
import { beginsUnit } from './unit-names.ts'
import { unitRun } from './unit-run.ts'

/** The lines of one row of running text, its code apart. */
export interface FlowRow {
  readonly line: number
  readonly code: string
  readonly texts: readonly string[]
}

/** Stands among the texts of a row where the headings were printed again. */
export const pageBreak = '\f'

interface Cutting {
  readonly rows: { line: number; code: string; texts: string[] }[]
  /** Codes that are open: the last one of each depth. */
  open: readonly Code[]
  isEnded: boolean
  /** Points have a decimal comma, so that `1.5` is a code and never points. */
  readonly hasCommas: boolean
  /** Nothing stands after the points, so that a line below them is a row of its own. */
  readonly hasOnlyPoints: boolean
}

/** Cuts lines into rows: a row begins with the code that may follow the codes before it; the grand total ends the table. */
export const flowRows = (
  lines: readonly RawLine[],
  headings: ReadonlySet<string>,
  hasOnlyPoints: boolean,
): { readonly rows: readonly FlowRow[]; readonly rest: readonly RawLine[] } => {
  const hasCommas = lines.filter(({ text }) => /(?:^|\s)\d{1,3},\d{1,2}(?:\s|$)/u.test(text)).length > 2
  const cutting: Cutting = { rows: [], open: [], isEnded: false, hasCommas, hasOnlyPoints }
  let index = 0
  for (; index < lines.length && !cutting.isEnded; index++) {
    const raw = lines[index]
    const text = cleanText(raw?.text ?? '')
    if (!raw || text === '') continue
    if (headings.has(text)) {
      const row = cutting.rows.at(-1)
      if (row && row.texts.length > 0 && row.texts.at(-1) !== pageBreak) row.texts.push(pageBreak)
      continue
    }
    cutLine(
      cutting,
      { text, line: raw.line },
      cleanText(lines.slice(index + 1, index + 4).find((each) => each.text.trim() !== '')?.text ?? ''),
    )
  }
  return { rows: cutting.rows, rest: lines.slice(index) }
}

const cutLine = (cutting: Cutting, { text, line }: RawLine, next: string): void => {
  const row = cutting.rows.at(-1)
  const total = /^(\D*?)\s*(\d{1,3}(?:[.,]\d+)?)?(?:\s+\d[\d.,\s]*)?$/u.exec(text)
  if (row && total?.[1] && isTotal(total[1])) {
    cutting.rows.push({ line, code: '', texts: [text] })
    cutting.isEnded = total[2] !== undefined
    return
  }
  const begun = beginning(text, next)
  if (
    begun &&
    follows(cutting.open, begun.code) &&
    !((begun.code.parts.length === 1 || !cutting.hasCommas) && isPoints(row, begun, next) && !startsArea(cutting.open, begun, next))
  ) {
    cutting.rows.push({ line, code: begun.code.text, texts: begun.rest === '' ? [] : [begun.rest] })
    cutting.open = [
      ...cutting.open.filter((code) =>
        code.kind !== begun.code.kind ? rank(code) < rank(begun.code) : code.parts.length < begun.code.parts.length,
      ),
      begun.code,
    ]
  } else if (row && begun && startsSection(begun, next) && hasEnded(row, cutting)) cutting.isEnded = true
  else if (row && endsWithPoints(row.texts) && (cutting.hasOnlyPoints ? /^[-–+*•<>\p{Lu}]|^\d+\s*%/u.test(text) : beginsLevel(text)))
    cutting.rows.push({ line, code: '', texts: [text] })
  else if (row && !(isLoneInteger(text) && hasPoints(row.texts) && !beginsUnit(next))) row.texts.push(text)
}

/** A line that says how points are given and ends with them. */
const beginsLevel = (text: string): boolean =>
  /^[-–+•\p{Lu}\d]/u.test(text) && isCalculationLine(text) && /:\s*\d+(?:[.,]\d+)?$/u.test(text)

export const rank = (code: Code): number => ['letter', 'roman', 'number', 'smallLetter'].indexOf(code.kind)

/** "3. Tổ chức thực hiện" below a table: a numbered text that names no units. */
const startsSection = ({ code, rest }: Beginning, next: string): boolean =>
  code.parts.length === 1 && code.kind === 'number' && rest !== '' && !unitRun(rest) && !beginsUnit(`${rest} ${next}`)

/** Whether some line of the row ended with its points. */
const endsWithPoints = (texts: readonly string[]): boolean =>
  texts.slice(-linesOfUnits).some((text) => /(?:^|[^,\d]\s)\d{1,3}(?:[.,]\d{1,4})?$/u.test(text))

/** A new numbered section after a complete row: the table is over. */
const hasEnded = (row: { readonly texts: readonly string[] }, { rows }: Cutting): boolean => rows.length > 3 && hasPoints(row.texts)

const isLoneInteger = (text: string): boolean => /^[-–]?\s*\d{1,4}\s*[-–]?$|^trang\s+\d+/iu.test(text)

interface Beginning {
  readonly code: Code
  readonly rest: string
}

const beginning = (text: string, next: string): Beginning | undefined => {
  const split = splitCodeAndName(text) ?? splitRomanAndName(text)
  if (split) return { code: split.code, rest: split.name }
  const alone = readCode(text)
  if (!alone || alone.raw) return undefined
  return alone.parts.length > 1 || /^\p{Lu}/u.test(next) ? { code: alone, rest: '' } : undefined
}

/** Points that begin a line look like a code: the row above still wants points, and what follows them is nothing or units. */
const isPoints = (row: { readonly texts: readonly string[] } | undefined, begun: Beginning, next: string): boolean => {
  if (!row || begun.code.kind !== 'number' || begun.code.parts.length > 2 || hasPoints(row.texts)) return false
  return (
    begun.rest === '' ||
    (isCalculationLine(begun.rest) &&
      /\d/u.test(begun.rest) &&
      !row.texts.some((text) => /(?:^|\s)\d{1,3}(?:[.,]\d+)?(?:\s|$)/u.test(text))) ||
    unitRun(begun.rest) !== undefined ||
    (begun.rest.length <= 12 && beginsUnit(`${begun.rest} ${next}`))
  )
}

/** Over how many lines the units of a row may run. */
const linesOfUnits = 12

/** The number of the next area alone on a line, its headline in capitals below. */
const startsArea = (open: readonly Code[], { code, rest }: Beginning, next: string): boolean =>
  rest === '' && isUpperCase(next) && open[0] !== undefined && nextCode(open[0]) === code.text

/** Whether the row so far ends with points, or with points and units. */
export const hasPoints = (texts: readonly string[]): boolean => {
  const text = texts.slice(-linesOfUnits).join('\n')
  const match = /^(?:.*(?:\n|[^,\s] +))?(\d{1,3}(?:[.,]\d{1,4})?)(?:\s+(\D.*))?$/su.exec(text)
  return match !== null && (match[2] === undefined || unitRun(match[2]) !== undefined)
}

/** Whether a code may stand next: below an open code, or after it, with at most two missing in between. */
export const follows = (open: readonly Code[], code: Code): boolean => {
  if (open.length === 0) return true
  if (open.some((each) => each.text === code.text && each.kind === code.kind)) return code.parts.length > 1
  const siblings = open.filter((each) => each.kind === code.kind && each.parts.length === code.parts.length)
  const parent = code.parts.slice(0, -1).join('.')
  const isBelow = code.parts.length > 1 && open.some((each) => each.kind === code.kind && each.text === parent)
  if (isBelow && (code.parts.at(-1) ?? 0) <= 3) return true
  if (siblings.some((each) => [1, 2, 3].some((step) => nextCode(each, step) === code.text))) return true
  if (code.parts.length === 2 && code.parts[1] === 1 && code.parts[0] === (open[0]?.parts[0] ?? 0) + 1) return true
  const isFirst = (code.parts.at(-1) ?? 0) === 1 && code.parts.length === 1
  if (isFirst) return open.at(-1)?.kind !== code.kind && rank(open.at(-1) as Code) < rank(code)
  return code.parts.length > 1 && siblings.length === 0 && (code.parts[0] ?? 0) <= (open[0]?.parts[0] ?? 0) + 1
}
