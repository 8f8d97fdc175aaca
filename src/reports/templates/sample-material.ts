import { zeroPoints } from '../../core/exact/points.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { type FactField, factFields } from '../../language/reports/fact-fields.ts'
import type { PaperKind } from '../../language/reports/paper-kind-words.ts'
import { templateFields as names } from '../../language/reports/template-words.ts'
import type { PaperSources } from '../papers/compose-paper.ts'
import type { PaperDetails } from '../papers/paper-details.ts'
import type { Ranking } from '../papers/ranking.ts'
import type { UnitSheet } from '../papers/unit-sheet.ts'
import { mark } from './fields.ts'

const year = 7001
const actionYear = 7002
const firstCount = 7010

const numberFields = (field: FactField): readonly FactField[] =>
  'fields' in field ? field.fields.flatMap(numberFields) : field.as === 'number' ? [field] : []

const countNames = [
  ...new Set(
    Object.values(factFields)
      .flatMap((fields) => fields.flatMap(numberFields))
      .map(({ label }) => label),
  ),
].filter((label) => label !== names.year)

/** Numbers that stand for fields, since a paper is composed of numbers, not of their names. */
export const sampleNumbers: ReadonlyMap<number, string> = new Map([
  [year, names.year],
  [actionYear, names.actionYear],
  ...countNames.map((label, at) => [firstCount + at, label] as const),
])
const numberOf = new Map([...sampleNumbers].map(([number, name]) => [name, number]))

const sampleOf = (field: FactField, within = ''): unknown => {
  const label = mark(`${within}${field.label}`)
  switch (field.as) {
    case 'number':
      return numberOf.get(field.label)
    case 'lines':
      return [label]
    case 'rows':
      return [sampleRecord(field.fields)]
    case 'record':
      return sampleRecord(field.fields, `${field.label}: `)
    default:
      return label
  }
}

const sampleRecord = (fields: readonly FactField[], within = ''): Readonly<Record<string, unknown>> =>
  Object.fromEntries(fields.map((field) => [field.name, sampleOf(field, within)]))

const points = { points: '1', maxPoints: '2' } as const

/** What the form does not ask, since the data give it. */
const moreFacts: Readonly<Partial<Record<PaperKind, object>>> = {
  appraisalMinutes: { vote: { agreed: 1, against: 0, abstained: 0 } },
  surveyReport: { areas: [{ name: '1', percent: '50' }], groups: [{ name: '1', valid: 1 }], index: { percent: '50' } },
  periodicReport: { kind: 'reform', period: 'year', year },
}

const planFacts = {
  unit: mark(names.planUnit),
  year,
  actionYear,
  result: points,
  losses: [{ code: '1', name: '1', area: '1', ...points }],
  goal: { points: '1' },
  targets: { years: [actionYear], rows: [{ code: '1', name: '1', maxPoints: '2' }] },
}

const sampleFacts = (kind: PaperKind): object => ({
  ...sampleRecord(factFields[kind] ?? []),
  ...(kind === 'remedialPlan' || kind === 'improvementPlan' || kind === 'roadmapPlan' ? planFacts : {}),
  ...moreFacts[kind],
})

const decision = { number: mark(names.decisionNumber), date: mark(names.decisionDate), issuer: mark(names.decisionIssuer) }

const framework: Framework = {
  title: mark(names.frameworkTitle),
  decision,
  year,
  unitGroup: mark(names.group),
  scaleTotal: zeroPoints,
  totalCap: null,
  ranking: 'percentOfApplicable',
  absentBlock: 'excluded',
  classes: [],
  nodes: [],
} as unknown as Framework

const total = { points: '1', appliedMax: '2', percent: '50' } as const
const leaf = { depth: 1, isLeaf: true, maxPoints: '2', given: { points: '1' }, code: '1', name: '1' } as const

const sheet: UnitSheet = {
  unit: mark(names.unit),
  year,
  group: mark(names.group),
  decision,
  rows: [
    { ...leaf, claimed: { points: '1' } },
    { ...leaf, claimed: { points: null, status: 'notApplicable' } },
  ],
  claimed: total,
  given: total,
}

const group = { group: mark(names.group), areas: [], units: [] }
const ranking: Ranking = { year, groups: [group] }

const details: PaperDetails = {
  parent: mark(names.parent),
  agency: mark(names.agency),
  agencyMark: mark(names.agencyMark),
  place: mark(names.place),
  date: '0000',
  issuedBy: mark(names.issuedBy),
  bases: [],
  to: [mark(names.to)],
  authority: { by: 'self', title: mark(names.signerTitle) },
  signer: mark(names.signer),
  recipients: [],
  archive: ['VT'],
  draft: true,
}

/** A paper whose every value is the name of its field, with an entry in every list, so that it says all that a paper of the kind can say. */
export const sampleMaterial = (kind: PaperKind): { readonly details: PaperDetails; readonly sources: PaperSources } => ({
  details,
  sources: { framework, sheet, ranking, facts: sampleFacts(kind) },
})
