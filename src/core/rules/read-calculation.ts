import { parsePoints, type Points, pointsText } from '../exact/points.ts'
import { compareFractions, fractionOfPoints } from '../exact/fraction.ts'
import { parseRule } from './parse-rule.ts'
import { pointsOfAmount } from './parameters.ts'
import { kindOf } from './registry.ts'
import { type Clause, clausesOf, withoutIf } from './reading/clauses.ts'
import { inOneForm } from './reading/in-one-form.ts'
import { inPlainForm } from './reading/in-plain-form.ts'
import type { Proposal } from './reading/proposal.ts'
import { readAdded } from './reading/read-added.ts'
import { readBands } from './reading/read-bands.ts'
import { readBestPeer } from './reading/read-best-peer.ts'
import { readBetween } from './reading/read-between.ts'
import { readChoices } from './reading/read-choices.ts'
import { readConditions } from './reading/read-conditions.ts'
import { readCounts } from './reading/read-counts.ts'
import { readDates, readPerDay } from './reading/read-dates.ts'
import { readDeadline } from './reading/read-deadline.ts'
import { readNamedQuotient } from './reading/read-named-quotient.ts'
import { dueInFirst } from './reading/read-due-first.ts'
import { readException } from './reading/read-exception.ts'
import { readIndex } from './reading/read-index.ts'
import { readFirstTime } from './reading/read-first-time.ts'
import { readItems } from './reading/read-items.ts'
import { readLateLosses } from './reading/read-late-losses.ts'
import { readMissing } from './reading/read-missing.ts'
import { readOccurrence } from './reading/read-occurrence.ts'
import { readPanel } from './reading/read-panel.ts'
import { readParts } from './reading/read-parts.ts'
import { readPiecewise } from './reading/read-piecewise.ts'
import { readPercentLoss } from './reading/read-percent-loss.ts'
import { readPercentLine } from './reading/read-percent-line.ts'
import { readAfterNumber, readBeforeList } from './reading/read-counted.ts'
import { readQualified } from './reading/read-qualified.ts'
import { readQuotient } from './reading/read-quotient.ts'
import { readRates } from './reading/read-rates.ts'
import { readSums } from './reading/read-sums.ts'
import { readWeighted } from './reading/read-weighted.ts'
import { readSections } from './reading/read-sections.ts'
import { readSegments } from './reading/read-segments.ts'
import { readYesNo } from './reading/read-yes-no.ts'

/** What is known beside the text: the maximum of its row, and the year that dates without one belong to. */
interface Surroundings {
  readonly max?: Points
  readonly year?: number
}

const longest = 1500

/** Answers, bands and due dates have to reach the maximum of the row and not pass it: where they do not, the text was not understood. */
const reachesMaximum = (proposal: Proposal, max: Points | undefined): boolean => {
  const rule = parseRule(proposal, max)
  if (!rule.ok) return false
  if (max === undefined || !['steps', 'choice', 'deadline'].includes(proposal.kind)) return true
  const whole = fractionOfPoints(max)
  const amounts = kindOf(rule.value).amounts?.(rule.value) ?? []
  return amounts.some(({ amount }) => compareFractions(pointsOfAmount(amount, whole), whole) === 0)
}

/** The most that the print gives, where the row does not say its maximum. */
const ownMaximum = (points: readonly string[]): string | undefined => {
  const figures = points.filter((each) => !each.endsWith('%'))
  return figures.length === 0 ? undefined : figures.reduce((a, b) => (Number(b) > Number(a) ? b : a))
}

