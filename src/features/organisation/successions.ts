import { sql } from 'kysely'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { endUnit, lockUnit } from './change-unit.ts'
import type { Unit } from './contract.ts'
import { loadUnits } from './load-units.ts'

export interface Succession {
  readonly predecessors: readonly { readonly unitId: string; readonly version: number }[]
  readonly successors: readonly string[]
  readonly since: string
  readonly decision?: string | undefined
}

/** Nobody succeeds themselves, nor through others: following successors never leads back. */
const checkCircle = async (
  { transaction }: ActContext,
  former: readonly Unit[],
  successors: readonly string[],
): Promise<readonly Problem[]> => {
  const { rows } = await sql<{ id: string }>`
    with recursive after as (
      select unnest(${[...successors]}::uuid[]) as id
      union select s.successor_id from unit_successor s join after on s.unit_id = after.id
    ) select id from after`.execute(transaction)
  return former
    .filter(({ id }) => rows.some((row) => row.id === id))
    .map(({ name }) => errorAt('successorCircle', 'successors', { unit: name }))
}

/** Units go over into others on a day: the former are closed, who follows them is recorded with what it rests on. */
export const succeedUnits = async (context: ActContext, succession: Succession): Promise<Result<{ units: Unit[] }>> => {
  const { transaction, actor } = context
  const former: Unit[] = []
  for (const { unitId, version } of succession.predecessors.toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1))) {
    const unit = await lockUnit(context, unitId, version)
    if (!unit.ok) return unit
    former.push(unit.value)
  }
  const later = await loadUnits(context, succession.successors)
  const unknown = succession.successors.filter((wanted) => !later.some(({ id }) => id === wanted))
  const problems = [
    ...unknown.map((unit) => errorAt('unknownUnit', 'successors', { unit })),
    ...(await checkCircle(context, former, succession.successors)),
  ]
  if (problems.length) return refuse(...problems)
  const ended = (await Promise.all(former.map((unit) => endUnit(context, unit, succession.since)))).flat()
  if (ended.length) return refuse(...ended)
  const pairs = former.flatMap(({ id }) => later.map((unit) => ({ unit_id: id, successor_id: unit.id })))
  await transaction
    .insertInto('unit_successor')
    .values(
      pairs.map((pair) => ({ ...pair, authority_id: actor.authorityId, since: succession.since, decision: succession.decision ?? null })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const facts = { successors: later.map(({ code }) => code), since: succession.since, decision: succession.decision }
  await recordActions(
    context,
    former.map(({ id }) => ({ kind: 'unitSucceeded', unitId: id, facts })),
  )
  return accept({
    units: await loadUnits(
      context,
      [...former, ...later].map(({ id }) => id),
    ),
  })
}

interface SuccessionRow {
  side: 'predecessors' | 'successors'
  id: string
  code: string
  name: string
  since: string
  decision: string | null
}

type Side = { unit: { id: string; code: string; name: string }; since: string; decision?: string }[]

/** Predecessors and successors of a unit; of one year, those for which it answers in that year. */
export const unitHistory = async (
  { transaction }: ActContext,
  unitId: string,
  year?: number,
): Promise<Result<{ predecessors: Side; successors: Side }>> => {
  const { rows } = await sql<SuccessionRow>`
    select case when s.successor_id = ${unitId} then 'predecessors' else 'successors' end as side, u.id, u.code, u.name,
      s.since::text as since, s.decision
    from unit_successor s join unit u on u.id = case when s.successor_id = ${unitId} then s.unit_id else s.successor_id end
    where ${unitId} in (s.unit_id, s.successor_id)
      and (${year ?? null}::int is null or extract(year from s.since) = ${year ?? null}::int)
    order by s.since, u.name`.execute(transaction)
  const of = (side: SuccessionRow['side']): Side =>
    rows
      .filter((row) => row.side === side)
      .map(({ id, code, name, since, decision }) => ({ unit: { id, code, name }, since, ...(decision && { decision }) }))
  return accept({ predecessors: of('predecessors'), successors: of('successors') })
}
