import { sql } from 'kysely'
import { parsePoints, pointsText } from '../../../core/exact/points.ts'
import { walkNodes } from '../../../core/framework/walk.ts'
import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import type { Inputs } from '../../../core/rules/inputs.ts'
import { type CarriedLeaf, carryOver, type InnerLeaf } from '../../../core/self-assessment/carry-over.ts'
import type { Claim } from '../../../core/self-assessment/claims.ts'
import { carryTexts } from '../../../language/pages/self-assessment-carry.ts'
import { speakProblem } from '../../../language/problem-sentence.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { loadFrameworkInForce } from '../../scores/framework-in-force.ts'
import { loadScores } from '../../scores/load-scores.ts'
import { ownPartOf } from '../../scores/own-part.ts'
import type { StoredScore } from '../../scores/scores.ts'
import { loadScoredUnit } from '../../scores/scored-unit.ts'
import { checkDeadline, checkPart } from '../change-claims.ts'
import { claimsOf, type SheetPlace } from '../load-sheet.ts'
import type { LeafPreview, WorkbookPreview } from '../workbook/contract.ts'
import type { CarrySource } from './contract.ts'

/** Cycles of the same year in which the same unit has answered something, those of today's people to see. */
export const listCarrySources = async (
  { transaction }: ActContext,
  { cycleId, unitId }: SheetPlace,
): Promise<Result<{ sources: CarrySource[] }>> => {
  const { rows } = await sql<CarrySource>`
    select c.id, c.title, cu.stage in ('approved', 'published') as "isDecided", s.answered
    from cycle_unit cu join cycle c on c.id = cu.cycle_id
    cross join lateral (select count(*)::int as answered from score s where s.cycle_id = cu.cycle_id and s.unit_id = cu.unit_id
      and s.round = 'claimed' and s.status <> 'missing') s
    where cu.unit_id = ${unitId} and cu.cycle_id <> ${cycleId} and not c.is_trial and s.answered > 0
      and c.year = (select year from cycle where id = ${cycleId})
    order by c.created_at desc, c.id`.execute(transaction)
  return accept({ sources: rows })
}

interface InnerRow {
  readonly code: string
  readonly name: string
  readonly status: Claim['status']
  readonly points: string | null
  readonly inputs: Inputs | null
  readonly explanation: string | null
}

const leafOfRow = ({ code, name, status, points, inputs, explanation }: InnerRow): InnerLeaf => {
  const exact = points === null ? undefined : parsePoints(points)
  return {
    code,
    name,
    claim: { status, ...(exact !== undefined && { points: exact }), ...(inputs && { inputs }), ...(explanation && { explanation }) },
  }
}

/** What the unit came to in that cycle: the last round once it was approved, before that what it claimed; with what it explained. */
const loadInner = async ({ transaction }: ActContext, fromId: string, unitId: string): Promise<readonly InnerLeaf[]> => {
  const { rows } = await sql<InnerRow>`
    select distinct on (n.position) n.code, n.name, s.status, s.points::text as points, s.inputs, own.explanation
    from cycle_unit cu join cycle c on c.id = cu.cycle_id
    join framework_node n on n.framework_id = cu.framework_id and n.is_leaf
    join score s on s.cycle_id = cu.cycle_id and s.unit_id = cu.unit_id and s.node_id = n.node_id
      and s.status in ('scored', 'notApplicable', 'missing') and (s.round = 'claimed' or cu.stage in ('approved', 'published'))
    left join score own on own.cycle_id = s.cycle_id and own.unit_id = s.unit_id and own.node_id = s.node_id and own.round = 'claimed'
    where cu.cycle_id = ${fromId} and cu.unit_id = ${unitId}
    order by n.position, array_position(c.rounds, s.round) desc`.execute(transaction)
  return rows.map(leafOfRow)
}

/** A leaf that nobody has touched is in no row of the table. */
const untouched = { version: 0, status: 'missing' as const }

const standsAs = (score: StoredScore | undefined): Pick<LeafPreview, 'stands' | 'changedAt' | 'changedBy'> => {
  if (!score) return { stands: untouched }
  const { version, status, points, explanation, inputs, changedAt, changedBy } = score
  return {
    stands: {
      version,
      status: status === 'notMeasured' ? 'missing' : status,
      ...(points !== undefined && { points: pointsText(points) }),
      ...(explanation && { explanation }),
      ...(inputs && { inputs: inputs as NonNullable<LeafPreview['stands']['inputs']> }),
    },
    changedAt: changedAt.toISOString(),
    ...(changedBy && { changedBy }),
  }
}

const previewOf = ({ nodeId, from, kind }: CarriedLeaf, score: StoredScore | undefined): LeafPreview[] => {
  if (kind !== 'taken' && kind !== 'conflict') return []
  const { status, points, inputs, explanation } = from.claim
  const mine = {
    status,
    ...(points !== undefined && { points: pointsText(points) }),
    ...(inputs && { inputs: inputs as NonNullable<LeafPreview['stands']['inputs']> }),
  }
  const words = explanation && explanation !== score?.explanation ? { explanation: { kind, mine: explanation } } : {}
  return [{ nodeId, code: from.code, name: from.name, ...standsAs(score), value: { kind, mine }, ...words }]
}

/** What carrying the result of another cycle of the unit into this sheet would change; nothing is stored. */
export const previewCarry = async (context: ActContext, place: SheetPlace, fromId: string): Promise<Result<WorkbookPreview>> => {
  const deadline = await checkDeadline(context, place)
  if (!deadline.ok) return deadline
  const unit = await loadScoredUnit(context.transaction, place.cycleId, place.unitId)
  if (!unit.ok) return unit
  const sources = await listCarrySources(context, place)
  if (!sources.ok) return sources
  if (!sources.value.sources.some(({ id }) => id === fromId)) return refuse(errorAt('notFound', fromId, { what: 'cycle' }))
  const framework = await loadFrameworkInForce(context, unit.value.frameworkId)
  if (!framework.ok) return framework
  const scores = await loadScores(context.transaction, place.cycleId, place.unitId, ['claimed'])
  const byNode = new Map(scores.map((score) => [score.nodeId, score]))
  const part = await ownPartOf(context, place)
  const nodes = [...walkNodes(framework.value.framework.nodes)].map(({ node }) => node)
  const open = nodes.filter(({ id }) => checkPart(part, [{ nodeId: id }]).length === 0)
  const carried = carryOver(await loadInner(context, fromId, place.unitId), open, claimsOf(scores))
  return accept({
    leaves: carried.flatMap((leaf) => previewOf(leaf, byNode.get(leaf.nodeId))),
    alreadySame: carried.filter(({ kind }) => kind === 'alreadySame').length,
    problems: carried.flatMap((leaf) =>
      leaf.kind === 'refused'
        ? leaf.problems.map((problem) => ({ sheet: carryTexts.place(leaf.from.code), problem: { ...speakProblem(problem) } }))
        : [],
    ),
  })
}
