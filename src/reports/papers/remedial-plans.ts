import { pointsText } from '../../core/exact/points.ts'
import { accept, type Result } from '../../core/result.ts'
import { columnWords } from '../../language/reports/common-words.ts'
import { planWords } from '../../language/reports/plan-words.ts'
import type { Block, Cell, Report, Row, Table } from '../report.ts'
import { bodyOf, dash, heading, inPart, item, numbered, paragraph, plus, subItem } from './blocks.ts'
import { closingOf, letterheadOf, numberOf, type PaperDetails } from './paper-details.ts'
import { executionTexts, lossBlocks, lossesByArea, lossSummary, resultBlocks, tasksByUnit, taskText } from './plan-blocks.ts'
import { columnTotal, type PlanFacts, type PlanTargetRow } from './plan-facts.ts'

const report = (
  details: PaperDetails,
  summary: string,
  blocks: readonly Block[],
  last: Block,
  annexes: Report['annexes'] = [],
): Report => ({
  letterhead: letterheadOf(details),
  heading: { kind: 'named', type: 'plan', number: numberOf(details), summary },
  bases: details.bases,
  body: bodyOf(blocks, last),
  closing: closingOf(details),
  annexes,
  isDraft: details.draft,
})

const orDefault = (own: readonly string[], other: readonly string[]): readonly string[] => (own.length > 0 ? own : other)

const purposeBlocks = (facts: PlanFacts, { year, actionYear } = facts): readonly Block[] => [
  item(planWords.purpose),
  ...inPart('purposes', orDefault(facts.purposes, planWords.defaultPurposes(year, actionYear)).map(dash)),
  item(planWords.requirements),
  ...inPart('requirements', orDefault(facts.requirements, planWords.defaultRequirements).map(dash)),
]

const execution = (facts: PlanFacts): { readonly blocks: readonly Block[]; readonly last: Block } => {
  const [units, follow, difficulties] = executionTexts(facts)
  return { blocks: [heading(planWords.execution), numbered(units), numbered(follow)], last: paragraph(difficulties) }
}

const studyBlocks = ({ study }: PlanFacts): readonly Block[] => (study.length > 0 ? [dash(planWords.study(study.join('; ')))] : [])

const strengthBlocks = ({ strengths }: PlanFacts): readonly Block[] =>
  strengths.length > 0 ? [item(planWords.strengths), ...strengths.map(dash)] : []

const unitTitle = (unit: string | undefined): string => (unit === undefined ? planWords.withoutUnit : planWords.unitLeads(unit))

/** What was lost and why, then who mends what. Shape: seed plan 2. */
export const composeRemedialPlan = (details: PaperDetails, facts: PlanFacts): Result<Report> => {
  const { blocks, last } = execution(facts)
  const tasks = tasksByUnit(facts.tasks).flatMap(([unit, own]) => [
    { kind: 'point', title: unitTitle(unit) } as const,
    ...own.map((task) => dash(taskText(task))),
  ])
  return accept(
    report(
      details,
      planWords.remedialSummary(facts.year),
      [
        paragraph(planWords.lead(details.agency)),
        heading(planWords.purposeAndRequirements),
        ...purposeBlocks(facts),
        heading(planWords.focus),
        item(planWords.shortcomings),
        ...inPart('figures', resultBlocks(facts)),
        ...inPart('lost', [...lossSummary(facts), ...lossBlocks(facts.losses, facts)]),
        item(planWords.focus),
        ...inPart('study', studyBlocks(facts)),
        ...inPart('tasks', tasks),
        ...blocks,
      ],
      last,
    ),
  )
}

const areaBlocks = (facts: PlanFacts): readonly Block[] => {
  const areas = [...new Set(facts.tasks.flatMap(({ area }) => area ?? []))]
  return areas.flatMap((area): readonly Block[] => {
    const target = facts.areaTargets.find((each) => each.area === area)
    return [
      { kind: 'point', title: area },
      ...tasksByUnit(facts.tasks.filter((task) => task.area === area)).flatMap(([unit, own]) => [
        dash(unit === undefined ? planWords.withoutUnit : planWords.unitTasks(unit)),
        ...own.map((task) => plus(taskText(task))),
      ]),
      ...(target ? [dash([{ text: planWords.areaTarget(target.points, target.maxPoints), italic: true }])] : []),
    ]
  })
}

