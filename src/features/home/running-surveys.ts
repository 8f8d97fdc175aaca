import { sql } from 'kysely'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { TaskOf } from './contract.ts'

interface Row {
  readonly id: string
  readonly title: string
  readonly closes_on: string | null
  readonly answers: number
  readonly wanted: number
  readonly short: number
}

/** Surveys whose answers come in, the one that ends first before the others. */
export const surveyTasks = async ({ transaction }: ActContext): Promise<TaskOf<'survey'>[]> => {
  const { rows } = await sql<Row>`
    select v.id, v.title, v.closes_on::text, coalesce(s.answers, 0)::int as answers, coalesce(s.wanted, 0)::int as wanted, coalesce(s.short, 0)::int as short
    from survey v left join lateral (
      select sum(coalesce(t.responses, 0)) as answers, sum(s.wanted) as wanted, count(*) filter (where coalesce(t.responses, 0) < s.wanted) as short
      from survey_stratum s left join survey_tally t on t.survey_id = s.survey_id and t.unit_id = s.unit_id and t.respondent_group = s.respondent_group
      where s.survey_id = v.id) s on true
    where v.stage = 'collecting' order by v.closes_on nulls last, v.title limit 6`.execute(transaction)
  return rows.map(({ id, title, closes_on, ...figures }) => ({
    kind: 'survey',
    survey: { id, title },
    ...figures,
    ...(closes_on && { closesOn: closes_on }),
  }))
}
