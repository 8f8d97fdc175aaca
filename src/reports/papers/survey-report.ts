import { decimalText, parseDecimal } from '../../core/exact/decimal.ts'
import { subtractFractions } from '../../core/exact/fraction.ts'
import { accept, type Result } from '../../core/result.ts'
import { roundText } from '../../language/format.ts'
import { chartWords } from '../../language/reports/chart-words.ts'
import { columnWords } from '../../language/reports/common-words.ts'
import { surveyReportWords as said } from '../../language/reports/survey-report-words.ts'
import type { Annex, Block, Cell, Column, Report, Table } from '../report.ts'
import { bodyOf, chartOf, dash, ended, heading, inPart, item, paragraph } from './blocks.ts'
import { closingOf, letterheadOf, numberOf, type PaperDetails, requireTo } from './paper-details.ts'
import { shareOf } from './periodic-sentences.ts'
import type { SurveyReportFacts } from './survey-facts.ts'

const column = (title: string, width: number, align: Column['align'] = 'center'): Column => ({ heading: title, width, align })
const { columns } = said
const figure = (text: string | undefined): Cell => ({ figure: text === undefined ? null : roundText(text, 2) })

const extremesOf = <Each extends { readonly name: string; readonly percent?: string | null | undefined }>(rows: readonly Each[]) => {
  const ordered = rows
    .flatMap(({ name, percent: value }) => (value == null ? [] : [{ name, percent: value }]))
    .toSorted((a, b) => Number(b.percent) - Number(a.percent))
  const [highest] = ordered
  const lowest = ordered.at(-1)
  return highest === undefined || lowest === undefined || ordered.length < 2 ? undefined : { highest, lowest, of: ordered.length }
}

const executionTexts = (facts: SurveyReportFacts): readonly string[] => [
  ...(facts.collectedFrom === undefined || facts.collectedUntil === undefined
    ? []
    : [said.span(facts.collectedFrom, facts.collectedUntil)]),
  said.answers(facts.valid, facts.sent, facts.sent === undefined ? undefined : shareOf(String(facts.valid), String(facts.sent))),
  ...(facts.method === undefined ? [] : [said.method(facts.method)]),
]

const indexTexts = ({ index, previous, areas }: SurveyReportFacts): readonly string[] => {
  if (index === undefined) return []
  const [now, before] = [parseDecimal(index.percent), parseDecimal(previous?.percent ?? '')]
  const extremes = extremesOf(areas)
  return [
    said.index(index.percent, index.low, index.high),
    ...(previous && now && before ? [said.change(previous.year, decimalText(subtractFractions(now, before)))] : []),
    ...(extremes ? [said.extremes(extremes.highest, extremes.lowest)] : []),
  ]
}

const groupsTable = ({ groups }: SurveyReportFacts): Table => ({
  columns: [column(columnWords.order, 12), column(columns.group, 90, 'left'), column(columns.sent, 30), column(columns.valid, 30)],
  rows: groups.map(({ name, sent, valid }, at) => ({
    cells: [{ count: at + 1 }, { text: name }, { count: sent ?? null }, { count: valid }],
  })),
})

const areasTable = ({ areas }: SurveyReportFacts): Table => {
  const hasPrevious = areas.some(({ previous }) => previous !== undefined)
  return {
    columns: [
      column(columnWords.order, 12),
      column(columns.content, 95, 'left'),
      column(columns.percent, 30),
      ...(hasPrevious ? [column(columns.previous, 28)] : []),
    ],
    rows: areas.map(({ name, percent: value, previous }, at) => ({
      cells: [{ count: at + 1 }, { text: name }, figure(value), ...(hasPrevious ? [figure(previous)] : [])],
    })),
  }
}

const unitsTable = ({ units }: SurveyReportFacts): Table => ({
  columns: [
    column(columnWords.order, 12),
    column(columnWords.unit, 85, 'left'),
    column(columns.valid, 24),
    column(columns.percent, 26),
    column(columns.rank, 20),
  ],
  rows: units.map(({ name, valid, percent: value, rank }, at) => ({
    cells: [
      { count: at + 1 },
      { text: name },
      { count: valid ?? null },
      value == null ? { text: [{ text: said.notPublished, italic: true }] } : figure(value),
      { count: rank ?? null },
    ],
  })),
})

