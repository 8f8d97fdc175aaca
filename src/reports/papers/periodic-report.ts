import { accept, type Result } from '../../core/result.ts'
import { columnWords } from '../../language/reports/common-words.ts'
import { periodicReportWords as said, periodWords } from '../../language/reports/periodic-report-words.ts'
import type { Annex, Block, Report, Row, Table } from '../report.ts'
import { bodyOf, dash, ended, heading, inPart, item, paragraph } from './blocks.ts'
import { closingOf, letterheadOf, numberOf, type PaperDetails, requireTo } from './paper-details.ts'
import type { PeriodicReportFacts, ReportedFigure } from './periodic-facts.ts'
import { shareOf, sumOfProjects } from './periodic-sentences.ts'

const { columns } = said

const sentences = (texts: readonly string[]): readonly Block[] => texts.map((text) => dash(ended(text)))

const part = (title: string, texts: readonly string[]): readonly Block[] => (texts.length === 0 ? [] : [item(title), ...sentences(texts)])

const figureRow = (figure: ReportedFigure, at: number): Row => ({
  cells: [
    { count: at + 1 },
    { text: figure.label },
    { text: figure.unit ?? '' },
    { figure: figure.before ?? null },
    { figure: figure.now },
    { figure: shareOf(figure.now, figure.whole) ?? null },
  ],
})

/** Figures under the headings of their groups, each beside the one of the period before. */
const figuresTable = (figures: readonly ReportedFigure[]): Table => {
  const order = new Map(figures.map((figure, at) => [figure, at]))
  return {
    columns: [
      { heading: columnWords.order, width: 12, align: 'center' },
      { heading: columns.figure, width: 75, align: 'left' },
      { heading: columns.unit, width: 22, align: 'center' },
      { heading: columns.before, width: 20, align: 'right' },
      { heading: columns.now, width: 20, align: 'right' },
      { heading: columns.share, width: 18, align: 'right' },
    ],
    rows: [...Map.groupBy(figures, ({ group }) => group)].flatMap(([group, own]): readonly Row[] => [
      { hand: 'bold', cells: [{ text: '' }, { text: group }, { text: '' }, { text: '' }, { text: '' }, { text: '' }] },
      ...own.map((figure) => figureRow(figure, order.get(figure) ?? 0)),
    ]),
  }
}

const projectsTable = ({ projects }: PeriodicReportFacts): Table => {
  const [planned, disbursed] = [sumOfProjects(projects, (each) => each.planned), sumOfProjects(projects, (each) => each.disbursed)]
  return {
    columns: [
      { heading: columnWords.order, width: 12, align: 'center' },
      { heading: columns.project, width: 60, align: 'left' },
      { heading: columns.planned, width: 32, align: 'right' },
      { heading: columns.disbursed, width: 32, align: 'right' },
      { heading: columns.share, width: 18, align: 'right' },
      { heading: columns.work, width: 22, align: 'right' },
      { heading: columns.difficulty, width: 42, align: 'left' },
      { heading: columns.proposal, width: 42, align: 'left' },
    ],
    rows: [
      ...projects.map((project, at) => ({
        cells: [
          { count: at + 1 },
          { text: project.name },
          { figure: project.planned ?? null },
          { figure: project.disbursed ?? null },
          { figure: shareOf(project.disbursed, project.planned) ?? null },
          { figure: project.share ?? null },
          { text: project.difficulty ?? '' },
          { text: project.proposal ?? '' },
        ],
      })),
      {
        hand: 'bold',
        cells: [
          { text: '' },
          { text: columns.total },
          { figure: planned },
          { figure: disbursed },
          { figure: shareOf(disbursed, planned) ?? null },
          { text: '' },
          { text: '' },
          { text: '' },
        ],
      },
    ],
  }
}

const annexesOf = (facts: PeriodicReportFacts, when: string): readonly Annex[] => [
  ...(facts.figures.length === 0
    ? []
    : [
        {
          title: said.figuresAnnex(when),
          orientation: 'portrait' as const,
          body: [{ kind: 'table', table: figuresTable(facts.figures) }] as const,
        },
      ]),
  ...(facts.projects.length === 0
    ? []
    : [
        {
          title: said.projectsAnnex(when),
          orientation: 'landscape' as const,
          body: [{ kind: 'table', table: projectsTable(facts) }] as const,
        },
      ]),
]

const resultBlocks = (facts: PeriodicReportFacts): readonly Block[] => [
  ...part(said.planHeading, facts.plan),
  ...part(said.promisedHeading, facts.promised),
  ...part(facts.kind === 'projects' ? said.projectsHeading : said.figuresHeading, facts.sentences),
  ...part(said.otherResultsHeading, facts.results),
  ...part(said.wonBackHeading, facts.wonBack),
]

const difficultyBlocks = ({ late, difficulties }: PeriodicReportFacts): readonly Block[] => {
  if (late.length === 0 && difficulties.length === 0) return [paragraph(said.noDifficulties)]
  return late.length === 0 ? sentences(difficulties) : [...part(said.lateHeading, late), ...part(said.difficultiesHeading, difficulties)]
}

/** The report of a unit for a month, a quarter, six or nine months, a year or an occasion, with its figures and projects as annexes. */
export const composePeriodicReport = (details: PaperDetails, facts: PeriodicReportFacts): Result<Report> => {
  const to = requireTo(details)
  if (!to.ok) return to
  const when = facts.title === undefined ? periodWords(facts.period, facts.year) : periodWords('year', facts.year)
  return accept({
    letterhead: letterheadOf(details),
    heading: {
      kind: 'named',
      type: 'report',
      number: numberOf(details),
      summary: said.summary(facts.kind, facts.period, facts.year, facts.title),
      to: to.value,
    },
    bases: details.bases,
    body: bodyOf(
      [
        ...inPart('lead', [
          paragraph(said.lead(facts.unit, facts.kind, when)),
          ...(facts.from === undefined || facts.until === undefined ? [] : [paragraph(said.span(facts.from, facts.until))]),
        ]),
        heading(said.resultsHeading),
        ...inPart('figures', resultBlocks(facts)),
        heading(said.difficultiesHeading),
        ...inPart('difficulties', difficultyBlocks(facts)),
        ...inPart('next', facts.next.length === 0 ? [] : [heading(said.nextHeading), ...sentences(facts.next)]),
        heading(said.proposalsHeading),
        ...inPart('proposals', facts.proposals.length === 0 ? [paragraph(said.noProposals)] : sentences(facts.proposals)),
      ],
      { ...paragraph(said.end(facts.unit, facts.kind, when)), part: 'end' },
    ),
    closing: closingOf(details),
    annexes: annexesOf(facts, when),
    isDraft: details.draft,
  })
}
