import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { ProofDemand } from '../../core/proof.ts'
import type { Round, Stage } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { Cycle, CycleListItem } from './contract.ts'

interface CycleRow {
  id: string
  revision: number
  year: number
  title: string
  stage: Stage
  is_trial: boolean
  rounds: Round[]
  explanation_days: number
  closes: Date | null
  last_minute: string | null
  submission_demand: ProofDemand
  publication_demand: ProofDemand
}

const columns = sql`c.id, c.revision, c.year, c.title, c.stage, c.is_trial, c.rounds, c.explanation_days, c.submission_demand, c.publication_demand, c.self_assessment_closes as closes,
  last_minute(c.self_assessment_closes, a.time_zone) as last_minute`

/** A moment and its last minute as they travel; absent where there is none. */
export const deadlineOf = (closes: Date | null, lastMinute: string | null): { closes: string; lastMinute: string } | undefined =>
  closes && lastMinute ? { closes: closes.toISOString(), lastMinute } : undefined

const cycleOf = (row: CycleRow): Cycle => {
  const deadline = deadlineOf(row.closes, row.last_minute)
  return {
    id: row.id,
    version: row.revision,
    year: row.year,
    title: row.title,
    stage: row.stage,
    isTrial: row.is_trial,
    rounds: row.rounds,
    explanationDays: row.explanation_days,
    submissionDemand: row.submission_demand,
    publicationDemand: row.publication_demand,
    ...(deadline && { selfAssessmentDeadline: deadline }),
  }
}

/** Cycles of the authority with how many of their units have submitted, newest year first. */
export const listCycles = async ({ transaction }: ActContext): Promise<Result<{ cycles: CycleListItem[] }>> => {
  const { rows } = await sql<CycleRow & { units: number; submitted: number }>`
    select ${columns}, count(u.unit_id) as units, count(u.unit_id) filter (where u.submitted_at is not null) as submitted
    from cycle c join authority a on a.id = c.authority_id
    left join cycle_unit u on u.authority_id = c.authority_id and u.cycle_id = c.id
    group by c.id, a.time_zone
    order by c.year desc, c.created_at desc`.execute(transaction)
  return accept({ cycles: rows.map((row) => ({ ...cycleOf(row), units: row.units, submitted: row.submitted })) })
}

/** Trials are few: pages ask for them once. */
export const listTrials = async ({ transaction }: ActContext): Promise<Result<{ cycleIds: string[] }>> => {
  const rows = await transaction.selectFrom('cycle').select('id').where('is_trial', '=', true).execute()
  return accept({ cycleIds: rows.map(({ id }) => id) })
}

/** One cycle; `forUpdate` keeps it from changing until the act ends. */
export const loadCycle = async ({ transaction }: ActContext, cycleId: string, lock?: 'forUpdate'): Promise<Result<Cycle>> => {
  const { rows } = await sql<CycleRow>`
    select ${columns} from cycle c join authority a on a.id = c.authority_id
    where c.id = ${cycleId} ${lock ? sql`for update of c` : sql``}`.execute(transaction)
  return rows[0] ? accept(cycleOf(rows[0])) : refuse(errorAt('notFound', cycleId, { what: 'cycle' }))
}