const pointsTable = ({ points: given }: SurveyReportFacts): Table => ({
  columns: [
    column(columnWords.order, 12),
    column(columnWords.unit, 70, 'left'),
    column(columnWords.criterion, 45, 'left'),
    column(columnWords.maxPoints, 20),
    column(columnWords.points, 20),
  ],
  rows: given.map(({ unit, leaf, points: won, maxPoints }, at) => ({
    cells: [
      { count: at + 1 },
      { text: unit },
      { text: leaf },
      { figure: maxPoints },
      won === null ? { text: [{ text: said.notPublished, italic: true }] } : { figure: won },
    ],
  })),
})

const questionTable = (answers: SurveyReportFacts['questions'][number]['answers']): Table => ({
  columns: [column(columns.answer, 105, 'left'), column(columns.count, 28), column(columns.share, 28)],
  rows: answers.map(({ label, count: votes, percent: value }) => ({ cells: [{ text: label }, { count: votes ?? null }, figure(value)] })),
})

const areasChart = ({ areas, previous }: SurveyReportFacts): readonly Block[] => {
  const hasPrevious = previous !== undefined && areas.every((area) => area.previous !== undefined)
  const names = { value: chartWords.thisTime, ...(hasPrevious && { compared: chartWords.year(previous.year) }) }
  const lines = areas.map(({ name, percent, previous: before }) => ({
    label: name,
    value: percent,
    ...(hasPrevious && { compared: before }),
  }))
  return areas.length < 2 ? [] : [chartOf({ kind: 'bars', lines, names }, chartWords.satisfaction)]
}

const unitBlocks = (facts: SurveyReportFacts): readonly Block[] => {
  if (facts.units.length === 0) return []
  const extremes = extremesOf(facts.units)
  const withheld = facts.units.filter(({ percent: value }) => value == null).length
  return [
    item(said.unitsHeading),
    ...(extremes ? [paragraph(said.units(extremes.of, extremes.highest, extremes.lowest))] : []),
    ...(withheld > 0 ? [paragraph(said.withheld(withheld))] : []),
  ]
}

const resultBlocks = (facts: SurveyReportFacts): readonly Block[] => [
  ...indexTexts(facts).map(paragraph),
  ...(facts.areas.length > 0 ? [item(said.areasHeading), { kind: 'table' as const, table: areasTable(facts) }, ...areasChart(facts)] : []),
  ...unitBlocks(facts),
  ...(facts.words.length > 0 ? [item(said.wordsHeading), ...facts.words.map((text) => dash(ended(text)))] : []),
]

const annexesOf = (facts: SurveyReportFacts): readonly Annex[] => {
  const [first, ...rest] = facts.questions.flatMap(({ text, answers }): readonly Block[] => [
    item(text),
    { kind: 'table', table: questionTable(answers) },
  ])
  return [
    ...(facts.units.length === 0
      ? []
      : [{ title: said.unitsAnnex, orientation: 'portrait' as const, body: [{ kind: 'table', table: unitsTable(facts) }] as const }]),
    ...(facts.points.length === 0
      ? []
      : [{ title: said.pointsAnnex, orientation: 'portrait' as const, body: [{ kind: 'table', table: pointsTable(facts) }] as const }]),
    ...(first === undefined ? [] : [{ title: said.questionsAnnex, orientation: 'portrait' as const, body: [first, ...rest] as const }]),
  ]
}

const part = (title: string, texts: readonly string[]): readonly Block[] =>
  texts.length === 0 ? [] : [heading(title), ...texts.map((text) => dash(ended(text)))]

/** The report on a survey: how it was carried out, what it found as a whole, by content and by unit, what people said. */
export const composeSurveyReport = (details: PaperDetails, facts: SurveyReportFacts): Result<Report> => {
  const to = requireTo(details)
  if (!to.ok) return to
  return accept({
    letterhead: letterheadOf(details),
    heading: { kind: 'named', type: 'report', number: numberOf(details), summary: said.summary(facts.survey, facts.year), to: to.value },
    bases: details.bases,
    body: bodyOf(
      [
        paragraph(said.lead(details.agency, facts.survey)),
        heading(said.execution),
        ...inPart('execution', [
          ...executionTexts(facts).map(dash),
          ...(facts.groups.length > 0 ? [item(said.groupsHeading), { kind: 'table' as const, table: groupsTable(facts) }] : []),
        ]),
        heading(said.result),
        ...inPart('figures', resultBlocks(facts)),
        ...inPart('findings', part(said.findings, facts.findings)),
        ...inPart('proposals', part(said.proposals, facts.proposals)),
      ],
      paragraph(said.end(details.agency, facts.survey)),
    ),
    closing: closingOf(details),
    annexes: annexesOf(facts),
    isDraft: details.draft,
  })
}
