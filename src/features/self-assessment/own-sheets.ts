import { sql } from 'kysely'
import { accept, type Result } from '../../core/result.ts'
import type { PartState } from '../../core/self-assessment/part.ts'
import type { Stage } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { yearsOfPredecessors } from '../../platform/policy/actor.ts'
import type { OwnSheet } from './contract.ts'

interface OwnRow {
  cycle_id: string
  year: number
  title: string
  unit_id: string
  code: string
  name: string
  stage: Stage
  answered: number
  leaves: number
  closes: Date | null
  last_minute: string | null
  submitted_at: Date | null
  part_state: PartState | null
  division: string | null
}

/** Sheets of the units the person works for, and of those whose divisions they work in with the part of these; once their cycle is open, newest year first. */
export const listOwnSheets = async ({ transaction, actor }: ActContext): Promise<Result<{ sheets: OwnSheet[] }>> => {
  const units = actor.grants.flatMap(({ unitId }) => (unitId ? [unitId] : []))
  // Of predecessors only the years concerned.
  const sinceYears = JSON.stringify(yearsOfPredecessors(actor))
  const { rows } = await sql<OwnRow>`
    select c.id as cycle_id, c.year, c.title, u.id as unit_id, u.code, u.name, cu.stage, d.closes, last_minute(d.closes, a.time_zone) as last_minute,
      cu.submitted_at, part.state as part_state, part.division,
      coalesce(part.answered, t.answered, 0) as answered,
      coalesce(part.leaves, (select count(*) from framework_node n where n.framework_id = cu.framework_id and n.is_leaf and n.source = 'appraised')) as leaves
    from cycle_unit cu
    join cycle c on c.id = cu.cycle_id
    join unit u on u.id = cu.unit_id
    join authority a on a.id = cu.authority_id
    cross join lateral (select closes_at(c.self_assessment_closes, cu.self_assessment_closes) as closes) d
    left join unit_total t on t.cycle_id = cu.cycle_id and t.unit_id = cu.unit_id and t.round = 'claimed'
    left join lateral (select p.state, d.name as division, count(*) as leaves,
        count(*) filter (where s.status <> 'missing') as answered
      from division_part p join unit d on d.id = p.division_id
      join division_leaf l on l.authority_id = p.authority_id and l.cycle_id = p.cycle_id and l.unit_id = p.unit_id and l.division_id = p.division_id
      left join score s on s.authority_id = l.authority_id and s.cycle_id = l.cycle_id and s.unit_id = l.unit_id and s.node_id = l.node_id and s.round = 'claimed'
      where p.cycle_id = cu.cycle_id and p.unit_id = cu.unit_id and p.division_id = any (${units}::uuid[]) and cu.unit_id <> all (${units}::uuid[])
      group by p.division_id, p.state, d.name) part on true
    where cu.unit_id = any (${units}::uuid[] || array(select p.unit_id from division_part p where p.division_id = any (${units}::uuid[])))
      and (cu.unit_id = any (${units}::uuid[]) or part.state is not null) and cu.stage <> 'preparing'
      and c.year >= coalesce((${sinceYears}::jsonb ->> cu.unit_id::text)::integer, 0)
    order by c.year desc, u.name, part.division`.execute(transaction)
  return accept({
    sheets: rows.map((row) => ({
      cycle: { id: row.cycle_id, year: row.year, title: row.title },
      unit: { id: row.unit_id, code: row.code, name: row.name },
      stage: row.stage,
      answered: row.answered,
      leaves: row.leaves,
      ...(row.closes && row.last_minute && { deadline: { closes: row.closes.toISOString(), lastMinute: row.last_minute } }),
      ...(row.submitted_at && { submittedAt: row.submitted_at.toISOString() }),
      ...(row.part_state && { part: { division: row.division ?? '', state: row.part_state } }),
    })),
  })
}
