import { sql } from 'kysely'
import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { saveDecisions } from '../change-appraisal.ts'
import { loadAppraisal } from '../load-appraisal.ts'
import { loadCycle } from '../load-cycle.ts'
import type { JointAcceptance } from './contract.ts'

interface StandingRow {
  readonly unit_id: string
  readonly node_id: string
  readonly version: number
}

/**
 * Leaves `l` that stand as they were accepted, in units `cu` whose round is open. Since a group moved to another version of its framework, an id may be
 * another leaf's: of such a group nothing is told to stand.
 */
const standingLeaves = sql`joint_acceptance_leaf l
    join joint_acceptance j on j.authority_id = l.authority_id and j.id = l.acceptance_id
    join cycle_unit cu on cu.authority_id = l.authority_id and cu.cycle_id = l.cycle_id and cu.unit_id = l.unit_id and cu.stage = 'firstAppraisal'
      and not exists (select from framework_move m where m.authority_id = l.authority_id and m.cycle_id = l.cycle_id
        and m.unit_group = cu.unit_group and m.moved_at > j.accepted_at)
    join score s on s.authority_id = l.authority_id and s.cycle_id = l.cycle_id and s.unit_id = l.unit_id and s.node_id = l.node_id
      and s.round = 'firstAppraisal' and s.version = l.decision_version`

/** What still stands as it was accepted, of units that are in the round yet and in which the person has no interest. */
const loadStanding = async ({ transaction, actor }: ActContext, acceptanceId: string): Promise<readonly StandingRow[]> => {
  const ownUnits = actor.grants.flatMap(({ unitId }) => unitId ?? [])
  const { rows } = await sql<StandingRow>`
    select l.unit_id, l.node_id, l.decision_version as version from ${standingLeaves}
    left join declared_interest i on i.cycle_id = l.cycle_id and i.unit_id = l.unit_id and i.person_id = ${actor.personId}
    where l.acceptance_id = ${acceptanceId} and (i.waived_at is not null or (i.person_id is null and l.unit_id <> all (${ownUnits}::uuid[])))
    order by l.unit_id`.execute(transaction)
  return rows
}

/** Takes back what was accepted together; what was decided anew since, has moved to another framework, or is in a unit whose round is over, stays. */
export const takeBackJointly = async (
  context: ActContext,
  { cycleId, acceptanceId }: { readonly cycleId: string; readonly acceptanceId: string },
  seen: number,
): Promise<Result<{ takenBack: number; kept: number }>> => {
  const { transaction, actor } = context
  const cycle = await loadCycle(transaction, cycleId, 'stayOpen')
  if (!cycle.ok) return cycle
  const head = await transaction
    .selectFrom('joint_acceptance')
    .select(['leaves', 'version', 'taken_back_by'])
    .where('id', '=', acceptanceId)
    .where('cycle_id', '=', cycleId)
    .forUpdate()
    .executeTakeFirst()
  if (!head) return refuse(errorAt('notFound', acceptanceId, { what: 'jointAcceptance' }))
  if (head.version !== seen || head.taken_back_by !== null)
    return refuse(errorAt('changedMeanwhile', '', { version: String(head.version) }))
  const standing = await loadStanding(context, acceptanceId)
  for (const [unitId, rows] of Map.groupBy(standing, ({ unit_id }) => unit_id)) {
    const appraisal = await loadAppraisal(context, { cycleId, unitId }, 'forChange')
    if (!appraisal.ok) return appraisal
    const decisions = rows.map(({ node_id, version }) => ({ nodeId: node_id, version, status: 'missing' as const }))
    const saved = await saveDecisions(context, appraisal.value, decisions)
    if (!saved.ok) return saved
  }
  await transaction
    .updateTable('joint_acceptance')
    .set({ taken_back_by: actor.personId, taken_back_at: sql<Date>`now()`, taken_back: standing.length, version: seen + 1 })
    .where('id', '=', acceptanceId)
    .execute()
  const counts = { takenBack: standing.length, kept: head.leaves - standing.length }
  await recordActions(context, [{ kind: 'jointAcceptanceTakenBack', cycleId, facts: { id: acceptanceId, ...counts } }])
  return accept(counts)
}

interface HeadRow extends Omit<JointAcceptance, 'acceptedAt' | 'takenBack'> {
  readonly accepted_at: Date
  readonly back_by: string | null
  readonly back_at: Date | null
  readonly back: number | null
}

/** What was accepted together in a cycle, the last twenty, with how much of each still stands. */
export const listJointly = async ({ transaction }: ActContext, cycleId: string): Promise<Result<{ acceptances: JointAcceptance[] }>> => {
  const { rows } = await sql<HeadRow>`
    select a.id, jsonb_build_object('id', p.id, 'name', p.name) as "acceptedBy", a.accepted_at, a.units, a.leaves, a.version,
      b.name as back_by, a.taken_back_at as back_at, a.taken_back as back,
      (select count(*)::int from ${standingLeaves} where l.acceptance_id = a.id) as standing
    from joint_acceptance a join person p on p.id = a.accepted_by left join person b on b.id = a.taken_back_by
    where a.cycle_id = ${cycleId} order by a.accepted_at desc, a.id limit 20`.execute(transaction)
  return accept({
    acceptances: rows.map(({ accepted_at, back_by, back_at, back, ...row }) => ({
      ...row,
      acceptedAt: accepted_at.toISOString(),
      ...(back_by !== null && back_at && { takenBack: { by: back_by, at: back_at.toISOString(), leaves: back ?? 0 } }),
    })),
  })
}
