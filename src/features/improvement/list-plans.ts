import { sql } from 'kysely'
import { parsePoints, pointsText, sumPoints, zeroPoints } from '../../core/exact/points.ts'
import { totalFigures } from '../../core/improvement/past-result.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { ImprovementHome, PlanLine } from './contract.ts'
import { loadPastResults } from './past-results.ts'
import { loadDivisions, mayOf } from './whose-plan.ts'

interface LineRow {
  readonly id: string
  readonly title: string
  readonly year: number
  readonly action_year: number
  readonly stage: PlanLine['stage']
  readonly tasks: number
  readonly losses: readonly string[]
  readonly changed_at: Date
}

const lineOf = ({ id, title, year, action_year, stage, tasks, losses, changed_at }: LineRow): PlanLine => ({
  id,
  title,
  year,
  actionYear: action_year,
  stage,
  tasks,
  losses: losses.length,
  lost: pointsText(sumPoints(losses.map((text) => parsePoints(text) ?? zeroPoints))),
  changedAt: changed_at.toISOString(),
})

/** The unit, or the agency where it is a division: divisions work on the plans of their agency. */
const agencyOf = async ({ transaction }: ActContext, unitId: string) =>
  (
    await sql<{ id: string; code: string; name: string }>`
      select a.id, a.code, a.name from unit u join unit a on a.id = case u.kind when 'division' then u.parent_id else u.id end
      where u.id = ${unitId}`.execute(transaction)
  ).rows[0]

/** Plans and results of one unit; who oversees it sees the plans that were approved. */
export const showHome = async (context: ActContext, asked: string): Promise<Result<ImprovementHome>> => {
  const { transaction } = context
  const unit = await agencyOf(context, asked)
  if (!unit) return refuse(errorAt('notFound', asked, { what: 'unit' }))
  const unitId = unit.id
  const { mayFollow } = mayOf(context, unitId, await loadDivisions(context, unitId))
  const plans = await sql<LineRow>`
    select p.id, p.title, (p.document ->> 'year')::int as year, p.action_year, p.stage, jsonb_array_length(p.document -> 'tasks') as tasks,
      array(select jsonb_array_elements(p.document -> 'losses') ->> 'lost') as losses, p.changed_at
    from improvement_plan p
    where p.unit_id = ${unitId} and (${mayFollow} or exists (select from approved_plan a where a.plan_id = p.id))
    order by p.action_year desc, p.created_at desc limit 200`.execute(transaction)
  const results = await sql<ImprovementHome['results'][number]>`
    select distinct on (c.year, p.cycle_id) p.id as "publicationId", c.year, p.title, pu.rank,
      (select count(*)::int from publication_unit o where o.publication_id = p.id and o.unit_group = pu.unit_group and o.ranked) as of
    from publication_unit pu join publication p on p.id = pu.publication_id join cycle c on c.id = p.cycle_id
    where pu.unit_id = ${unitId} order by c.year desc, p.cycle_id, p.number desc`.execute(transaction)
  const past = await loadPastResults(context, unitId)
  return accept({
    unit,
    plans: plans.rows.map(lineOf),
    results: results.rows,
    past: past.map(({ year, version, past: { title, rows, ...rest } }) => ({
      year,
      title,
      rows: rows.length,
      ...totalFigures({ title, rows, ...rest }),
      version,
    })),
  })
}
