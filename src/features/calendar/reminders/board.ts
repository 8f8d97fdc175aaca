import { sql } from 'kysely'
import { accept, type Result } from '../../../core/result.ts'
import type { Stage } from '../../../core/vocabulary.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { Board, BoardUnit } from './contract.ts'

interface UnitRow extends Omit<BoardUnit, 'remindedAt' | 'stage'> {
  readonly stage: Stage
  readonly reminded_at: Date | null
}

const loadUnits = async ({ transaction, now }: ActContext, cycleId: string): Promise<readonly UnitRow[]> => {
  const { rows } = await sql<UnitRow>`
    with leaves as (
      select cf.unit_group, count(n.node_id)::int as count from cycle_framework cf
      left join framework_node n on n.authority_id = cf.authority_id and n.framework_id = cf.framework_id and n.is_leaf and n.source = 'appraised'
      where cf.cycle_id = ${cycleId} group by cf.unit_group
    ), told as (
      select unit_id, max(created_at) as at from notice where cycle_id = ${cycleId} group by unit_id
    ), staffed as (
      select g.unit_id, count(distinct p.id)::int as people from role_grant g join person p on p.id = g.person_id and p.active
      where g.valid @> today() and g.role in ('unitOfficer', 'headOfUnit') group by g.unit_id
    )
    select u.id, u.code, u.name, cu.unit_group as group, cu.stage, coalesce(t.answered, 0) as answered, coalesce(l.count, 0) as leaves,
      coalesce(cu.stage = 'selfAssessing' and closes_at(c.self_assessment_closes, cu.self_assessment_closes) <= ${now}, false) as late,
      coalesce(s.people, 0) as people, told.at as reminded_at
    from cycle_unit cu join cycle c on c.id = cu.cycle_id join unit u on u.id = cu.unit_id
    left join leaves l on l.unit_group = cu.unit_group
    left join told on told.unit_id = cu.unit_id
    left join staffed s on s.unit_id = cu.unit_id
    left join unit_total t on t.authority_id = cu.authority_id and t.cycle_id = cu.cycle_id and t.unit_id = cu.unit_id
      and t.round = 'claimed'
    where cu.cycle_id = ${cycleId} order by cu.unit_group, u.name, u.code`.execute(transaction)
  return rows
}

const loadMail = async ({ transaction }: ActContext, cycleId: string): Promise<Board['mail']> => {
  const { rows } = await sql<Board['mail']>`
    select count(*) filter (where mail = 'waiting')::int as waiting, count(*) filter (where mail = 'sent')::int as sent,
      count(*) filter (where mail = 'failed')::int as failed from notice where cycle_id = ${cycleId}`.execute(transaction)
  return rows[0] ?? { waiting: 0, sent: 0, failed: 0 }
}

const loadFailures = async ({ transaction }: ActContext, cycleId: string): Promise<Board['failures']> => {
  const { rows } = await sql<Board['failures'][number]>`
    select p.name as person, n.mail_failure as reason, n.mail_attempts as attempts, n.mail = 'failed' as "isGivenUp"
    from notice n join person p on p.id = n.person_id
    where n.cycle_id = ${cycleId} and n.mail_failure is not null order by n.created_at desc, n.id desc limit 50`.execute(transaction)
  return rows
}

/** Who has entered what, who is late, whom somebody reminded when. Three statements, whatever the number of units. */
export const loadBoard = async (context: ActContext, cycleId: string, hasMail: boolean): Promise<Result<Board>> => {
  const units = await loadUnits(context, cycleId)
  return accept({
    units: units.map(({ reminded_at, ...unit }) => ({ ...unit, ...(reminded_at !== null && { remindedAt: reminded_at.toISOString() }) })),
    hasMail,
    mail: await loadMail(context, cycleId),
    failures: await loadFailures(context, cycleId),
  })
}
