import { sql } from 'kysely'
import { formatFramework } from '../../core/framework/format-framework.ts'
import { pointsText } from '../../core/exact/points.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { errorAt } from '../../core/problem.ts'
import type { Claims } from '../../core/self-assessment/claims.ts'
import { partOfFramework } from '../../core/self-assessment/part.ts'
import { selfScoredPart } from '../../core/self-assessment/self-scored-part.ts'
import type { Stage } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { relationOf, type SubjectUnit } from '../../platform/policy/actor.ts'
import { isAllowed } from '../../platform/policy/policy.ts'
import { loadFrameworkInForce } from '../scores/framework-in-force.ts'
import { type OwnPart, ownPartOf } from '../scores/own-part.ts'
import { loadScores } from '../scores/load-scores.ts'
import type { StoredScore } from '../scores/scores.ts'
import { claimTotals } from './claim-totals.ts'
import type { Sheet, SheetClaim } from './contract.ts'
import { loadFactsOfSheet } from './load-facts-of-sheet.ts'
import { loadPrevious } from './load-previous.ts'

export interface SheetPlace {
  readonly cycleId: string
  readonly unitId: string
}

interface HeadRow {
  year: number
  title: string
  code: string
  name: string
  unit_group: string
  parent_id: string | null
  kind: string
  divisions: string[]
  leads: string[]
  parts: number
  parts_handed_in: number
  parts_merged: number
  framework_id: string
  stage: Stage
  version: number
  closes: Date | null
  last_minute: string | null
  submitted_at: Date | null
  submitted_by: string | null
  submitted_name: string | null
  submitted_hash: string | null
}

const loadHead = async ({ transaction }: ActContext, { cycleId, unitId }: SheetPlace): Promise<Result<HeadRow>> => {
  const { rows } = await sql<HeadRow>`
    select c.year, c.title, u.code, u.name, cu.unit_group, u.parent_id, u.kind,
      array(select d.id::text from unit d where d.parent_id = u.id and d.kind = 'division') as divisions,
      array(select distinct l.division_id::text from division_part l join unit d on d.id = l.division_id
        where l.unit_id = u.id and d.kind <> 'division') as leads, p.parts, p.parts_handed_in, p.parts_merged, cu.framework_id, cu.stage, cu.version, d.closes,
      last_minute(d.closes, a.time_zone) as last_minute, cu.submitted_at, cu.submitted_by, submitter.name as submitted_name, cu.submitted_hash
    from cycle_unit cu
    join cycle c on c.id = cu.cycle_id
    join unit u on u.id = cu.unit_id
    join authority a on a.id = cu.authority_id
    cross join lateral (select closes_at(c.self_assessment_closes, cu.self_assessment_closes) as closes) d
    cross join lateral (select count(*) as parts, count(*) filter (where state = 'handedIn') as parts_handed_in,
        count(*) filter (where state = 'merged') as parts_merged from division_part part
      where part.authority_id = cu.authority_id and part.cycle_id = cu.cycle_id and part.unit_id = cu.unit_id) p
    left join person submitter on submitter.id = cu.submitted_by
    where cu.cycle_id = ${cycleId} and cu.unit_id = ${unitId}`.execute(transaction)
  return rows[0] ? accept(rows[0]) : refuse(errorAt('notFound', unitId, { what: 'unit' }))
}

/** Documents per leaf. */
const countEvidence = async ({ transaction }: ActContext, { cycleId, unitId }: SheetPlace): Promise<Sheet['evidence']> => {
  const { rows } = await sql<Sheet['evidence'][number]>`
    select node_id as "nodeId", count(*) as count from score_evidence
    where cycle_id = ${cycleId} and unit_id = ${unitId} group by node_id`.execute(transaction)
  return rows
}

/** Questions at each leaf that wait for an answer, as far as the actor may read them. */
const countOpenQuestions = async ({ transaction }: ActContext, { cycleId, unitId }: SheetPlace): Promise<Sheet['openQuestions']> => {
  const { rows } = await sql<Sheet['openQuestions'][number]>`
    select node_id as "nodeId", count(*) as count from question
    where cycle_id = ${cycleId} and unit_id = ${unitId} and state = 'open' group by node_id`.execute(transaction)
  return rows
}

/** Why and by whom the sheet was last given back, as long as it lies with the unit. */
const loadReturned = async ({ transaction }: ActContext, { cycleId, unitId }: SheetPlace): Promise<Sheet['returned']> => {
  const { rows } = await sql<{ at: Date; reason: string; name: string | null }>`
    select x.at, x.facts ->> 'reason' as reason, p.name from action x left join person p on p.id = x.person_id
    where x.cycle_id = ${cycleId} and x.unit_id = ${unitId} and x.node_id is null and x.kind = 'selfAssessmentReturned'
    order by x.id desc limit 1`.execute(transaction)
  const last = rows[0]
  return last && { at: last.at.toISOString(), reason: last.reason, by: last.name ?? '' }
}

