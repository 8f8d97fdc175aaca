import { sql } from 'kysely'
import { parsePoints, pointsText } from '../../core/exact/points.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { PreviousValue, Sheet } from './contract.ts'

interface PreviousRow {
  year: number
  title: string
  node_id: string | null
  status: PreviousValue['status']
  points: string | null
  inputs: PreviousValue['inputs'] | null
}

const valueOf = ({ node_id, status, points, inputs }: PreviousRow): readonly PreviousValue[] => {
  if (node_id === null) return []
  const exact = points === null ? undefined : parsePoints(points)
  return [{ nodeId: node_id, status, ...(exact !== undefined && { points: pointsText(exact) }), ...(inputs && { inputs }) }]
}

/**
 * What the unit had in the cycle before, leaf by leaf: only where the leaf has the same id and the same name today. The last round counts once
 * the result is decided; before that, what the unit claimed.
 */
export const loadPrevious = async (
  { transaction }: ActContext,
  { cycleId, unitId }: { readonly cycleId: string; readonly unitId: string },
  frameworkId: string,
): Promise<Sheet['previous']> => {
  const { rows } = await sql<PreviousRow>`
    select distinct on (s.node_id) p.year, p.title, s.node_id, s.status, s.points, s.inputs
    from cycle c
    join cycle p on p.id = c.previous_id
    join cycle_unit cu on cu.cycle_id = p.id and cu.unit_id = ${unitId}
    left join (score s
      join framework_node old on old.framework_id = s.framework_id and old.node_id = s.node_id
      join framework_node new on new.framework_id = ${frameworkId} and new.node_id = old.node_id and new.name = old.name and new.is_leaf)
      on s.cycle_id = p.id and s.unit_id = cu.unit_id and s.status in ('scored', 'notApplicable', 'missing')
      and (s.round = 'claimed' or cu.stage in ('approved', 'published'))
    where c.id = ${cycleId}
    order by s.node_id, array_position(p.rounds, s.round) desc`.execute(transaction)
  const first = rows[0]
  return first && { year: first.year, title: first.title, values: rows.flatMap(valueOf) }
}
