import { sql } from 'kysely'
import { comparedName } from '../../core/organisation/same-name.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { AssignmentPlan, PlanChange } from './contract.ts'
import type { PlaceOfPlan } from './load-ground.ts'
import { type LoadedPlan, loadAssigned, loadPlan } from './load-plan.ts'
import { followAssignment } from './share-out.ts'

/** Everything in a change that names what is not there. */
const checkChange = ({ assigned, ground }: LoadedPlan, { names, rows }: PlanChange): readonly Problem[] => {
  const nodes = new Set<string>(assigned.map(({ node }) => node.id))
  const units = new Set(ground.units.map(({ id }) => id))
  const people = new Set(ground.people.map(({ id }) => id))
  const unit = (at: string, unitId: string | undefined): readonly Problem[] =>
    unitId === undefined || units.has(unitId) ? [] : [errorAt('unknownUnit', at, { unit: unitId })]
  return [
    ...names.flatMap(({ toUnitId }, index) => unit(`names.${index}`, toUnitId)),
    ...rows.flatMap(({ nodeIds, parties = [] }, index) => [
      ...nodeIds.filter((id) => !nodes.has(id)).map((id) => errorAt('unknownNode', `rows.${index}`, { node: id })),
      ...parties.flatMap((party, place) => {
        const at = `rows.${index}.parties.${place}`
        if ('unitId' in party) return unit(at, party.unitId)
        return 'personId' in party && !people.has(party.personId) ? [errorAt('notFound', at, { what: 'person' })] : []
      }),
    ]),
  ]
}

/** Takes the next version, or yields to whoever was first; two who begin a plan at once meet at its row. */
const takeVersion = async ({ transaction, actor }: ActContext, { cycleId, unitId }: PlaceOfPlan, seen: number): Promise<boolean> => {
  if (seen > 0) {
    const { numUpdatedRows } = await transaction
      .updateTable('assignment_plan')
      .set({ version: seen + 1, changed_at: sql<Date>`now()`, changed_by: actor.personId })
      .where('cycle_id', '=', cycleId)
      .where('unit_id', '=', unitId)
      .where('version', '=', seen)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  }
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('assignment_plan')
    .values({ authority_id: actor.authorityId, cycle_id: cycleId, unit_id: unitId, changed_by: actor.personId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

const writeNames = async ({ transaction, actor }: ActContext, place: PlaceOfPlan, names: PlanChange['names']): Promise<void> => {
  for (const { name, toUnitId } of names) {
    const key = { cycle_id: place.cycleId, unit_id: place.unitId, name: comparedName(name) }
    await transaction
      .deleteFrom('assignment_name')
      .where('cycle_id', '=', key.cycle_id)
      .where('unit_id', '=', key.unit_id)
      .where('name', '=', key.name)
      .execute()
    if (toUnitId !== undefined)
      await transaction
        .insertInto('assignment_name')
        .values({ ...key, authority_id: actor.authorityId, to_unit_id: toUnitId })
        .execute()
  }
}

const writeRows = async ({ transaction, actor }: ActContext, place: PlaceOfPlan, rows: PlanChange['rows']): Promise<void> => {
  for (const { nodeIds, duty, parties } of rows) {
    await transaction
      .deleteFrom('assignment')
      .where('cycle_id', '=', place.cycleId)
      .where('unit_id', '=', place.unitId)
      .where('duty', '=', duty)
      .where('node_id', 'in', nodeIds)
      .execute()
    if (!parties) continue
    const values = nodeIds.flatMap((node_id) =>
      parties.map((party, index) => ({
        authority_id: actor.authorityId,
        cycle_id: place.cycleId,
        unit_id: place.unitId,
        node_id,
        duty,
        position: index + 1,
        to_unit_id: 'unitId' in party ? party.unitId : null,
        to_person_id: 'personId' in party ? party.personId : null,
        words: 'words' in party ? party.words : null,
      })),
    )
    await transaction.insertInto('assignment').values(values).execute()
  }
}

/** Settles names and sets leads and helpers; nothing of a change stands unless all of it does. */
export const changePlan = async (
  context: ActContext,
  place: PlaceOfPlan,
  seen: number,
  change: PlanChange,
): Promise<Result<AssignmentPlan>> => {
  const plan = await loadAssigned(context, place)
  if (!plan.ok) return plan
  const problems = checkChange(plan.value, change)
  if (problems.length > 0) return { ok: false, problems }
  if (plan.value.head.version !== seen || !(await takeVersion(context, place, seen)))
    return refuse(errorAt('changedMeanwhile', '', { version: String(plan.value.head.version) }))
  await writeNames(context, place, change.names)
  await writeRows(context, place, change.rows)
  const followed = await followAssignment(context, place)
  if (!followed.ok) return followed
  await recordActions(context, [{ kind: 'assignmentChanged', ...place, facts: { ...change } }])
  const changed = await loadPlan(context, place)
  return changed.ok ? accept(changed.value) : changed
}
