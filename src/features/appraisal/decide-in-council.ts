import { sql } from 'kysely'
import { checkDecision } from '../../core/appraisal/check-decision.ts'
import { checkVote } from '../../core/appraisal/check-vote.ts'
import { parsePoints, pointsText } from '../../core/exact/points.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { saveScores } from '../scores/save-scores.ts'
import type { ScoreChange, StoredScore } from '../scores/scores.ts'
import type { CouncilDecision } from './council-contract.ts'
import { loadVoters } from './council-voters.ts'
import { leaveRound } from './leave-round.ts'
import { type AppraisalRow, loadAppraisal } from './load-appraisal.ts'
import { checkCycleOpen } from './move-unit.ts'
import type { SheetPlace } from './sheet-place.ts'
import { checkStepWindow } from './step-window.ts'

const figureOf = (score: StoredScore | undefined) =>
  score && { status: score.status, points: score.points === undefined ? null : pointsText(score.points), version: score.version }

/** The very figures that the council had before it. */
const seenOf = ({ claim, earlier, explained }: AppraisalRow): Readonly<Record<string, unknown>> => ({
  claimed: figureOf(claim) ?? null,
  given: earlier.map((each) => ({ round: each.round, ...figureOf(each) })),
  explanationVersion: explained?.version ?? null,
})

const changeOf = (row: AppraisalRow, { nodeId, version, status, points, treatment, reason }: CouncilDecision): ScoreChange => {
  const parsed = points === undefined ? undefined : parsePoints(points)
  return {
    nodeId,
    version,
    status,
    reason,
    ...(status === 'scored' && parsed !== undefined && { points: parsed }),
    ...(treatment && { treatment }),
    ...(row.claim?.points !== undefined && { claimedPoints: row.claim.points }),
    ...(row.claim && { claimedVersion: row.claim.version }),
  }
}

const checkRow = (row: AppraisalRow, change: ScoreChange, decision: CouncilDecision, voters: number): readonly Problem[] => [
  ...(row.isMatter || (row.decision?.version ?? 0) > 0 ? [] : [errorAt('notDisputed', row.leaf.id, {})]),
  ...checkDecision(row.leaf, row.claim, change),
  ...checkVote(row.leaf.id, decision, voters),
]

const saveVote = async ({ transaction, actor, now }: ActContext, place: SheetPlace, row: AppraisalRow, decision: CouncilDecision) => {
  const columns = {
    votes_for: decision.votesFor,
    votes_against: decision.votesAgainst,
    abstained: decision.abstained,
    seen: JSON.stringify(seenOf(row)),
    recorded_by: actor.personId,
    recorded_at: now,
  }
  await transaction
    .insertInto('council_vote')
    .values({ authority_id: actor.authorityId, cycle_id: place.cycleId, unit_id: place.unitId, node_id: row.leaf.id, ...columns })
    .onConflict((conflict) =>
      conflict
        .columns(['authority_id', 'cycle_id', 'unit_id', 'node_id'])
        .doUpdateSet({ ...columns, version: sql`council_vote.version + 1` }),
    )
    .execute()
}

/** Records what the council decided on one leaf, with its votes and the figures it saw. */
export const decideInCouncil = async (
  context: ActContext,
  place: SheetPlace,
  decision: CouncilDecision,
): Promise<Result<{ version: number }>> => {
  const appraisal = await loadAppraisal(context, place, 'forChange')
  if (!appraisal.ok) return appraisal
  const { unit, inForce, round, rows } = appraisal.value
  const open = checkCycleOpen(appraisal.value, 'decideInCouncil')
  if (!open.ok) return open
  if (unit.stage !== 'council') return refuse(errorAt('wrongStage', '', { stage: unit.stage, act: 'decideInCouncil' }))
  const inTime = await checkStepWindow(context, place, 'council')
  if (!inTime.ok) return inTime
  const row = rows.find(({ leaf }) => leaf.id === decision.nodeId)
  if (!row) return refuse(errorAt('unknownNode', decision.nodeId, { node: decision.nodeId }))
  const members = await loadVoters(context.transaction, place.cycleId)
  if (members.length === 0) return refuse(errorAt('noCouncil', '', {}))
  const voters = members.filter(({ excludedFrom }) => !excludedFrom.has(place.unitId)).length
  const change = changeOf(row, decision)
  const problems = checkRow(row, change, decision, voters)
  if (problems.length) return { ok: false, problems }
  const saved = await saveScores(context, unit, inForce, round, [change])
  if (!saved.ok) return saved
  await saveVote(context, place, row, decision)
  const { votesFor, votesAgainst, abstained } = decision
  await recordActions(context, [
    { kind: 'councilDecided', ...place, nodeId: decision.nodeId, facts: { votesFor, votesAgainst, abstained, seen: seenOf(row) } },
  ])
  return accept({ version: decision.version + 1 })
}

/** Finishes every unit of which the council has decided everything. */
export const finishCouncil = async (context: ActContext, cycleId: string): Promise<Result<{ units: number; left: number }>> => {
  const before = await context.transaction
    .selectFrom('cycle_unit')
    .select('unit_id')
    .where('cycle_id', '=', cycleId)
    .where('stage', '=', 'council')
    .orderBy('unit_id')
    .execute()
  const [finished, left]: [string[], number[]] = [[], []]
  for (const { unit_id: unitId } of before) {
    const appraisal = await loadAppraisal(context, { cycleId, unitId }, 'forChange')
    if (!appraisal.ok) return appraisal
    const open = appraisal.value.rows.filter(({ isMatter, decision }) => isMatter && (decision?.isCarried ?? true)).length
    if (open > 0) left.push(open)
    else {
      const moved = await leaveRound(context, appraisal.value, 'finishCouncil')
      if (!moved.ok) return moved
      finished.push(unitId)
    }
  }
  if (finished.length === 0 && left.length > 0)
    return refuse(errorAt('councilUnfinished', '', { left: left.reduce((sum, each) => sum + each, 0) }))
  await recordActions(
    context,
    finished.map((unitId) => ({ kind: 'councilFinished', cycleId, unitId })),
  )
  return accept({ units: finished.length, left: left.reduce((sum, each) => sum + each, 0) })
}
