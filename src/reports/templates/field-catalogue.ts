import { formatFigure } from '../../language/format.ts'
import { type FactField, factFields } from '../../language/reports/fact-fields.ts'
import { countWords, listWords, percentWords, pointsWords, withinSentence } from '../../language/reports/common-words.ts'
import type { PaperKind } from '../../language/reports/paper-kind-words.ts'
import { citedDate } from '../../language/reports/paper-words.ts'
import { listCount, templateFields as names, templateLists } from '../../language/reports/template-words.ts'
import { type PaperSources, sourcesOf } from '../papers/compose-paper.ts'
import type { PaperDetails } from '../papers/paper-details.ts'
import { inOrderOfRank } from '../papers/ranking.ts'
import type { Report } from '../report.ts'

/** What a paper is made of, and the paper as the program words it. */
export interface Material {
  readonly details: PaperDetails
  readonly sources: PaperSources
  readonly composed: Report
}

/** Values of fields by name, and of lists one record per entry; what is not known is absent. */
export interface FieldValues {
  readonly fields: ReadonlyMap<string, string>
  readonly lists: ReadonlyMap<string, readonly ReadonlyMap<string, string>[]>
}

type Known = (from: Material) => string | number | null | undefined

const summaryOf = ({ heading }: Report): string => (heading.kind === 'letter' ? heading.subject : heading.summary)

const ofDetails: Readonly<Record<string, Known>> = {
  [names.summary]: ({ composed }) => summaryOf(composed),
  [names.parent]: ({ details }) => details.parent,
  [names.agency]: ({ details }) => details.agency,
  [names.agencyMark]: ({ details }) => details.agencyMark,
  [names.place]: ({ details }) => details.place,
  [names.issuedBy]: ({ details }) => details.issuedBy,
  [names.to]: ({ details }) => details.to[0],
  [names.signerTitle]: ({ details }) => details.authority.title,
  [names.signer]: ({ details }) => details.signer,
}

const ofFramework: Readonly<Record<string, Known>> = {
  [names.year]: ({ sources }) => sources.framework?.year,
  [names.frameworkTitle]: ({ sources }) => sources.framework?.title,
  [names.decisionNumber]: ({ sources }) => sources.framework?.decision.number,
  [names.decisionDate]: ({ sources }) => sources.framework && citedDate(sources.framework.decision.date),
  [names.decisionIssuer]: ({ sources }) => sources.framework?.decision.issuer,
  [names.group]: ({ sources }) => sources.framework && withinSentence(sources.framework.unitGroup),
}

const points = (text: string | null | undefined): string | undefined => (text == null ? undefined : pointsWords(text))

const ofSheet: Readonly<Record<string, Known>> = {
  [names.year]: ({ sources }) => sources.sheet?.year,
  [names.unit]: ({ sources }) => sources.sheet?.unit,
  [names.group]: ({ sources }) => sources.sheet && withinSentence(sources.sheet.group),
  [names.claimed]: ({ sources }) => points(sources.sheet?.claimed?.points),
  [names.given]: ({ sources }) => points(sources.sheet?.given?.points),
  [names.maxPoints]: ({ sources }) => points((sources.sheet?.given ?? sources.sheet?.claimed)?.appliedMax),
  [names.percent]: ({ sources }) => (sources.sheet?.given?.percent == null ? undefined : percentWords(sources.sheet.given.percent)),
  [names.rank]: ({ sources }) => sources.sheet?.rank,
  [names.rankedUnits]: ({ sources }) => sources.sheet?.rankedUnits,
  [names.class]: ({ sources }) => sources.sheet?.class,
}

const ofRanking: Readonly<Record<string, Known>> = {
  [names.year]: ({ sources }) => sources.ranking?.year,
  [names.groups]: ({ sources }) => sources.ranking && listWords(sources.ranking.groups.map(({ group }) => withinSentence(group))),
  [names.groupCounts]: ({ sources }) =>
    sources.ranking && listWords(sources.ranking.groups.map(({ group, units }) => `${countWords(units.length)} ${withinSentence(group)}`)),
}

const fact = (sources: PaperSources, name: string): unknown => (sources.facts as Readonly<Record<string, unknown>> | undefined)?.[name]

/** Plans know their unit and years from the plan, not from the form. */
const ofPlan: Readonly<Record<string, Known>> = Object.fromEntries(
  [[names.planUnit, 'unit'] as const, [names.year, 'year'] as const, [names.actionYear, 'actionYear'] as const].map(([label, name]) => [
    label,
    ({ sources }: Material) => plain(fact(sources, name)),
  ]),
)

const plain = (value: unknown): string | number | undefined => {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? value : undefined
}

/** A year stands as it is, a count as papers write it. */
const told = (name: string, value: unknown): string | undefined => {
  if (typeof value === 'number') return /year/i.test(name) ? String(value) : countWords(value)
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'string' ? value : undefined
}

/** A subject and the name of a survey go on within a sentence. */
const goesOn = new Set(['subject', 'survey', 'group'])

