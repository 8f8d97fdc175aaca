import { sql } from 'kysely'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { OwnExplanation } from './explanation-contract.ts'

interface OwnRow extends Omit<OwnExplanation, 'deadline'> {
  readonly closes: Date | null
  readonly last_minute: string | null
}

/** Units the actor serves in, once their results were sent: cycles that ask for an explanation alone. */
export const listOwnExplanations = async ({ transaction, actor }: ActContext): Promise<Result<{ sheets: OwnExplanation[] }>> => {
  const units = actor.grants.flatMap(({ unitId }) => unitId ?? [])
  const { rows } = await sql<OwnRow>`
    select jsonb_build_object('id', c.id, 'title', c.title, 'year', c.year) as cycle,
      jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name) as unit, cu.stage, w.closes,
      last_minute(w.closes, a.time_zone) as last_minute,
      (select count(*)::int from explanation e where e.cycle_id = cu.cycle_id and e.unit_id = cu.unit_id
        and e.answer = 'disputed' and e.withdrawn_at is null) as disputed
    from cycle_unit cu join cycle c on c.id = cu.cycle_id join unit u on u.id = cu.unit_id join authority a on a.id = cu.authority_id
    cross join lateral (select case when cu.explanation_closes is not null then greatest(cu.explanation_closes, step_closes(c.id, 'explanation')) end as closes) w
    where cu.unit_id = any (${units}::uuid[]) and 'explanation' = any (c.rounds) and cu.submitted_at is not null
      and cu.stage in ('explaining', 'secondAppraisal', 'council', 'approved', 'published')
    order by c.year desc, c.created_at desc, u.name limit 200`.execute(transaction)
  return accept({
    sheets: rows.map(({ closes, last_minute, ...rest }) => ({
      ...rest,
      ...(closes && last_minute && { deadline: { closes: closes.toISOString(), lastMinute: last_minute } }),
    })),
  })
}
