import { type Problem, warningAt } from '../problem.ts'
import type { RawLine } from './raw-document.ts'

/** A count the document states about its own table, such as "có 50 nhiệm vụ". */
export interface StatedCount {
  readonly what: 'areas' | 'criteria' | 'subCriteria' | 'tasks'
  readonly printed: number
  readonly line: number
}

const criteriaSentence =
  /(?:bộ (?:tiêu chí|chỉ số)|chỉ số (?:cchc|cải cách hành chính))[^.;]{0,120}?(?:gồm|bao gồm|cấu trúc|kết cấu|có)[^.;]{0,40}?(\d{1,3}) lĩnh vực[^.;]{0,20}?(\d{1,3}) tiêu chí(?: và|,)[^.;]{0,10}?(\d{1,3}) tiêu chí thành phần/iu

/** Finds the counts in the running text. Counts of criteria are only taken from a sentence that says what the set consists of. */
export const statedCounts = (lines: readonly RawLine[], kind: 'criteria' | 'roadmap'): readonly StatedCount[] =>
  kind === 'roadmap' ? statedTasks(lines) : statedCriteria(lines)

const statedTasks = (lines: readonly RawLine[]): readonly StatedCount[] =>
  lines.flatMap(({ text, line }) => {
    const match = /(?:có|gồm|tổng số|với)\s*:?\s*(\d{1,4})\s+nhiệm vụ/iu.exec(text.normalize('NFC'))
    return match?.[1] ? [{ what: 'tasks' as const, printed: Number(match[1]), line }] : []
  })

const statedCriteria = (lines: readonly RawLine[]): readonly StatedCount[] => {
  for (const [index, { line }] of lines.entries()) {
    const text = lines
      .slice(index, index + 3)
      .map((each) => each.text.trim())
      .join(' ')
      .normalize('NFC')
    const match = text.length < 2000 ? criteriaSentence.exec(text) : null
    if (!match) continue
    const [areas = 0, criteria = 0, subCriteria = 0] = match.slice(1).map(Number)
    return [
      { what: 'areas', printed: areas, line },
      { what: 'criteria', printed: criteria, line },
      { what: 'subCriteria', printed: subCriteria, line },
    ]
  }
  return []
}

/** Stated counts that the table does not bear out. */
export const countProblems = (
  stated: readonly StatedCount[],
  counted: Readonly<Partial<Record<StatedCount['what'], number>>>,
): readonly Problem[] =>
  stated.flatMap(({ what, printed, line }) => {
    const derived = counted[what]
    return derived === undefined || derived === printed
      ? []
      : [warningAt('countMismatch', '', { what, printed: String(printed), derived: String(derived) }, line)]
  })