const entriesOf = (field: FactField, value: unknown): readonly (readonly [string, string])[] => {
  if (field.as === 'record') {
    const record = (value ?? {}) as Readonly<Record<string, unknown>>
    return field.fields.flatMap((part) => entriesOf({ ...part, label: `${field.label}: ${part.label}` }, record[part.name]))
  }
  if (field.as === 'rows' || field.as === 'lines') return []
  const text = told(field.name, value)
  if (text === undefined) return []
  return [[field.label, goesOn.has(field.name) ? withinSentence(text) : text]]
}

const namesOf = (field: FactField): readonly string[] => {
  if (field.as === 'record') return field.fields.map((part) => `${field.label}: ${part.label}`)
  return field.as === 'rows' || field.as === 'lines' ? [] : [field.label]
}

const planKinds: readonly PaperKind[] = ['remedialPlan', 'improvementPlan', 'roadmapPlan']

const knownOf = (kind: PaperKind): Readonly<Record<string, Known>> => {
  const needs = sourcesOf(kind)
  return {
    ...ofDetails,
    ...(needs.includes('framework') && ofFramework),
    ...(needs.includes('sheet') && ofSheet),
    ...(needs.includes('ranking') && ofRanking),
    ...(planKinds.includes(kind) && ofPlan),
  }
}

const listFields = (kind: PaperKind) => (factFields[kind] ?? []).filter(({ as }) => as === 'rows' || as === 'lines')

/** Fields that a template of this kind may use. */
export const fieldNames = (kind: PaperKind): readonly string[] => [
  ...new Set([
    ...Object.keys(knownOf(kind)),
    ...(factFields[kind] ?? []).flatMap(namesOf),
    ...listFields(kind).map(({ label }) => listCount(label)),
  ]),
]

/** Lists that it may repeat, each with the fields of an entry. */
export const listNames = (kind: PaperKind): ReadonlyMap<string, readonly string[]> => {
  const needs = sourcesOf(kind)
  const { title: rowsTitle, ...row } = templateLists.rows
  const { title: rankingTitle, ...ranked } = templateLists.ranking
  return new Map<string, readonly string[]>([
    ...listFields(kind).map((field) => [field.label, 'fields' in field ? field.fields.map(({ label }) => label) : [field.label]] as const),
    ...(needs.includes('sheet') ? [[rowsTitle, Object.values(row)] as const] : []),
    ...(needs.includes('ranking') ? [[rankingTitle, Object.values(ranked)] as const] : []),
  ])
}

const record = (entries: readonly (readonly [string, string | null | undefined])[]): ReadonlyMap<string, string> =>
  new Map(entries.map(([name, value]) => [name, value ?? '']))

const factLists = (kind: PaperKind, sources: PaperSources) =>
  listFields(kind).map((field) => {
    const value = fact(sources, field.name)
    const rows: readonly unknown[] = Array.isArray(value) ? value : []
    const entry = (row: unknown): ReadonlyMap<string, string> =>
      'fields' in field
        ? record(field.fields.map(({ label, name }) => [label, told(name, (row as Readonly<Record<string, unknown>>)[name])]))
        : record([[field.label, told(field.name, row)]])
    return [field.label, rows.map(entry)] as const
  })

const sheetList = ({ sheet }: PaperSources) => {
  const { title, ...row } = templateLists.rows
  const rows = (sheet?.rows ?? []).map((each) =>
    record([
      [row.code, each.code],
      [row.name, each.name],
      [row.maxPoints, points(each.maxPoints)],
      [row.claimed, points(each.claimed?.points)],
      [row.given, points(each.given?.points)],
      [row.reason, each.reason],
    ]),
  )
  return [title, rows] as const
}

const rankingList = ({ ranking }: PaperSources) => {
  const { title, ...row } = templateLists.ranking
  const rows = (ranking?.groups ?? []).flatMap(({ group, units }) =>
    inOrderOfRank(units).map((unit) =>
      record([
        [row.group, group],
        [row.unit, unit.unit],
        [row.points, points(unit.points)],
        [row.percent, unit.percent === null ? '' : formatFigure(unit.percent)],
        [row.rank, unit.rank === null ? '' : String(unit.rank)],
        [row.class, unit.class],
      ]),
    ),
  )
  return [title, rows] as const
}

/** Every value that a template of this kind may name. */
export const fieldValues = (kind: PaperKind, material: Material): FieldValues => {
  const { sources } = material
  const needs = sourcesOf(kind)
  const known = Object.entries(knownOf(kind)).flatMap(([name, of]) => {
    const value = of(material)
    return value === null || value === undefined || value === '' ? [] : [[name, String(value)] as const]
  })
  const facts = (factFields[kind] ?? []).flatMap((field) => entriesOf(field, fact(sources, field.name)))
  const ofFacts = factLists(kind, sources)
  const counts = ofFacts.map(([list, entries]) => [listCount(list), countWords(entries.length)] as const)
  return {
    fields: new Map([...known, ...facts, ...counts]),
    lists: new Map([
      ...ofFacts,
      ...(needs.includes('sheet') ? [sheetList(sources)] : []),
      ...(needs.includes('ranking') ? [rankingList(sources)] : []),
    ]),
  }
}