/** Result by area with ranks, shortcomings, a goal for the whole, tasks and a target for each area. Shape: seed plan 3. */
export const composeImprovementPlan = (details: PaperDetails, facts: PlanFacts): Result<Report> => {
  const { blocks, last } = execution(facts)
  const { goal, actionYear, unit } = facts
  const general = facts.tasks.filter(({ area }) => area === undefined)
  return accept(
    report(
      details,
      planWords.improvementSummary(actionYear, unit),
      [
        paragraph(planWords.lead(details.agency)),
        heading(planWords.resultHeading(facts.year)),
        ...inPart('figures', resultBlocks(facts)),
        ...inPart('strengths', strengthBlocks(facts)),
        item(planWords.shortcomings),
        ...inPart('lost', [...lossSummary(facts), ...lossBlocks(facts.losses, facts)]),
        heading(planWords.purposeAndRequirements),
        ...purposeBlocks(facts),
        heading(planWords.focus),
        ...inPart(
          'goal',
          goal ? [item(planWords.goal), paragraph(planWords.generalGoal({ year: actionYear, unit, ...goal, max: goal.maxPoints }))] : [],
        ),
        item(planWords.focus),
        ...inPart('study', studyBlocks(facts)),
        ...inPart('tasks', [...general.map((task) => dash(taskText(task))), ...areaBlocks(facts)]),
        ...blocks,
      ],
      last,
    ),
  )
}

const targetCells = (row: PlanTargetRow, years: readonly number[]): readonly Cell[] => [
  { figure: row.maxPoints ?? null },
  { figure: row.result ?? null },
  ...years.map((year) => ({ figure: row.targets[String(year)] ?? null })),
]

const targetRow = (row: PlanTargetRow, years: readonly number[]): Row => ({
  ...(row.maxPoints === undefined && { hand: 'bold' as const }),
  cells: [
    { text: row.code },
    { text: row.name },
    { lines: row.requirements.length > 1 ? row.requirements.map((each) => `- ${each}`) : row.requirements },
    { text: row.leadUnits.join(', ') },
    { text: row.coordinatingUnits.join(', ') },
    ...targetCells(row, years),
  ],
})

const totalRow = (rows: readonly PlanTargetRow[], years: readonly number[]): Row => ({
  hand: 'bold',
  cells: [
    { text: '' },
    { text: columnWords.total },
    { text: '' },
    { text: '' },
    { text: '' },
    { figure: pointsText(columnTotal(rows, ({ maxPoints }) => maxPoints)) },
    { figure: pointsText(columnTotal(rows, ({ result }) => result)) },
    ...years.map((year) => ({ figure: pointsText(columnTotal(rows, ({ targets }) => targets[String(year)])) })),
  ],
})

/** Tasks with their points: maximum, result, least of each coming year, and the totals of the columns. */
export const roadmapTable = ({ targets, year }: PlanFacts): Table => {
  const { years = [], rows = [] } = targets ?? {}
  const pointsColumn = (title: string) => ({ heading: title, width: 17, align: 'center' }) as const
  return {
    columns: [
      { heading: columnWords.code, width: 14, align: 'left' },
      { heading: columnWords.content, width: 60, align: 'left' },
      { heading: columnWords.requirements, width: 62, align: 'left' },
      { heading: planWords.leads, width: 27, align: 'left' },
      { heading: planWords.support, width: 29, align: 'left' },
      pointsColumn(columnWords.maxPoints),
      pointsColumn(planWords.yearResult(year)),
      ...years.map((each) => pointsColumn(planWords.yearTarget(each))),
    ],
    groups: [
      { heading: columnWords.units, from: 3, span: 2 },
      { heading: planWords.pointsGroup, from: 5, span: 2 + years.length },
    ],
    rows: [...rows.map((row) => targetRow(row, years)), totalRow(rows, years)],
  }
}

/** Strengths, shortcomings and causes by area, and as landscape annex the tasks with their points year by year. Shape: seed plan 4. */
export const composeRoadmapPlan = (details: PaperDetails, facts: PlanFacts): Result<Report> => {
  const { blocks, last } = execution(facts)
  const byArea = lossesByArea(facts).flatMap(([area, losses]) => [subItem(area), ...lossBlocks(losses, facts)])
  const { goal, unit, actionYear } = facts
  return accept(
    report(
      details,
      planWords.roadmapSummary(unit),
      [
        paragraph(planWords.lead(details.agency)),
        heading(planWords.purposeAndRequirements),
        ...purposeBlocks(facts),
        ...inPart('goal', goal ? [dash(planWords.generalGoal({ year: actionYear, unit, ...goal, max: goal.maxPoints }))] : []),
        heading(planWords.resultHeading(facts.year)),
        ...inPart('figures', resultBlocks(facts)),
        ...inPart('strengths', strengthBlocks(facts)),
        item(planWords.shortcomings),
        ...inPart('lost', [...lossSummary(facts), ...byArea]),
        heading(planWords.focus),
        ...inPart('study', studyBlocks(facts)),
        ...inPart(
          'tasks',
          tasksByUnit(facts.tasks).flatMap(([leader, own]) => [item(unitTitle(leader)), ...own.map((task) => dash(taskText(task)))]),
        ),
        ...inPart('seeAnnex', facts.targets ? [paragraph(planWords.seeAnnex)] : []),
        ...blocks,
      ],
      last,
      facts.targets
        ? [{ title: planWords.annexTasks, orientation: 'landscape', body: [{ kind: 'table', table: roadmapTable(facts) }] }]
        : [],
    ),
  )
}
