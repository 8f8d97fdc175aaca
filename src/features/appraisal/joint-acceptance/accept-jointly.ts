import { randomUUID } from 'node:crypto'
import { acceptClaims } from '../../../core/appraisal/accept-claims.ts'
import { pointsText } from '../../../core/exact/points.ts'
import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { saveDecisions } from '../change-appraisal.ts'
import { loadAppraisal } from '../load-appraisal.ts'
import { loadCycle } from '../load-cycle.ts'
import { loadCandidates, loadGroups } from './candidates.ts'
import type { JointFilter } from './contract.ts'
import { hashOfSet, sorted, unitLimit } from './preview-jointly.ts'

interface Taken {
  readonly unitId: string
  readonly nodeId: string
  readonly version: number
}

/** Accepts the named claims of one unit, as if each had been accepted by itself. */
const acceptUnit = async (context: ActContext, cycleId: string, unitId: string, nodeIds: readonly string[]): Promise<Result<Taken[]>> => {
  const appraisal = await loadAppraisal(context, { cycleId, unitId }, 'forChange')
  if (!appraisal.ok) return appraisal
  const named = new Set(nodeIds)
  const rows = appraisal.value.rows.filter(({ leaf }) => named.has(leaf.id))
  const versions = new Map(rows.map((row) => [row.leaf.id as string, row.decision?.version ?? 0]))
  const decisions = acceptClaims(rows).accepted.map(({ nodeId, points }) => ({
    nodeId: nodeId as string,
    points: pointsText(points),
    version: versions.get(nodeId) ?? 0,
    status: 'scored' as const,
  }))
  if (decisions.length === 0) return accept([])
  const saved = await saveDecisions(context, appraisal.value, decisions)
  return saved.ok ? accept(saved.value.saved.map((each) => ({ unitId, ...each }))) : saved
}

interface Asked extends JointFilter {
  /** The set that the preview told. */
  readonly seen: string
}

/** Accepts together, in one transaction, what the preview told; units in the order of their ids, so that two who do it at once wait for one another. */
export const acceptJointly = async (
  context: ActContext,
  cycleId: string,
  { seen, ...filter }: Asked,
): Promise<Result<{ id: string; units: number; leaves: number }>> => {
  const { transaction, actor } = context
  const cycle = await loadCycle(transaction, cycleId, 'stayOpen')
  if (!cycle.ok) return cycle
  const groups = await loadGroups(context, cycleId)
  if (!groups.ok) return groups
  const { accepted } = sorted(await loadCandidates(context, cycleId, groups.value, filter))
  const byUnit = Map.groupBy(accepted, ({ unit_id }) => unit_id)
  if (accepted.length === 0) return refuse(errorAt('nothingToAccept', '', {}))
  if (byUnit.size > unitLimit) return refuse(errorAt('tooManyUnitsAtOnce', '', { units: byUnit.size, limit: unitLimit }))
  if (hashOfSet(accepted) !== seen) return refuse(errorAt('changedMeanwhile', '', {}))
  const taken: Taken[] = []
  for (const unitId of [...byUnit.keys()].toSorted()) {
    const own = await acceptUnit(
      context,
      cycleId,
      unitId,
      (byUnit.get(unitId) ?? []).map(({ node_id }) => node_id),
    )
    if (!own.ok) return own
    taken.push(...own.value)
  }
  const counts = { units: new Set(taken.map(({ unitId }) => unitId)).size, leaves: taken.length }
  if (taken.length === 0) return refuse(errorAt('nothingToAccept', '', {}))
  const id = randomUUID()
  const key = { authority_id: actor.authorityId, cycle_id: cycleId }
  await transaction
    .insertInto('joint_acceptance')
    .values({ ...key, id, round: 'firstAppraisal', filter: JSON.stringify(filter), ...counts, accepted_by: actor.personId })
    .execute()
  for (let at = 0; at < taken.length; at += 5000)
    await transaction
      .insertInto('joint_acceptance_leaf')
      .values(
        taken.slice(at, at + 5000).map(({ unitId, nodeId, version }) => ({
          ...key,
          acceptance_id: id,
          unit_id: unitId,
          node_id: nodeId,
          decision_version: version,
        })),
      )
      .execute()
  await recordActions(context, [{ kind: 'claimsAcceptedJointly', cycleId, facts: { id, ...filter, ...counts } }])
  return accept({ id, ...counts })
}
