import { z } from 'zod'
import { pointsText, sumPoints, type Points } from '../../core/exact/points.ts'
import type { Framework, FrameworkNode } from '../../core/framework/framework.ts'
import { leavesOf, walkNodes } from '../../core/framework/walk.ts'
import { accept, type Result } from '../../core/result.ts'
import { assignmentWords } from '../../language/reports/assignment-words.ts'
import { columnWords } from '../../language/reports/common-words.ts'
import { citedDate } from '../../language/reports/paper-words.ts'
import type { Block, Report, Row, Table } from '../report.ts'
import { bodyOf, dash, inPart, item, paragraph } from './blocks.ts'
import { closingOf, letterheadOf, numberOf, type PaperDetails } from './paper-details.ts'
import { handOf } from './sheet-table.ts'

/** What the plan adds to the framework: who gathers the results, and until when (`30/11/2026`). */
export const assignmentFactsShape = z.strictObject({ coordinator: z.string().trim().min(1), until: z.string().trim().min(1).optional() })
export type AssignmentFacts = z.infer<typeof assignmentFactsShape>

const pointsOf = (nodes: readonly FrameworkNode[]): Points => sumPoints(nodes.map(({ maxPoints }) => maxPoints))

/** A leaf without a lead of its own has that of the nearest row above it. */
const leadOf = (framework: Framework): ReadonlyMap<FrameworkNode, string | undefined> => {
  const leads = new Map<FrameworkNode, string | undefined>()
  for (const { node, parent } of walkNodes(framework.nodes)) leads.set(node, node.leadUnits[0] ?? (parent && leads.get(parent)))
  return leads
}

const countsByLead = (framework: Framework): readonly Block[] => {
  const leads = leadOf(framework)
  const byUnit = new Map<string, FrameworkNode[]>()
  const without: FrameworkNode[] = []
  for (const leaf of leavesOf(framework.nodes)) {
    const lead = leads.get(leaf)
    if (lead === undefined) without.push(leaf)
    else byUnit.set(lead, [...(byUnit.get(lead) ?? []), leaf])
  }
  return [
    ...[...byUnit].map(([unit, leaves]) => dash(assignmentWords.leadCount(unit, leaves.length, pointsText(pointsOf(leaves))))),
    ...(without.length > 0 ? [dash(assignmentWords.withoutLead(without.length, pointsText(pointsOf(without))))] : []),
  ]
}

/** The criteria as the decision prints them, with who leads and who helps. */
export const assignmentTable = (framework: Framework): Table => ({
  columns: [
    { heading: columnWords.order, width: 13, align: 'left' },
    { heading: columnWords.criterion, width: 68, align: 'left' },
    { heading: columnWords.standardPoints, width: 15, align: 'center' },
    { heading: columnWords.leadUnit, width: 26, align: 'left' },
    { heading: columnWords.coordinatingUnits, width: 28, align: 'left' },
    { heading: columnWords.note, width: 15, align: 'left' },
  ],
  rows: [
    ...[...walkNodes(framework.nodes)].map(
      ({ node, depth }): Row => ({
        ...handOf({ depth, isLeaf: node.children.length === 0 }),
        cells: [
          { text: node.code },
          { text: node.name },
          { figure: pointsText(node.maxPoints) },
          { text: node.leadUnits.join(', ') },
          { text: node.coordinatingUnits.join(', ') },
          { text: node.note ?? '' },
        ],
      }),
    ),
    {
      hand: 'bold',
      cells: [
        { text: '' },
        { text: columnWords.total },
        { figure: pointsText(pointsOf(framework.nodes.filter(({ counting }) => counting === 'base'))) },
        { text: '' },
        { text: '' },
        { text: '' },
      ],
    },
  ],
})

const execution = (facts: AssignmentFacts): readonly Block[] => [
  item(assignmentWords.executionHeading),
  paragraph(assignmentWords.heads),
  ...inPart('selfAssessmentDuty', [paragraph(assignmentWords.selfAssessment(facts.until, facts.coordinator))]),
  paragraph(assignmentWords.responsibility),
]

/** The plan that gives each criterion a lead and helpers, with the criteria as annex. Shape: seed plan 0. */
export const composeAssignmentPlan = (details: PaperDetails, framework: Framework, facts: AssignmentFacts): Result<Report> => {
  const { decision, nodes, year, title } = framework
  const leaves = leavesOf(nodes)
  const hasSurvey = leaves.some(({ source }) => source === 'survey')
  return accept({
    letterhead: letterheadOf(details),
    heading: { kind: 'named', type: 'plan', number: numberOf(details), summary: assignmentWords.summary(year, details.agency) },
    bases: [...details.bases, assignmentWords.basis({ ...decision, date: citedDate(decision.date) }, title)],
    body: bodyOf(
      [
        paragraph(assignmentWords.lead(details.agency, year)),
        item(assignmentWords.purposeHeading),
        ...assignmentWords.purpose.map(paragraph),
        item(assignmentWords.assignmentHeading),
        ...inPart('assignedCounts', [
          paragraph(
            assignmentWords.counts({
              areas: nodes.length,
              leaves: leaves.length,
              points: pointsText(pointsOf(nodes.filter(({ counting }) => counting === 'base'))),
            }),
          ),
          ...countsByLead(framework),
          ...(hasSurvey ? [paragraph(assignmentWords.surveyNote)] : []),
        ]),
        ...execution(facts),
      ],
      paragraph(assignmentWords.closing(details.agency)),
    ),
    closing: closingOf(details),
    annexes: [
      { title: assignmentWords.annexTitle(year), orientation: 'portrait', body: [{ kind: 'table', table: assignmentTable(framework) }] },
    ],
    isDraft: details.draft,
  })
}
