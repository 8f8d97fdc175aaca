import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Edit } from '../../core/results/edits.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { Row } from '../../platform/database/tables.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { Scenario } from './scenario-contract.ts'

interface NewScenario {
  readonly cycleId: string
  readonly group: string
  readonly name: string
  readonly edits: readonly Edit[]
}

const scenarioOf = (row: Row<'scenario'>): Scenario => ({
  id: row.id,
  cycleId: row.cycle_id,
  group: row.unit_group,
  name: row.name,
  edits: row.edits as Edit[],
  version: row.version,
  changedAt: row.changed_at.toISOString(),
})

/** The person's own; row-level security shows no other. A person keeps a few dozen at most. */
export const listScenarios = async (
  { transaction }: ActContext,
  { cycleId }: { readonly cycleId?: string | undefined },
): Promise<Result<{ scenarios: Scenario[] }>> => {
  const query = transaction.selectFrom('scenario').selectAll().orderBy('changed_at', 'desc').limit(100)
  const rows = await (cycleId === undefined ? query : query.where('cycle_id', '=', cycleId)).execute()
  return accept({ scenarios: rows.map(scenarioOf) })
}

/** Keeps what was tried; a name stands once per group of a cycle. */
export const keepScenario = async (context: ActContext, input: NewScenario): Promise<Result<Scenario>> => {
  const { transaction, actor } = context
  const cycle = await transaction
    .selectFrom('cycle_framework')
    .select('cycle_id')
    .where('cycle_id', '=', input.cycleId)
    .where('unit_group', '=', input.group)
    .executeTakeFirst()
  if (!cycle) return refuse(errorAt('notFound', input.cycleId, { what: 'cycle' }))
  const { rows } = await sql<Row<'scenario'>>`
    insert into scenario (id, authority_id, person_id, cycle_id, unit_group, name, edits)
    values (${randomUUID()}, ${actor.authorityId}, ${actor.personId}, ${input.cycleId}, ${input.group}, ${input.name}, ${JSON.stringify(input.edits)}::jsonb)
    on conflict (authority_id, person_id, cycle_id, unit_group, name) do nothing returning *`.execute(transaction)
  const [row] = rows
  if (!row) return refuse(errorAt('alreadyExists', 'name', { what: 'scenario', value: input.name }))
  await recordActions(context, [{ kind: 'scenarioKept', cycleId: input.cycleId, facts: { scenarioId: row.id, name: row.name } }])
  return accept(scenarioOf(row))
}

const changedOrGone = async ({ transaction }: ActContext, id: string): Promise<Result<never>> => {
  const row = await transaction.selectFrom('scenario').select('version').where('id', '=', id).executeTakeFirst()
  return refuse(row ? errorAt('changedMeanwhile', id, { version: `${row.version}` }) : errorAt('notFound', id, { what: 'scenario' }))
}

export const changeScenario = async (
  context: ActContext,
  at: { readonly scenarioId: string; readonly version: number },
  { name, edits }: Pick<NewScenario, 'name' | 'edits'>,
): Promise<Result<Scenario>> => {
  const row = await context.transaction
    .updateTable('scenario')
    .set({ name, edits: JSON.stringify(edits), version: at.version + 1, changed_at: sql<Date>`now()` })
    .where('id', '=', at.scenarioId)
    .where('version', '=', at.version)
    .returningAll()
    .executeTakeFirst()
  if (!row) return changedOrGone(context, at.scenarioId)
  await recordActions(context, [{ kind: 'scenarioChanged', cycleId: row.cycle_id, facts: { scenarioId: row.id, name } }])
  return accept(scenarioOf(row))
}

export const dropScenario = async (
  context: ActContext,
  at: { readonly scenarioId: string; readonly version: number },
): Promise<Result<undefined>> => {
  const row = await context.transaction
    .deleteFrom('scenario')
    .where('id', '=', at.scenarioId)
    .where('version', '=', at.version)
    .returning(['id', 'cycle_id', 'name'])
    .executeTakeFirst()
  if (!row) return changedOrGone(context, at.scenarioId)
  await recordActions(context, [{ kind: 'scenarioDropped', cycleId: row.cycle_id, facts: { scenarioId: row.id, name: row.name } }])
  return accept(undefined)
}
