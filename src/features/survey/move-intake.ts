import { sql } from 'kysely'
import { columnsOf } from '../../core/survey/columns.ts'
import { countResponse, emptyTally, planTally, type Tally } from '../../core/survey/tally.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { questionnaireOf, type SurveyRow } from './load-survey.ts'

/** Among so many others at least a response leaves the intake. */
export const smallestBatch = 20
/** So many leave together at most: a slice takes some hundredths of a second, and whoever is answering meanwhile does not feel it. */
export const largestSlice = 1000

interface Moved {
  readonly unit_id: string
  readonly respondent_group: string
  readonly answers: readonly number[]
}

/**
 * Out of the intake and into the responses in one statement, rows and words each in an order of chance, under numbers of their own. Which ones leave is chance as well:
 * their ids in the intake were made by it, and the order of these costs nothing however many wait.
 */
const moveRows = async ({ transaction }: ActContext, surveyId: string): Promise<readonly Moved[]> => {
  const { rows } = await sql<Moved>`
    with taken as (
      delete from survey_intake where id in (
        select id from survey_intake where survey_id = ${surveyId} order by id limit ${largestSlice})
      returning *),
    responses as (
      insert into survey_response (authority_id, survey_id, unit_id, respondent_group, channel, came_on, too_fast, answers)
      select authority_id, survey_id, unit_id, respondent_group, channel, came_on, too_fast, answers from taken order by random()),
    words as (
      insert into survey_words (authority_id, survey_id, unit_id, respondent_group, question, text)
      select t.authority_id, t.survey_id, t.unit_id, t.respondent_group, w.question, w.text
      from taken t, jsonb_to_recordset(t.words) as w(question text, text text) order by random())
    select unit_id, respondent_group, answers from taken`.execute(transaction)
  return rows
}

const keyOf = ({ unit_id, respondent_group }: Pick<Moved, 'unit_id' | 'respondent_group'>): string => `${unit_id} ${respondent_group}`

/** Adds a batch to the tallies of its units and groups. */
const countBatch = async ({ transaction, actor }: ActContext, survey: SurveyRow, batch: readonly Moved[]): Promise<void> => {
  const plan = planTally(columnsOf(questionnaireOf(survey)))
  const added = new Map<string, { readonly place: Moved; readonly tally: Tally }>()
  for (const moved of batch) {
    const known = added.get(keyOf(moved)) ?? { place: moved, tally: emptyTally(plan) }
    added.set(keyOf(moved), known)
    countResponse(plan, known.tally, moved.answers)
  }
  const rows = [...added.values()].map(({ place, tally }) => ({
    unit_id: place.unit_id,
    respondent_group: place.respondent_group,
    responses: tally.responses,
    counters: tally.counters,
  }))
  await sql`
    insert into survey_tally as t (authority_id, survey_id, unit_id, respondent_group, responses, counters)
    select ${actor.authorityId}, ${survey.id}, r.unit_id, r.respondent_group, r.responses,
      (select array_agg(value::int8 order by at) from jsonb_array_elements_text(r.counters) with ordinality as c(value, at))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(unit_id uuid, respondent_group text, responses integer, counters jsonb)
    order by r.unit_id, r.respondent_group
    on conflict (authority_id, survey_id, unit_id, respondent_group) do update set
      responses = t.responses + excluded.responses,
      counters = (select array_agg(a.value + b.value order by a.at)
        from unnest(t.counters) with ordinality as a(value, at) join unnest(excluded.counters) with ordinality as b(value, at) using (at))`.execute(
    transaction,
  )
}

/**
 * Moves one slice, when enough responses stand in the intake for none to be told from the others by its transaction; with `isLast` all there are,
 * which closing the survey then writes anew together with the rest. Gives how many were moved. The survey's row is locked by the caller.
 */
export const moveIntake = async (context: ActContext, survey: SurveyRow, isLast = false): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from survey_intake where survey_id = ${survey.id} limit ${smallestBatch}) i`.execute(
    context.transaction,
  )
  const waiting = rows[0]?.count ?? 0
  if (waiting === 0 || (waiting < smallestBatch && !isLast)) return 0
  let moved = 0
  for (;;) {
    const slice = await moveRows(context, survey.id)
    await countBatch(context, survey, slice)
    moved += slice.length
    if (!isLast || slice.length < largestSlice) return moved
  }
}
