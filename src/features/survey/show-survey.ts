import { sql } from 'kysely'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext, Transaction } from '../../platform/database/transaction.ts'
import type { Survey, SurveyDetail } from './contract.ts'
import { loadStrata, loadSurvey, type SurveyRow } from './load-survey.ts'

const headOf = (row: SurveyRow, answers: number): Survey => ({
  id: row.id,
  title: row.title,
  stage: row.stage as Survey['stage'],
  ...(row.cycle_id && { cycleId: row.cycle_id }),
  ...(row.opens_on && { opensOn: row.opens_on }),
  ...(row.closes_on && { closesOn: row.closes_on }),
  tooFastSeconds: row.too_fast_seconds,
  answers,
  version: row.version,
})

interface ChannelCount {
  readonly channel: string
  readonly count: number
  readonly too_fast: number
}

/** Responses by the way they came. */
export const loadChannels = async (transaction: Transaction, surveyId: string): Promise<readonly ChannelCount[]> => {
  const { rows } = await sql<ChannelCount>`
    select channel, count(*)::int as count, (count(*) filter (where too_fast))::int as too_fast
    from survey_response where survey_id = ${surveyId} group by channel order by channel`.execute(transaction)
  return rows
}

/** A survey with how far it is. Responses in the intake are counted as waiting and told of no unit: so few would say who was just there. */
export const showSurvey = async ({ transaction }: ActContext, surveyId: string): Promise<Result<SurveyDetail>> => {
  const loaded = await loadSurvey(transaction, surveyId)
  if (!loaded.ok) return loaded
  const row = loaded.value
  const strata = await loadStrata(transaction, surveyId)
  const channels = await loadChannels(transaction, surveyId)
  const { rows: waiting } = await sql<{ count: number }>`
    select count(*)::int as count from survey_intake where survey_id = ${surveyId}`.execute(transaction)
  return accept({
    ...headOf(
      row,
      strata.reduce((sum, { answers }) => sum + answers, 0),
    ),
    questionnaire: row.questionnaire as Record<string, unknown>,
    ...(row.questionnaire_hash && { questionnaireHash: row.questionnaire_hash }),
    strata: strata.map(({ unit_id, code, name, respondent_group, population, invited: _invited, ...counts }) => ({
      unitId: unit_id,
      unitCode: code,
      unitName: name,
      group: respondent_group,
      ...(population !== null && { population }),
      ...counts,
    })),
    channels: Object.fromEntries(channels.map(({ channel, count }) => [channel, count])),
    waiting: waiting[0]?.count ?? 0,
    tooFast: channels.reduce((sum, { too_fast }) => sum + too_fast, 0),
    ...(row.identities_erased !== null && { identitiesErased: row.identities_erased }),
  })
}

/** Surveys, newest first. */
export const listSurveys = async (
  { transaction }: ActContext,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<Result<{ surveys: Survey[]; next?: string }>> => {
  let query = transaction
    .selectFrom('survey')
    .selectAll()
    .select((row) =>
      row
        .selectFrom('survey_tally as t')
        .whereRef('t.survey_id', '=', 'survey.id')
        .select(({ fn }) => fn.coalesce(fn.sum<number>('t.responses'), sql<number>`0`).as('answers'))
        .as('answers'),
    )
  if (after)
    query = query.where(sql<boolean>`(survey.created_at, survey.id) < (select s.created_at, s.id from survey s where s.id = ${after})`)
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return accept({
    surveys: shown.map((row) => headOf(row, Number(row.answers ?? 0))),
    ...(rows.length > limit && last && { next: last.id }),
  })
}
