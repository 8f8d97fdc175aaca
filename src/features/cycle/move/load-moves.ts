import { sql } from 'kysely'
import { walkNodes } from '../../../core/framework/walk.ts'
import { accept, type Result } from '../../../core/result.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { type FrameworkInForce, loadFrameworkInForce } from '../../scores/framework-in-force.ts'
import type { FrameworkMove, LeftBehind, MovePreview } from './contract.ts'
import { headOf, shortOf } from './preview-move.ts'

interface MoveRow {
  readonly id: string
  readonly unit_group: string
  readonly from_framework_id: string
  readonly to_framework_id: string
  readonly reason: string
  readonly moved_at: Date
  readonly person_id: string
  readonly name: string
}

/** Each version is read once, however many rows speak of it. */
const versionsOf = (context: ActContext) => {
  const known = new Map<string, FrameworkInForce>()
  return async (id: string): Promise<FrameworkInForce> => {
    const found = known.get(id) ?? (await loadFrameworkInForce(context, id))
    if ('ok' in found && !found.ok) throw new Error(`the framework ${id} of a move is gone`)
    const version = 'ok' in found ? found.value : found
    known.set(id, version)
    return version
  }
}
type Versions = ReturnType<typeof versionsOf>

/** The moves of a cycle, the newest first. */
export const loadMoves = async (
  context: ActContext,
  cycleId: string,
  versions: Versions = versionsOf(context),
): Promise<FrameworkMove[]> => {
  const { rows } = await sql<MoveRow>`
    select m.id, m.unit_group, m.from_framework_id, m.to_framework_id, m.reason, m.moved_at, p.id as person_id, p.name
    from framework_move m join person p on p.id = m.moved_by where m.cycle_id = ${cycleId} order by m.moved_at desc, m.id`.execute(
    context.transaction,
  )
  const moves: FrameworkMove[] = []
  for (const row of rows)
    moves.push({
      id: row.id,
      unitGroup: row.unit_group,
      from: headOf(await versions(row.from_framework_id)),
      to: headOf(await versions(row.to_framework_id)),
      reason: row.reason,
      at: row.moved_at.toISOString(),
      by: { id: row.person_id, name: row.name },
    })
  return moves
}

type Groups = { unitGroup: string; now: MovePreview['from']; newer: MovePreview['from'][] }[]

/** What each group is assessed by, with the versions in force that were made out of it for the same year. */
export const loadVersions = async (context: ActContext, cycleId: string): Promise<Result<{ groups: Groups; moves: FrameworkMove[] }>> => {
  const versions = versionsOf(context)
  const { rows } = await sql<{ unit_group: string; framework_id: string; newer: string[] }>`
    select cf.unit_group, cf.framework_id, array(select f.id::text from framework f
      where f.authority_id = cf.authority_id and f.status = 'inForce' and f.based_on = cf.framework_id and f.year = now.year and f.unit_group = cf.unit_group
      order by f.in_force_from, f.created_at) as newer
    from cycle_framework cf join framework now on now.id = cf.framework_id where cf.cycle_id = ${cycleId} order by cf.unit_group`.execute(
    context.transaction,
  )
  const groups: Groups = []
  for (const { unit_group, framework_id, newer } of rows) {
    const heads = []
    for (const id of newer) heads.push(headOf(await versions(id)))
    groups.push({ unitGroup: unit_group, now: headOf(await versions(framework_id)), newer: heads })
  }
  return accept({ groups, moves: await loadMoves(context, cycleId, versions) })
}

interface LeftRow {
  readonly move_id: string
  readonly number: number
  readonly what: string
  readonly node_id: string
  readonly became: readonly string[]
  readonly whole: Readonly<Record<string, unknown>>
  readonly title: string | null
  readonly from_framework_id: string
  readonly to_framework_id: string
}

const written = ['explanation', 'reason', 'request', 'note', 'words', 'source'] as const

const textIn = (whole: LeftRow['whole'], name: string): string | undefined => {
  const value = whole[name]
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

const figureIn = ({ whole }: LeftRow): string | undefined => {
  const value = whole['points'] ?? whole['typed_points'] ?? whole['mark'] ?? whole['value']
  return typeof value === 'number' || typeof value === 'string' ? String(value) : undefined
}

const leafIn = (version: FrameworkInForce, id: string) => {
  const found = [...walkNodes(version.framework.nodes)].find(({ node }) => node.id === id)
  return found ? shortOf(found.node) : { id, code: id, name: '', maxPoints: '0' }
}

const leftOf = async (row: LeftRow, versions: Versions): Promise<LeftBehind> => {
  const points = figureIn(row)
  const [from, to] = [await versions(row.from_framework_id), await versions(row.to_framework_id)]
  return {
    moveId: row.move_id,
    number: row.number,
    what: row.what,
    leaf: leafIn(from, row.node_id),
    became: row.became.map((id) => leafIn(to, id)),
    ...(row.whole['round'] !== undefined && { round: row.whole['round'] as NonNullable<LeftBehind['round']> }),
    ...(row.whole['status'] !== undefined && { status: row.whole['status'] as NonNullable<LeftBehind['status']> }),
    ...(points !== undefined && { points }),
    words: written.flatMap((name) => textIn(row.whole, name) ?? []),
    ...(row.title !== null && { document: row.title }),
  }
}

/** More than one unit leaves behind in a year; where it is more, the page says so. */
const mostShown = 2000

/** What stood at leaves of one unit that moves did not carry over as it was, newest move first, in the order of the old leaves. */
export const loadLeftBehind = async (
  context: ActContext,
  { cycleId, unitId }: { readonly cycleId: string; readonly unitId: string },
): Promise<Result<{ moves: FrameworkMove[]; rows: LeftBehind[]; hasMore: boolean }>> => {
  const versions = versionsOf(context)
  const { rows } = await sql<LeftRow>`
    select l.move_id, l.number::integer, l.what, l.node_id, l.became, l.whole, e.title, m.from_framework_id, m.to_framework_id
    from left_behind l
    join framework_move m on m.authority_id = l.authority_id and m.id = l.move_id
    left join framework_node n on n.authority_id = m.authority_id and n.framework_id = m.from_framework_id and n.node_id = l.node_id
    left join evidence e on e.authority_id = l.authority_id and e.id = (l.whole->>'evidence_id')::uuid
    where l.cycle_id = ${cycleId} and l.unit_id = ${unitId}
    order by m.moved_at desc, n.position, l.number limit ${mostShown + 1}`.execute(context.transaction)
  const shown: LeftBehind[] = []
  for (const row of rows.slice(0, mostShown)) shown.push(await leftOf(row, versions))
  const of = new Set(shown.map(({ moveId }) => moveId))
  return accept({
    moves: (await loadMoves(context, cycleId, versions)).filter(({ id }) => of.has(id)),
    rows: shown,
    hasMore: rows.length > mostShown,
  })
}
