import { sql } from 'kysely'
import { isCarried, rowsThatStandFor } from '../../../core/framework/versions/leaf-fates.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { Move } from './load-move.ts'
import { type CarriedTable, carriedTables, nodeTables } from './node-tables.ts'

/** Where the rows of one old row of the framework go; `whole` says that they stand there as they stood before. */
interface Way {
  readonly old: string
  readonly became: readonly string[]
  readonly whole: boolean
}

/** Ways of leaves, and of any row: what hangs on an area follows the area, what hangs on a leaf that was parted goes to every part. */
const waysOf = ({ fates, from, to }: Move): { readonly leaves: readonly Way[]; readonly rows: readonly Way[] } => {
  const leaves = fates.map(({ leaf, fate, now }) => ({
    old: leaf.id as string,
    became: now.map(({ id }) => id as string),
    whole: isCarried(fate),
  }))
  const known = new Set(leaves.map(({ old }) => old))
  const groups = [...rowsThatStandFor(from.framework, to.framework, to.framework.codeMap ?? {})]
    .filter(([old]) => !known.has(old))
    .map(([old, became]) => ({ old, became, whole: became.length === 1 }))
  // No row of the framework is the whole of it.
  return { leaves, rows: [...leaves, ...groups, { old: '', became: [''], whole: true }] }
}

const waysTable = (ways: readonly Way[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(ways)}::jsonb) as w(old text, became text[], whole boolean)`

/** Rows of the units that move; a finding belongs to its visit, an assignment to a group may name no unit. */
const ownRows = (table: CarriedTable, { place, units }: Move) => {
  const ids = units.map(({ id }) => id)
  if (table === 'inspection_finding')
    return sql`t.inspection_id in (select i.id from inspection i where i.cycle_id = ${place.cycleId} and i.unit_id = any (${ids}::uuid[]))`
  if (table === 'appraisal_assignment') return sql`t.cycle_id = ${place.cycleId} and t.unit_group = ${place.unitGroup}`
  return sql`t.cycle_id = ${place.cycleId} and t.unit_id = any (${ids}::uuid[])`
}

const unitOf = (table: CarriedTable) =>
  table === 'inspection_finding'
    ? sql`(select i.unit_id from inspection i where i.authority_id = gone.authority_id and i.id = gone.inspection_id)`
    : sql`gone.unit_id`

/** Takes every row that hangs on the old version up, as it stands; those that refer to others first. */
export const takeRows = async ({ transaction, actor }: ActContext, move: Move, moveId: string): Promise<void> => {
  const ways = waysOf(move)
  for (const table of carriedTables.toReversed()) {
    await sql`
      with gone as (delete from ${sql.table(table)} t where ${ownRows(table, move)} returning t.*)
      insert into left_behind (authority_id, move_id, cycle_id, unit_id, what, node_id, became, whole)
      select ${actor.authorityId}, ${moveId}, ${move.place.cycleId}, ${unitOf(table)}, ${table}, gone.node_id, coalesce(w.became, '{}'), to_jsonb(gone)
      from gone left join ${waysTable(nodeTables[table] === 'rows' ? ways.rows : ways.leaves)} on w.old = gone.node_id`.execute(transaction)
  }
}

/** What a score says of its place besides the leaf: the framework, and the bounds that the leaf now has. */
const placeOfScore = ({ to }: Move) => sql`
  jsonb_build_object('node_id', b.node_id, 'framework_id', ${to.id}::text, 'min_points', n.min_points, 'max_points', n.max_points)
    || case when l.whole->>'points' is not null and (l.whole->>'points')::numeric not between n.min_points and n.max_points
      then '{"status": "missing", "points": null, "applied_max": null}'::jsonb
      when (l.whole->>'applied_max')::numeric > n.max_points then '{"applied_max": null}'::jsonb else '{}'::jsonb end`

/** Puts them down again at the leaves that stand for theirs. Of two that meet at one leaf the first stays, the other is left behind. */
export const putRows = async ({ transaction }: ActContext, move: Move, moveId: string): Promise<void> => {
  const ways = waysOf(move)
  for (const table of carriedTables) {
    const treatment = nodeTables[table]
    const place = table === 'score' ? placeOfScore(move) : sql`jsonb_build_object('node_id', b.node_id)`
    await sql`
      insert into ${sql.table(table)} select r.*
      from left_behind l
      join ${waysTable(treatment === 'rows' ? ways.rows : ways.leaves)} on w.old = l.node_id
      cross join unnest(l.became) as b(node_id)
      left join framework_node n on n.authority_id = l.authority_id and n.framework_id = ${move.to.id} and n.node_id = b.node_id
      cross join lateral jsonb_populate_record(null::${sql.table(table)}, l.whole || ${place}) r
      where l.move_id = ${moveId} and l.what = ${table} and (w.whole or ${treatment !== 'one'}::boolean) order by l.number
      on conflict do nothing`.execute(transaction)
  }
}

/** What stands where it stood need not be kept twice; `changed` are scores that the new leaf took otherwise. */
export const forgetWhole = async (
  { transaction }: ActContext,
  move: Move,
  moveId: string,
  changed: readonly { readonly unitId: string; readonly round: string; readonly oldId: string }[],
): Promise<void> => {
  await sql`
    delete from left_behind l using ${waysTable(waysOf(move).rows)}
    where l.move_id = ${moveId} and w.old = l.node_id and w.whole and not (l.what = 'score' and exists (
      select from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as c("unitId" uuid, round text, "oldId" text)
      where c."unitId" = l.unit_id and c.round = l.whole->>'round' and c."oldId" = l.node_id))`.execute(transaction)
}
