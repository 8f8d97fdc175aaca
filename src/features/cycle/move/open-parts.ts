import { sql } from 'kysely'
import { isCarried } from '../../../core/framework/versions/leaf-fates.ts'
import { cycleMoveTexts } from '../../../language/pages/cycle-move.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { Tell } from './follow-up.ts'
import type { LookedAt, Move, MovingUnit } from './load-move.ts'

interface Opened {
  readonly unit_id: string
  readonly division_id: string
  readonly state: string
}

/** Leaves of each unit that somebody has to look at again, by their new ids: those made out of others, and those whose claim no longer fits. */
const changedLeaves = ({ fates }: Move, looked: readonly LookedAt[], settling: readonly MovingUnit[]) => {
  const anew = fates.filter(({ fate }) => !isCarried(fate)).flatMap(({ now }) => now.map(({ id }) => id as string))
  return settling.flatMap(({ id: unitId }) => {
    const own = looked.filter((each) => each.unitId === unitId && each.round === 'claimed' && each.outcome === 'toSettle')
    return [...anew, ...own.map(({ nodeId }) => nodeId)].map((nodeId) => ({ unitId, nodeId }))
  })
}

const tellDivisions = async (
  context: ActContext,
  tell: Tell,
  { place }: Move,
  opened: readonly Opened[],
  reason: string,
): Promise<void> => {
  const { rows } = await sql<{ person_id: string; unit_id: string }>`
    select distinct g.person_id, o.unit_id from role_grant g
    join jsonb_to_recordset(${JSON.stringify(opened)}::jsonb) as o(unit_id uuid, division_id uuid) on o.division_id = g.unit_id
    where g.valid @> today() and g.role in ('unitOfficer', 'divisionOfficer', 'headOfUnit')`.execute(context.transaction)
  await tell(
    context,
    rows.map(({ person_id, unit_id }) => ({
      personId: person_id,
      title: cycleMoveTexts.notice.partOpened,
      body: reason,
      link: `/tu-danh-gia/${place.cycleId}/${unit_id}`,
      cycleId: place.cycleId,
      unitId: unit_id,
    })),
  )
}

/** Divisions that have finished, handed in or seen merged a part with such a leaf work on it again, and hear of it. A leaf that is new is nobody's until it is assigned. */
export const openParts = async (
  context: ActContext,
  tell: Tell,
  move: Move,
  looked: readonly LookedAt[],
  settling: readonly MovingUnit[],
  reason: string,
): Promise<void> => {
  const { transaction, actor, now } = context
  const { cycleId } = move.place
  const { rows } = await sql<Opened>`
    with closed as materialized (
      select p.unit_id, p.division_id, p.state from division_part p where p.cycle_id = ${cycleId} and p.state <> 'working' and exists (select
        from division_leaf l join jsonb_to_recordset(${JSON.stringify(changedLeaves(move, looked, settling))}::jsonb) as c("unitId" uuid, "nodeId" text)
          on c."unitId" = l.unit_id and c."nodeId" = l.node_id
        where l.authority_id = p.authority_id and l.cycle_id = p.cycle_id and l.unit_id = p.unit_id and l.division_id = p.division_id)
      for no key update)
    update division_part p set state = 'working', version = p.version + 1, reason = ${reason}, changed_at = ${now}, changed_by = ${actor.personId}
    from closed c where p.cycle_id = ${cycleId} and p.unit_id = c.unit_id and p.division_id = c.division_id
    returning p.unit_id, p.division_id, c.state`.execute(transaction)
  await recordActions(
    context,
    rows.map(({ unit_id, division_id, state }) => ({
      kind: 'partChanged',
      cycleId,
      unitId: unit_id,
      facts: { divisionId: division_id, act: 'giveBack', from: state, to: 'working', reason },
    })),
  )
  await tellDivisions(context, tell, move, rows, reason)
}