/** The rule of the whole text, by the first way of reading that understands all of it. */
const readWhole = (text: string, around: Surroundings): Proposal | undefined => {
  const { max, year } = around
  const clauses = clausesOf(text)
  const said = clauses?.map(withoutIf)
  const stated = max === undefined ? undefined : pointsText(max)
  const listed =
    clauses &&
    said &&
    (readBands(said) ??
      readDates(said, year) ??
      readDeadline(said, year) ??
      readCounts(said) ??
      readMissing(said) ??
      readParts(clauses, stated) ??
      readChoices(clauses, stated))
  const ways = [
    () => readYesNo(text),
    () => readFirstTime(text, stated),
    () => readBestPeer(text, stated),
    () => readBetween(text, stated),
    () => readIndex(text, stated),
    () => readRates(text, stated),
    () => listed,
    () => readQuotient(text, stated),
    () => readPercentLine(text, stated),
    () => readNamedQuotient(text, stated),
    () => readPiecewise(text, stated),
    () => readWeighted(text, stated),
    () => readPanel(text),
    () => readAdded(text, stated),
    () => readPercentLoss(text, stated),
    () => readPerDay(text, year),
    () => readSegments(text, stated, year),
  ]
  for (const way of ways) {
    const proposal = complete(way(), clauses, around)
    if (proposal) return proposal
  }
  return undefined
}

/** The proposal with its maximum, where it reaches that of the row. */
const complete = (proposal: Proposal | undefined, clauses: readonly Clause[] | undefined, { max }: Surroundings): Proposal | undefined => {
  if (!proposal) return undefined
  const stated = max === undefined ? undefined : pointsText(max)
  const most = stated ?? (clauses && ownMaximum(clauses.map(({ points }) => points)))
  const whole = { ...proposal, ...(most !== undefined && { max: most }) }
  // Without the maximum of the row nothing tells answers from parts that add up, unless one of them gives nothing.
  const isOpen = max === undefined && proposal.kind === 'choice' && !clauses?.some(({ points }) => Number.parseFloat(points) === 0)
  return !isOpen && reachesMaximum(whole, max) ? whole : undefined
}

const readPart = (text: string, stated: string, year: number | undefined): Proposal | undefined => {
  const max = parsePoints(stated)
  return max === undefined ? undefined : readWhole(text, { max, ...(year !== undefined && { year }) })
}

/** What is said of the whole beside the rule is taken off one after another; a few times is enough for any line. */
const deepest = 3

const partWithAll = (text: string, stated: string, year: number | undefined, depth: number): Proposal | undefined => {
  const max = parsePoints(stated)
  return max === undefined ? undefined : readAll(text, { max, ...(year !== undefined && { year }) }, depth)
}

const readAll = (text: string, around: Surroundings, depth: number): Proposal | undefined => {
  const stated = around.max === undefined ? undefined : pointsText(around.max)
  const inner = (rest: string): Proposal | undefined => (depth < deepest ? readAll(rest, around, depth + 1) : undefined)
  const part = (piece: string, max: string): Proposal | undefined => readPart(piece, max, around.year)
  const listed =
    readOccurrence(text, stated, (rest) => readWhole(rest, around)) ??
    readConditions(text, stated) ??
    readSums(text, stated, part) ??
    readItems(text, stated, part)
  if (listed) return { ...listed, ...(stated !== undefined && { max: stated }) }
  const whole = readWhole(text, around)
  if (whole) return whole
  const sections = readSections(text, stated, (piece, most) =>
    depth < deepest ? partWithAll(piece, most, around.year, depth + 1) : undefined,
  )
  if (sections) return { ...sections, ...(stated !== undefined && { max: stated }) }
  const dated = dueInFirst(text, around.year)
  if (dated !== undefined) return inner(dated)
  const beside =
    readLateLosses(text, stated, inner) ??
    readQualified(text, stated, inner) ??
    readAfterNumber(text, stated, inner) ??
    readBeforeList(text, inner) ??
    readException(text, stated, inner)
  return beside && { ...beside, ...(stated !== undefined && { max: stated }) }
}

/**
 * Proposes a rule for a printed "calculation": bands of a percent, answers in words, a due date, so many points for each (or less for each), a
 * quotient times the maximum, and what holds where nothing arises. Gives the rule as a file has it, or `undefined`: what is not wholly understood stays
 * for a person. A proposal is never in force by itself. Example: 1 point for all, 0.5 from 80 percent to below, else 0, becomes `steps`.
 */
export const readCalculation = (text: string, around: Surroundings = {}): Proposal | undefined => {
  if (text.length > longest) return undefined
  const said = inOneForm(text)
  const plain = inPlainForm(said)
  return readAll(said, around, 0) ?? (plain === said ? undefined : readAll(plain, around, 0))
}
