import { sql } from 'kysely'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { NewCycle } from './contract.ts'

type Assignment = NewCycle['frameworks'][number]

interface PlacedUnit {
  readonly id: string
  readonly unit_group: string
  readonly ranked: boolean
}

/** One framework in force per group, each made for that group. */
const checkFrameworks = async ({ transaction }: ActContext, assignments: readonly Assignment[]): Promise<readonly Problem[]> => {
  const ids = assignments.map(({ frameworkId }) => frameworkId)
  const known = await transaction.selectFrom('framework').select(['id', 'status']).where('id', 'in', ids).execute()
  return assignments.flatMap(({ frameworkId, unitGroup }, index): readonly Problem[] => {
    const at = `frameworks.${index}`
    const found = known.find(({ id }) => id === frameworkId)
    if (!found) return [errorAt('notFound', at, { what: 'framework' })]
    if (found.status !== 'inForce') return [errorAt('notInForce', at, {})]
    const repeated = assignments.findIndex((each) => each.unitGroup === unitGroup) < index
    return repeated ? [errorAt('alreadyExists', at, { what: 'group', value: unitGroup })] : []
  })
}

/** The units each framework is for: those asked for, which must be valid units of the group, or all of the group. */
const unitsFor = async (
  { transaction }: ActContext,
  assignments: readonly Assignment[],
): Promise<Result<ReadonlyMap<string, readonly PlacedUnit[]>>> => {
  const { rows } = await sql<PlacedUnit>`
    select id, unit_group, ranked from unit
    where unit_group = any (${assignments.map(({ unitGroup }) => unitGroup)}) and valid @> today()`.execute(transaction)
  const problems: Problem[] = []
  const placed = assignments.map(({ unitGroup, unitIds }, index) => {
    const group = new Map(rows.filter((row) => row.unit_group === unitGroup).map((row) => [row.id, row]))
    const wanted = [...new Set(unitIds ?? group.keys())]
    problems.push(...wanted.filter((id) => !group.has(id)).map((id) => errorAt('unknownUnit', `frameworks.${index}`, { unit: id })))
    if (wanted.length === 0) problems.push(errorAt('noUnits', `frameworks.${index}`, { group: unitGroup }))
    return [unitGroup, wanted.flatMap((id) => group.get(id) ?? [])] as const
  })
  return problems.length ? { ok: false, problems } : accept(new Map(placed))
}

const insertUnits = async (
  { transaction, actor }: ActContext,
  cycleId: string,
  { unitGroup, frameworkId }: Assignment,
  units: readonly PlacedUnit[],
): Promise<void> => {
  await sql`
    insert into cycle_unit (authority_id, cycle_id, unit_id, unit_group, framework_id, ranked, stage)
    select ${actor.authorityId}, ${cycleId}, u.id, ${unitGroup}, ${frameworkId}, u.ranked, 'preparing'
    from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as u(id uuid, ranked boolean)`.execute(transaction)
}

/** Gives a cycle in preparation its frameworks and units; what it had before is gone. */
export const placeUnits = async (
  context: ActContext,
  cycleId: string,
  assignments: readonly Assignment[],
): Promise<Result<Readonly<Record<string, number>>>> => {
  const problems = await checkFrameworks(context, assignments)
  const units = await unitsFor(context, assignments)
  if (problems.length || !units.ok) return { ok: false, problems: [...problems, ...(units.ok ? [] : units.problems)] }
  const { transaction, actor } = context
  await transaction.deleteFrom('cycle_unit').where('cycle_id', '=', cycleId).execute()
  await transaction.deleteFrom('cycle_framework').where('cycle_id', '=', cycleId).execute()
  await transaction
    .insertInto('cycle_framework')
    .values(
      assignments.map(({ unitGroup, frameworkId }) => ({
        authority_id: actor.authorityId,
        cycle_id: cycleId,
        unit_group: unitGroup,
        framework_id: frameworkId,
      })),
    )
    .execute()
  for (const assignment of assignments) await insertUnits(context, cycleId, assignment, units.value.get(assignment.unitGroup) ?? [])
  return accept(Object.fromEntries([...units.value].map(([group, placed]) => [group, placed.length])))
}
