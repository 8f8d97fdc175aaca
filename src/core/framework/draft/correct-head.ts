import { type Points, parsePoints } from '../../exact/points.ts'
import { errorAt } from '../../problem.ts'
import { accept, refuse, type Result } from '../../result.ts'
import { absentBlockPolicies, rankings, treatments } from '../../vocabulary.ts'
import type { ClassBand, Framework } from '../framework.ts'
import type { EditOf, HeadField, TypedBand } from './edit.ts'

type Correct = (framework: Framework, value: string) => Framework | undefined

const decisionPart =
  (part: 'number' | 'date' | 'issuer'): Correct =>
  (framework, value) => ({ ...framework, decision: { ...framework.decision, [part]: value } })

const one = <Word extends string>(words: readonly Word[], value: string): Word | undefined => words.find((word) => word === value)

const correctors: Readonly<Record<HeadField, Correct>> = {
  title: (framework, title) => ({ ...framework, title }),
  'decision.number': decisionPart('number'),
  'decision.date': (framework, value) =>
    value === '' || /^\d{4}-\d{2}-\d{2}$/.test(value) ? decisionPart('date')(framework, value) : undefined,
  'decision.issuer': decisionPart('issuer'),
  year: (framework, value) => (/^20\d\d$|^2100$/.test(value) ? { ...framework, year: Number(value) } : undefined),
  unitGroup: (framework, unitGroup) => ({ ...framework, unitGroup }),
  scaleTotal: (framework, value) => {
    const scaleTotal = parsePoints(value)
    return scaleTotal === undefined || scaleTotal <= 0 ? undefined : { ...framework, scaleTotal }
  },
  printedTotal: ({ printedTotal: _, ...framework }, value) => {
    const printedTotal = parsePoints(value)
    return value === '' ? framework : printedTotal === undefined ? undefined : { ...framework, printedTotal }
  },
  // Empty lets bonus carry the total above the scale.
  totalCap: (framework, value) => {
    const totalCap = parsePoints(value)
    return value === '' ? { ...framework, totalCap: null } : totalCap === undefined ? undefined : { ...framework, totalCap }
  },
  notApplicable: ({ notApplicable: _, ...framework }, value) => {
    const notApplicable = one(treatments, value)
    return value === '' ? framework : notApplicable && { ...framework, notApplicable }
  },
  absentBlock: (framework, value) => {
    const absentBlock = one(absentBlockPolicies, value)
    return absentBlock && { ...framework, absentBlock }
  },
  'ranking.method': (framework, value) => {
    const method = one(rankings, value)
    return method && { ...framework, ranking: { ...framework.ranking, method } }
  },
}

const expected: Partial<Record<HeadField, string>> = {
  'decision.date': 'date',
  year: 'year',
  notApplicable: treatments.join(' | '),
  absentBlock: absentBlockPolicies.join(' | '),
  'ranking.method': rankings.join(' | '),
}

/** Puts what was typed into one field of the head; refused where it does not fit. */
export const correctHead = (framework: Framework, { field, value }: EditOf<'correctHead'>): Result<Framework> => {
  const corrected = correctors[field](framework, value.normalize('NFC').trim())
  if (corrected) return accept(corrected)
  const expectation = expected[field]
  return refuse(
    expectation ? errorAt('invalidValue', field, { field, value, expected: expectation }) : errorAt('invalidPoints', field, { value }),
  )
}

const bandOf = (band: TypedBand): ClassBand | undefined => {
  const [from, to] = [parsePoints(band.from), parsePoints(band.to)]
  return from === undefined || to === undefined
    ? undefined
    : { ...band, from: from as Points, to: to as Points, name: band.name.normalize('NFC').trim() }
}

/** Puts a whole list of classes in place of the old one; gaps and overlaps are problems of the draft, unreadable percents are refused. */
export const setClasses = (framework: Framework, { classes }: EditOf<'setClasses'>): Result<Framework> => {
  const unreadable = classes.filter((band) => bandOf(band) === undefined)
  if (unreadable.length > 0)
    return refuse(...unreadable.map(({ from, to }) => errorAt('invalidPoints', 'classes', { value: `${from}–${to}` })))
  return accept({ ...framework, classes: classes.flatMap((band) => bandOf(band) ?? []) })
}
