import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { nextStage } from '../../../core/cycle/stages.ts'
import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import type { Round } from '../../../core/vocabulary.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { refreshTotals } from '../../scores/refresh-totals.ts'
import { closingMoment } from '../../../platform/database/closing-moment.ts'
import type { Cycle } from '../contract.ts'
import { loadCycle } from '../load-cycles.ts'
import { forgetWhole, putRows, takeRows } from './carry-rows.ts'
import type { MoveBody, MovePreview } from './contract.ts'
import { giveBack, moveGuidance, moveQuestions, type Tell, tellUnits } from './follow-up.ts'
import { loadMove, lookAtScores, type LookedAt, type Move, unitsToSettle } from './load-move.ts'
import { describeMove } from './preview-move.ts'
import { openParts } from './open-parts.ts'
import { settleScores } from './settle-scores.ts'

/** Until when units may settle; refused where they would have something to settle on a closed sheet. */
const deadlineFor = async (
  context: ActContext,
  cycle: Cycle,
  { deadline }: MoveBody,
  isNeeded: boolean,
): Promise<Result<Date | undefined>> => {
  const own = deadline && (await closingMoment(context, deadline))
  const general = cycle.selfAssessmentDeadline
  const closes = Math.max(own?.getTime() ?? 0, general ? new Date(general.closes).getTime() : Number.POSITIVE_INFINITY)
  if (!isNeeded || closes > context.now.getTime()) return accept(own)
  return refuse(
    own ? errorAt('deadlinePassed', 'deadline', { deadline: deadline.date }) : errorAt('missingField', 'deadline', { field: 'deadline' }),
  )
}

/** The units stand by the new version from here on; whoever has their sheet open sees that it is another. */
const placeUnits = async ({ transaction }: ActContext, { place, to }: Move): Promise<void> => {
  await sql`update cycle_framework set framework_id = ${to.id} where cycle_id = ${place.cycleId} and unit_group = ${place.unitGroup}`.execute(
    transaction,
  )
  await sql`
    update cycle_unit set framework_id = ${to.id}, version = version + 1
    where cycle_id = ${place.cycleId} and unit_group = ${place.unitGroup}`.execute(transaction)
}

const countAnew = async (context: ActContext, move: Move, rounds: readonly Round[]): Promise<void> => {
  const { place, to } = move
  const units = move.units.map(({ id, stage, ranked, version }) => ({
    cycleId: place.cycleId,
    unitId: id,
    frameworkId: to.id,
    unitGroup: place.unitGroup,
    ranked,
    stage,
    version: version + 1,
  }))
  const { rows } = await sql<{ round: Round }>`
    select distinct round from score_sheet where cycle_id = ${place.cycleId} and unit_id = any (${units.map(({ unitId }) => unitId)}::uuid[])`.execute(
    context.transaction,
  )
  await sql`delete from unit_total where cycle_id = ${place.cycleId} and unit_group = ${place.unitGroup}`.execute(context.transaction)
  await sql`delete from peer_snapshot where cycle_id = ${place.cycleId} and unit_group = ${place.unitGroup}`.execute(context.transaction)
  const counted = new Set(rows.map(({ round }) => round))
  for (const round of rounds.filter((each) => counted.has(each))) await refreshTotals(context, units, to, round)
}

const carry = async (context: ActContext, move: Move, looked: readonly LookedAt[], reason: string): Promise<string> => {
  const { transaction, actor } = context
  const moveId = randomUUID()
  await sql`
    insert into framework_move (id, authority_id, cycle_id, unit_group, from_framework_id, to_framework_id, reason, moved_by)
    values (${moveId}, ${actor.authorityId}, ${move.place.cycleId}, ${move.place.unitGroup}, ${move.from.id}, ${move.to.id}, ${reason}, ${actor.personId})`.execute(
    transaction,
  )
  await takeRows(context, move, moveId)
  await placeUnits(context, move)
  await putRows(context, move, moveId)
  await settleScores(context, move, looked)
  await moveQuestions(context, move)
  await moveGuidance(context, move)
  await forgetWhole(
    context,
    move,
    moveId,
    looked.filter(({ outcome }) => outcome !== 'asItWas'),
  )
  return moveId
}

/**
 * Moves a group of a running cycle to a newer version of its framework, in one transaction with everything that stands at its leaves. Nothing is cut and
 * nothing lost: what no longer fits stays as it was typed until its unit settles it, what has no leaf any more is kept to be read.
 */
export const moveFramework = async (
  context: ActContext,
  tell: Tell,
  cycleId: string,
  seen: number,
  body: MoveBody,
): Promise<Result<MovePreview>> => {
  const cycle = await loadCycle(context, cycleId, 'forUpdate')
  if (!cycle.ok) return cycle
  if (cycle.value.version !== seen) return refuse(errorAt('changedMeanwhile', '', { version: String(cycle.value.version) }))
  const stage = nextStage(cycle.value.stage, 'moveFramework')
  if (!stage.ok) return stage
  const move = await loadMove(context, { cycleId, unitGroup: body.unitGroup, frameworkId: body.frameworkId }, 'forChange')
  if (!move.ok) return move
  const looked = await lookAtScores(context, move.value)
  const settling = unitsToSettle(move.value, looked)
  const closes = await deadlineFor(context, cycle.value, body, settling.length > 0)
  if (!closes.ok) return closes
  const described = await describeMove(context, move.value, looked)
  const moveId = await carry(context, move.value, looked, body.reason)
  await giveBack(context, move.value, settling, body.reason, closes.value)
  await openParts(context, tell, move.value, looked, settling, body.reason)
  await countAnew(context, move.value, cycle.value.rounds)
  await sql`update cycle set revision = revision + 1 where id = ${cycleId}`.execute(context.transaction)
  const { from, to } = move.value
  const facts = { moveId, unitGroup: body.unitGroup, from: from.hash, to: to.hash, reason: body.reason, settling: settling.length }
  await recordActions(context, [{ kind: 'frameworkMoved', cycleId, facts }])
  await tellUnits(context, tell, move.value, settling)
  return accept(described)
}
