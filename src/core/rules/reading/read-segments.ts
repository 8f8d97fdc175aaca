import { withoutIf } from './clauses.ts'
import { withoutDefinitions } from './definitions.ts'
import type { Proposal } from './proposal.ts'
import { readChoices } from './read-choices.ts'
import { readDates } from './read-dates.ts'
import { readDeadline } from './read-deadline.ts'
import { readExpression } from './read-expression.ts'
import { readMissing } from './read-missing.ts'
import { readMixed } from './read-mixed.ts'
import { readParts } from './read-parts.ts'
import { readScale } from './read-scale.ts'
import { readTally } from './read-tally.ts'
import { segmentsOf } from './segments.ts'

/** How the percent is made that the rest speaks of: whoever enters it has it already. */
const rateFirst = /^(?:cách tính )?tỷ lệ(?: ?%| ?\(%\))?(?: [\p{L} ]{2,60})? ?= ?[^.;=]{3,160}?\/[^.;=]{3,120}?[x×*] ?100 ?%?[.;] (?=\S)/iu

/** What the letters of a quotient stand for, as the questions have it. */
const withLetters = (rule: Proposal | undefined, letters: Readonly<Record<string, string>>): Proposal | undefined =>
  rule?.['value'] !== undefined && Object.keys(letters).length === 2 && rule['inputs'] === undefined
    ? { ...rule, inputs: Object.entries(letters).map(([name, label]) => ({ name, type: 'figure', label })) }
    : rule

/** A line cut where its points are said, read as bands of one figure, dates, what is missing, parts of a sum, or answers. */
export const readSegments = (printed: string, max: string | undefined, year: number | undefined): Proposal | undefined => {
  const text = printed.replace(rateFirst, '')
  const formula = readExpression(text, max) ?? readMixed(text, max) ?? readTally(text, max)
  if (formula) return formula
  const { text: plain, letters } = withoutDefinitions(text)
  const segments = segmentsOf(plain, max)
  if (!segments) return undefined
  const said = segments.clauses.map(withoutIf)
  return (
    readDates(said, year) ??
    readDeadline(said, year) ??
    withLetters(readScale({ ...segments, clauses: said }, max), letters) ??
    readMissing(said) ??
    readParts(segments.clauses, max) ??
    readChoices(segments.clauses, max)
  )
}
