import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Round, Stage } from '../../core/vocabulary.ts'
import type { Transaction } from '../../platform/database/transaction.ts'

export interface CycleUnderAppraisal {
  readonly id: string
  readonly year: number
  readonly title: string
  readonly stage: Stage
  readonly rounds: readonly Round[]
  readonly explanationDays: number
}

/** `stayOpen` keeps the cycle from being closed until the act ends and disturbs nobody else; `close` waits for all who hold it open. */
export const loadCycle = async (
  transaction: Transaction,
  cycleId: string,
  lock?: 'stayOpen' | 'close',
): Promise<Result<CycleUnderAppraisal>> => {
  const query = transaction
    .selectFrom('cycle')
    .select(['id', 'year', 'title', 'stage', 'rounds', 'explanation_days as explanationDays'])
    .where('id', '=', cycleId)
  const row = await (lock === 'stayOpen' ? query.forKeyShare() : lock === 'close' ? query.forUpdate() : query).executeTakeFirst()
  if (!row) return refuse(errorAt('notFound', cycleId, { what: 'cycle' }))
  return accept({ ...row, stage: row.stage as Stage, rounds: row.rounds as Round[] })
}
