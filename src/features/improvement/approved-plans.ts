import { sql } from 'kysely'
import type { TaskState } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'

export interface ApprovedRow {
  readonly id: string
  readonly unit: { id: string; code: string; name: string }
  readonly action_year: number
  readonly approved_on: string
  readonly document: unknown
  readonly progress: readonly { task: string; on: string; state: TaskState; share: number }[]
}

/**
 * Plans that are carried out, by unit; by keyset on the plan's id. A plan stands as it is now, with the lists that are kept while it is carried out; one that is a draft again as it was last approved.
 */
export const approvedPlans = async (
  { transaction }: ActContext,
  after: string | undefined,
  limit: number,
  unitIds?: readonly string[],
): Promise<readonly ApprovedRow[]> => {
  const { rows } = await sql<ApprovedRow>`
    select p.id, jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name) as unit, p.action_year, a.approved_on,
      case p.stage when 'draft' then a.document else p.document end as document,
      (select coalesce(jsonb_agg(jsonb_build_object('task', t.task_id, 'on', t.reported_on, 'state', t.state, 'share', t.share) order by t.id), '[]')
        from task_progress t where t.plan_id = p.id) as progress
    from improvement_plan p join unit u on u.id = p.unit_id
    join lateral (select approved_on, document from approved_plan where plan_id = p.id order by edition desc limit 1) a on true
    where p.stage <> 'closed' ${after === undefined ? sql`` : sql`and p.id > ${after}`}
      ${unitIds === undefined ? sql`` : sql`and p.unit_id = any(${[...unitIds]}::uuid[])`}
    order by p.id limit ${limit}`.execute(transaction)
  return rows
}
