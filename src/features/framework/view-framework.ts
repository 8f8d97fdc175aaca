import { checkDraft, type DraftProblem } from '../../core/framework/draft/check-draft.ts'
import type { FrameworkDraft } from '../../core/framework/draft/draft.ts'
import { proposeRules, type RuleProposal } from '../../core/framework/draft/propose-rules.ts'
import type { Framework, FrameworkNode } from '../../core/framework/framework.ts'
import { parseFramework } from '../../core/framework/parse-framework.ts'
import { ruleMaximum } from '../../core/rules/rule-maximum.ts'
import { type PlacedNode, walkNodes } from '../../core/framework/walk.ts'
import { fractionOfPoints } from '../../core/exact/fraction.ts'
import { parseRule } from '../../core/rules/parse-rule.ts'
import { addPoints, pointsText, zeroPoints } from '../../core/exact/points.ts'
import { accept, type Result } from '../../core/result.ts'
import { ruleSentence } from '../../language/rules.ts'
import { speakProblem } from '../../language/problem-sentence.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { DraftProblemView, FrameworkRow, FrameworkView } from './framework-shapes.ts'
import { type FrameworkRecord, mayDo } from './load-framework.ts'
import { decisionNumber } from './decision-number.ts'
import { restoreDraft } from './stored-draft.ts'
import { listUnitGroups } from './unit-groups.ts'

export const sentenceOf = (rule: unknown, node: Pick<FrameworkNode, 'maxPoints'>): string | undefined => {
  const read = parseRule(rule, ruleMaximum(node))
  return read.ok ? ruleSentence(read.value, fractionOfPoints(node.maxPoints)) : undefined
}

const rulePart = (node: FrameworkNode, proposal: RuleProposal | undefined) => {
  const sentence = sentenceOf(node.rule ?? proposal?.rule, node)
  if (node.rule) return { rule: node.rule, ...(sentence !== undefined && { ruleSentence: sentence }) }
  return proposal && { proposal: { rule: proposal.rule, sentence: sentence ?? '', isRefused: proposal.isRefused } }
}

type Proposals = ReadonlyMap<string, RuleProposal>

const rowOf = ({ node, depth, parent }: PlacedNode, proposals: Proposals): FrameworkRow => ({
  id: node.id,
  ...(parent && { parentId: parent.id }),
  code: node.code,
  name: node.name,
  level: node.level,
  depth,
  maxPoints: pointsText(node.maxPoints),
  ...(node.printedMaxPoints !== undefined && { printedMaxPoints: pointsText(node.printedMaxPoints) }),
  ...(node.settled && { settled: node.settled }),
  leadUnits: [...node.leadUnits],
  coordinatingUnits: [...node.coordinatingUnits],
  ...(node.note && { note: node.note }),
  ...(node.calculation && { calculation: node.calculation }),
  ...(node.evidence && { evidence: node.evidence }),
  ifAny: node.ifAny ?? false,
  source: node.source,
  counting: node.counting,
  ...(node.notApplicable && { notApplicable: node.notApplicable }),
  isLeaf: node.children.length === 0,
  ...rulePart(node, proposals.get(node.id)),
  isOfFrame: node.fromFrame ?? false,
})

const problemOf = ({ problem, ...rest }: DraftProblem): DraftProblemView => ({ ...rest, problem: { ...speakProblem(problem) } })

const headOf = (framework: Framework) => ({
  title: framework.title,
  decision: framework.decision,
  year: framework.year,
  unitGroup: framework.unitGroup,
  scaleTotal: pointsText(framework.scaleTotal),
  ...(framework.printedTotal !== undefined && { printedTotal: pointsText(framework.printedTotal) }),
  derivedTotal: pointsText(
    framework.nodes.filter(({ counting }) => counting === 'base').reduce((sum, node) => addPoints(sum, node.maxPoints), zeroPoints),
  ),
  ...(framework.settledTotal && { settledTotal: framework.settledTotal }),
  totalCap: framework.totalCap === null ? null : pointsText(framework.totalCap),
  rankingMethod: framework.ranking.method,
  ...(framework.notApplicable && { notApplicable: framework.notApplicable }),
  absentBlock: framework.absentBlock,
  classes: framework.classes.map((band) => ({ ...band, from: pointsText(band.from), to: pointsText(band.to) })),
})

const countsOf = (rows: readonly FrameworkRow[]) => ({
  areas: rows.filter(({ level }) => level === 'area').length,
  criteria: rows.filter(({ level }) => level === 'criterion').length,
  subCriteria: rows.filter(({ level }) => level === 'subCriterion').length,
  leaves: rows.filter(({ isLeaf }) => isLeaf).length,
})

/** What a record holds: a draft with its problems, or a framework in force, which has none left to settle. */
export const contentOf = (record: FrameworkRecord): Result<{ framework: Framework; draft?: FrameworkDraft }> => {
  if (record.status === 'draft') {
    const draft = restoreDraft(record.document)
    return accept({ framework: draft.framework, draft })
  }
  const framework = parseFramework(record.document)
  return framework.ok ? accept({ framework: framework.value }) : framework
}

/** A framework as the page and other programs see it. */
export const viewFramework = async (context: ActContext, record: FrameworkRecord): Promise<Result<FrameworkView>> => {
  const content = contentOf(record)
  if (!content.ok) return content
  const { framework, draft } = content.value
  const proposals: Proposals = new Map(draft ? proposeRules(draft).map((each) => [each.at, each]) : [])
  const rows = [...walkNodes(framework.nodes)].map((placed) => rowOf(placed, proposals))
  const canChange = record.status === 'draft' && mayDo(context, 'changeFrameworks')
  const [steps, changedBy, basedOn] = await Promise.all([
    countSteps(context, record.id),
    nameOf(context, record.changed_by),
    baseOf(context, record.based_on),
  ])
  return accept({
    id: record.id,
    version: record.revision,
    status: record.status,
    ...headOf(framework),
    counts: countsOf(rows),
    rows,
    problems: draft ? checkDraft(draft).map(problemOf) : [],
    unitGroups: canChange ? await listUnitGroups(context) : [],
    steps,
    ...(record.source_name && { sourceName: record.source_name }),
    ...(record.hash && { hash: record.hash }),
    ...(record.in_force_from && { inForceFrom: record.in_force_from }),
    ...(basedOn && { basedOn }),
    isAmendment: framework.supersedes !== undefined,
    changedAt: record.changed_at.toISOString(),
    ...(changedBy && { changedBy }),
    canChange,
    canDerive: mayDo(context, 'changeFrameworks'),
  })
}

const countSteps = async ({ transaction }: ActContext, frameworkId: string): Promise<number> => {
  const row = await transaction
    .selectFrom('framework_edit')
    .select(({ fn }) => fn.countAll().as('steps'))
    .where('framework_id', '=', frameworkId)
    .executeTakeFirst()
  return Number(row?.steps ?? 0)
}

const baseOf = async ({ transaction }: ActContext, frameworkId: string | null) => {
  if (frameworkId === null) return undefined
  const row = await transaction
    .selectFrom('framework')
    .select(['id', 'title', 'year', 'hash'])
    .select(decisionNumber.as('decision_number'))
    .where('id', '=', frameworkId)
    .executeTakeFirst()
  return row && { id: row.id, title: row.title, year: row.year, decisionNumber: row.decision_number ?? '', hash: row.hash ?? '' }
}

const nameOf = async ({ transaction }: ActContext, personId: string | null) =>
  personId ? transaction.selectFrom('person').select(['id', 'name']).where('id', '=', personId).executeTakeFirst() : undefined
