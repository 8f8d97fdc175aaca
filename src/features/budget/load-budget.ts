import { sql } from 'kysely'
import { z } from 'zod'
import { type BudgetLine, budgetLineShape, type BudgetStage, sumBudget } from '../../core/cycle/budget.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { BudgetView } from './contract.ts'

export interface BudgetRow {
  readonly cycle: BudgetView['cycle']
  readonly stage: BudgetStage
  readonly version: number
  readonly lines: readonly BudgetLine[]
  readonly finance_unit: { id: string; name: string } | null
  readonly opinion: string | null
  readonly appraised_on: string | null
  readonly appraised_by: string | null
}

const linesShape = z.array(budgetLineShape)
const columns = sql`jsonb_build_object('id', c.id, 'title', c.title, 'year', c.year) as cycle, coalesce(b.stage, 'draft') as stage,
  coalesce(b.version, 0) as version, coalesce(b.lines, '[]') as lines, b.opinion, b.appraised_on, p.name as appraised_by,
  case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end as finance_unit`
const beside = sql`left join unit u on u.id = b.finance_unit_id left join person p on p.id = b.appraised_by`

const rowOf = (row: BudgetRow & { readonly lines: unknown }): BudgetRow => ({ ...row, lines: linesShape.parse(row.lines) })

/** The estimate of a cycle; an empty draft of version 0 where none was drawn up. With `lock` nobody else changes it meanwhile. */
export const loadBudget = async ({ transaction, actor }: ActContext, cycleId: string, lock = false): Promise<Result<BudgetRow>> => {
  if (lock) await sql`select from cycle_budget where cycle_id = ${cycleId} for update`.execute(transaction)
  const { rows } = await sql<BudgetRow>`
    select ${columns} from cycle c left join cycle_budget b on b.authority_id = c.authority_id and b.cycle_id = c.id ${beside}
    where c.id = ${cycleId} and c.authority_id = ${actor.authorityId}`.execute(transaction)
  return rows[0] ? accept(rowOf(rows[0])) : refuse(errorAt('notFound', cycleId, { what: 'cycle' }))
}

/** Estimates that this unit appraises or has appraised. */
export const loadBudgetsOf = async ({ transaction }: ActContext, unitId: string): Promise<readonly BudgetRow[]> => {
  const { rows } = await sql<BudgetRow>`
    select ${columns} from cycle_budget b join cycle c on c.id = b.cycle_id ${beside}
    where b.finance_unit_id = ${unitId} and b.stage <> 'draft' order by c.year desc, c.id limit 50`.execute(transaction)
  return rows.map(rowOf)
}

export const viewOf = ({ cycle, stage, version, lines, finance_unit, opinion, appraised_on, appraised_by }: BudgetRow): BudgetView => ({
  cycle,
  stage,
  version,
  lines: [...lines],
  ...sumBudget(lines),
  ...(finance_unit && { financeUnit: finance_unit }),
  ...(opinion !== null && { opinion }),
  ...(appraised_on !== null && { appraisedOn: appraised_on }),
  ...(appraised_by !== null && { appraisedBy: appraised_by }),
})

/** Units that can be asked: whatever stands by itself and is no commune. */
export const loadFinanceUnits = async ({ transaction }: ActContext): Promise<{ id: string; name: string }[]> =>
  (
    await sql<{ id: string; name: string }>`
      select id, name from unit where kind not in ('division', 'commune') and valid @> today() order by name limit 500`.execute(transaction)
  ).rows