const loadMovedAt = async ({ transaction }: ActContext, cycleId: string, group: string): Promise<string | undefined> => {
  const last = await transaction
    .selectFrom('framework_move')
    .select('moved_at')
    .where('cycle_id', '=', cycleId)
    .where('unit_group', '=', group)
    .orderBy('moved_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.moved_at.toISOString()
}

const closedBecause = (
  { actor, now }: ActContext,
  unit: SubjectUnit,
  { stage, closes }: HeadRow,
  part: OwnPart | undefined,
): Sheet['closedBecause'] => {
  const standings = actor.grants.map((grant) => ({
    role: grant.role,
    relation: relationOf(grant, actor, unit),
    stage: 'selfAssessing' as const,
  }))
  if (!isAllowed('changeSelfAssessment', standings)) return 'role'
  if (stage !== 'selfAssessing') return 'stage'
  if (closes && closes <= now) return 'deadline'
  return part && part.openLeaves.size === 0 ? 'part' : undefined
}

const claimOf = ({ nodeId, version, status, points, typedPoints, explanation, inputs, changedAt, changedBy }: StoredScore): SheetClaim => ({
  nodeId,
  version,
  status: status === 'notMeasured' ? 'missing' : status,
  ...(points !== undefined && { points: pointsText(points) }),
  ...(typedPoints !== undefined && { typedPoints: pointsText(typedPoints) }),
  ...(explanation && { explanation }),
  ...(inputs && { inputs: inputs as SheetClaim['inputs'] }),
  changedAt: changedAt.toISOString(),
  ...(changedBy && { changedBy }),
})

/** Stored scores of the claimed round as the core takes them. */
export const claimsOf = (scores: readonly StoredScore[]): Claims =>
  new Map(
    scores.map(({ nodeId, status, points, typedPoints, explanation, inputs }) => [
      nodeId,
      {
        status: status === 'notMeasured' ? 'missing' : status,
        ...(points !== undefined && { points }),
        ...(typedPoints !== undefined && { typedPoints }),
        ...(explanation && { explanation }),
        ...(inputs && { inputs }),
      },
    ]),
  )

const headOf = (head: HeadRow, { cycleId, unitId }: SheetPlace, closed: Sheet['closedBecause']) => ({
  cycle: { id: cycleId, year: head.year, title: head.title },
  unit: { id: unitId, code: head.code, name: head.name, group: head.unit_group },
  stage: head.stage,
  version: head.version,
  ...(head.closes && head.last_minute && { deadline: { closes: head.closes.toISOString(), lastMinute: head.last_minute } }),
  ...(closed && { closedBecause: closed }),
  ...(head.parts > 0 && { parts: { all: head.parts, handedIn: head.parts_handed_in, merged: head.parts_merged } }),
  ...(head.submitted_at && { submittedAt: head.submitted_at.toISOString() }),
  ...(head.submitted_by && { submittedBy: { id: head.submitted_by, name: head.submitted_name ?? '' } }),
  ...(head.submitted_hash && { submittedHash: head.submitted_hash }),
})

/** The whole sheet of one unit, in a fixed number of statements. */
export const loadSheet = async (context: ActContext, place: SheetPlace): Promise<Result<Sheet>> => {
  const head = await loadHead(context, place)
  if (!head.ok) return head
  const framework = await loadFrameworkInForce(context, head.value.framework_id)
  if (!framework.ok) return framework
  const scores = await loadScores(context.transaction, place.cycleId, place.unitId, ['claimed'])
  const previous = await loadPrevious(context, place, framework.value.id)
  const { parent_id: parentId, kind, divisions, leads } = head.value
  const unit = { id: place.unitId, parentId, kind, divisions, leads }
  const part = await ownPartOf(context, place)
  const shown = part ? partOfFramework(framework.value.framework, part.leaves) : framework.value.framework
  const movedAt = await loadMovedAt(context, place.cycleId, head.value.unit_group)
  const returned = head.value.stage === 'selfAssessing' ? await loadReturned(context, place) : undefined
  return accept({
    ...headOf(head.value, place, closedBecause(context, unit, head.value, part)),
    framework: { id: framework.value.id, hash: framework.value.hash, document: formatFramework(framework.value.framework) },
    claims: scores.map(claimOf),
    evidence: await countEvidence(context, place),
    openQuestions: await countOpenQuestions(context, place),
    totals: [...claimTotals(selfScoredPart(shown), claimsOf(scores))],
    ...(part && { ownPart: { divisionIds: [...part.divisionIds], leaves: [...part.leaves] } }),
    facts: await loadFactsOfSheet(context, { ...place, year: head.value.year }, framework.value),
    ...(returned && { returned }),
    ...(movedAt && { movedAt }),
    ...(previous && { previous }),
  })
}
