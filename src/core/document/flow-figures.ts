import type { FlowRow } from './flow-rows.ts'
import { isTotal } from './row-words.ts'
import { unitRun } from './unit-run.ts'

/** Figures of a row, what stands before and what after them. */
export interface FoundFigures {
  readonly before: string
  readonly figures: readonly string[]
  readonly after: string
}

/** The last figures after which only units stand. "mức độ 3, 4 1 Phòng …": a row of figures counts from its end, as many as there are columns. */
export const findFigures = (text: string, columns: number, starts: ReadonlySet<string>): FoundFigures | undefined => {
  if (isTotal(text.replace(/[\d.,\s]+$/u, ''))) return splitAtFirstFigure(text)
  const figures = [...text.matchAll(/(?<=^|\s)\d{1,3}(?:\s?[.,]\d{1,4})?(?=\s|$)/gu)]
  for (const figure of figures.reverse().slice(0, 12)) {
    const after = text.slice(figure.index + figure[0].length).trim()
    if (after !== '' && !unitRun(after) && !starts.has(startOf(after))) continue
    const run = /(?:(?<=^|\s)\d{1,3}(?:[.,]\d{1,4})?\s+)*$/u.exec(text.slice(0, figure.index))?.[0].trim() ?? ''
    const taken = run === '' || columns < 2 ? [] : run.split(/\s+/u).slice(1 - columns)
    const before = text.slice(0, figure.index).trim()
    return {
      before: taken.length === 0 ? before : before.slice(0, before.length - taken.join(' ').length).trim(),
      figures: [...taken, figure[0]],
      after,
    }
  }
  return undefined
}

const splitAtFirstFigure = (text: string): FoundFigures | undefined => {
  const match = /^(\D+?)\s*(\d[\d.,\s]*)$/u.exec(text)
  return match?.[1] && match[2] ? { before: match[1], figures: match[2].trim().split(/\s+/u), after: '' } : undefined
}

/** The words that often follow the last figure of a row: names of units that nothing else shows to be one. */
export const usualStarts = (rows: readonly FlowRow[]): ReadonlySet<string> => {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const after = /\s\d{1,3}(?:[.,]\d{1,4})?\s+(\p{Lu}[^\d]*)$/u.exec(row.texts.join(' '))?.[1]
    if (after && after.length < 90) counts.set(startOf(after), (counts.get(startOf(after)) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= Math.max(3, rows.length / 20)).map(([start]) => start))
}

const startOf = (text: string): string => text.split(/\s+/u).slice(0, 2).join(' ')

/** Points at the end of the first line of a name that goes on below. */
export const figureAtLineEnd = ({ texts }: FlowRow): FoundFigures | undefined => {
  const at = texts.findIndex((text) => /(?:^|[^,\d]\s)\d{1,3}(?:[.,]\d{1,4})?$/u.test(text))
  const rest = texts.slice(at + 1)
  const match = /^(.*?)\s*(\d{1,3}(?:[.,]\d{1,4})?)$/u.exec(texts[at] ?? '')
  if (!match?.[2] || rest.length === 0 || !rest.every((text) => /^[\p{Ll}(]/u.test(text))) return undefined
  return { before: [...texts.slice(0, at), match[1] ?? '', ...rest].join(' ').trim(), figures: [match[2]], after: '' }
}

/** Where free text follows the points: the first figure that a capital or a bullet follows. */
export const figureBeforeText = (text: string): FoundFigures | undefined => {
  const match = /^(.*?[^,\d\s])\s+(\d{1,3}(?:[.,]\d{1,4})?)\s+((?:[-–+*•]?\s*\p{Lu}|\d+\s?%).*)$/su.exec(text)
  return match?.[1] && match[2] && match[3] ? { before: match[1], figures: [match[2]], after: match[3] } : undefined
}
