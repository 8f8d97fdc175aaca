import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { errorAt, type Problem } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { drawSample } from '../../../core/survey/draw.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext, Transaction } from '../../../platform/database/transaction.ts'
import { loadSurvey, lockSurvey, type SurveyRow } from '../load-survey.ts'
import type { NewRespondent, Respondent } from './contract.ts'

interface Counts {
  listed: number
  sample: number
  reserve: number
  seed?: string
}

const countRespondents = async (transaction: Transaction, { id, sample_seed }: Pick<SurveyRow, 'id' | 'sample_seed'>): Promise<Counts> => {
  const { rows } = await sql<{ listed: number; sample: number; reserve: number }>`
    select count(*)::int as listed, (count(*) filter (where place = 'sample'))::int as sample,
      (count(*) filter (where place = 'reserve'))::int as reserve
    from survey_respondent where survey_id = ${id}`.execute(transaction)
  return { ...(rows[0] ?? { listed: 0, sample: 0, reserve: 0 }), ...(sample_seed !== null && { seed: sample_seed }) }
}

const strataByCode = async (transaction: Transaction, surveyId: string): Promise<ReadonlyMap<string, string>> => {
  const rows = await transaction
    .selectFrom('survey_stratum as s')
    .innerJoin('unit as u', 'u.id', 's.unit_id')
    .select(['u.id', 'u.code', 's.respondent_group'])
    .where('s.survey_id', '=', surveyId)
    .execute()
  return new Map(rows.map(({ id, code, respondent_group }) => [`${code.toLowerCase()} ${respondent_group}`, id]))
}

/** Puts the list in instead of the one before, with the sample where that was drawn elsewhere. Once links went out it stays: somebody would be asked twice. */
export const setRespondents = async (
  context: ActContext,
  surveyId: string,
  seen: number,
  { respondents, seed }: { readonly respondents: readonly NewRespondent[]; readonly seed?: string | undefined },
): Promise<Result<Counts>> => {
  const loaded = await loadSurvey(context.transaction, surveyId)
  if (!loaded.ok) return loaded
  const row = await lockSurvey(context, surveyId, { seen, stage: loaded.value.stage === 'collecting' ? 'collecting' : 'draft' })
  if (!row.ok) return row
  const { transaction, actor } = context
  const invited = await sql<{ found: boolean }>`
    select exists (select from survey_link where survey_id = ${surveyId} and respondent_id is not null) as found`.execute(transaction)
  if (invited.rows[0]?.found) return refuse(errorAt('alreadyExists', '', { what: 'respondents', value: row.value.title }))
  const units = await strataByCode(transaction, surveyId)
  const problems = respondents.flatMap(({ unitCode, group }, index): readonly Problem[] =>
    units.has(`${unitCode.toLowerCase()} ${group}`) ? [] : [errorAt('notFound', `${unitCode} ${group}`, { what: 'stratum' }, index + 1)],
  )
  if (problems.length > 0) return refuse(...problems.slice(0, 200))
  await transaction.deleteFrom('survey_respondent').where('survey_id', '=', surveyId).execute()
  const rows = respondents.map(({ unitCode, group, name, contact, place }, index) => ({
    unit_id: units.get(`${unitCode.toLowerCase()} ${group}`),
    respondent_group: group,
    list_number: index + 1,
    name: name.normalize('NFC'),
    contact,
    place,
  }))
  await sql`
    insert into survey_respondent (id, authority_id, survey_id, unit_id, respondent_group, list_number, name, contact, place)
    select gen_random_uuid(), ${actor.authorityId}, ${surveyId}, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(unit_id uuid, respondent_group text, list_number integer, name text, contact text, place text)`.execute(transaction)
  await transaction
    .updateTable('survey')
    .set({ sample_seed: seed ?? null, version: seen + 1 })
    .where('id', '=', surveyId)
    .execute()
  await recordActions(context, [{ kind: 'surveyListSet', facts: { surveyId, people: rows.length, ...(seed !== undefined && { seed }) } }])
  return accept(await countRespondents(transaction, { id: surveyId, sample_seed: seed ?? null }))
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Draws by the place in the list; the seed is kept beside the survey and in the log, so that anyone with the list draws the same. */
export const drawRespondents = async (
  context: ActContext,
  surveyId: string,
  { seed, reservePercent }: { readonly seed: string; readonly reservePercent: number },
): Promise<Result<Counts>> => {
  const loaded = await loadSurvey(context.transaction, surveyId, 'forChange')
  if (!loaded.ok) return loaded
  if (loaded.value.stage === 'closed') return refuse(errorAt('surveyStage', surveyId, { stage: 'closed' }))
  const { transaction } = context
  const strata = await transaction
    .selectFrom('survey_stratum')
    .select(['unit_id', 'respondent_group', 'wanted'])
    .where('survey_id', '=', surveyId)
    .execute()
  const sizes = new Map(
    strata.map(({ unit_id, respondent_group, wanted }) => [
      `${unit_id} ${respondent_group}`,
      { sample: wanted, reserve: Math.ceil((wanted * reservePercent) / 100) },
    ]),
  )
  const people = await transaction
    .selectFrom('survey_respondent')
    .select(['list_number', 'unit_id', 'respondent_group'])
    .where('survey_id', '=', surveyId)
    .execute()
  if (people.length === 0) return refuse(errorAt('missingField', 'respondents', { field: 'respondents' }))
  const list = people.map((each) => ({ key: String(each.list_number), stratum: `${each.unit_id} ${each.respondent_group}` }))
  const drawn = drawSample(list, sizes, seed, sha256)
  const numbers = (chosen: readonly { readonly key: string }[]): number[] => chosen.map(({ key }) => Number(key))
  await sql`
    update survey_respondent set place = case
      when list_number = any(${numbers(drawn.sample)}::int[]) then 'sample'
      when list_number = any(${numbers(drawn.reserve)}::int[]) then 'reserve' else 'listed' end
    where survey_id = ${surveyId}`.execute(transaction)
  await transaction.updateTable('survey').set({ sample_seed: seed }).where('id', '=', surveyId).execute()
  const facts = { surveyId, seed, listed: people.length, sample: drawn.sample.length, reserve: drawn.reserve.length }
  await recordActions(context, [{ kind: 'surveySampleDrawn', facts }])
  return accept(await countRespondents(transaction, { id: surveyId, sample_seed: seed }))
}

/** A page of the list. Whoever looks is in the log: these are people's names. */
export const listRespondents = async (
  context: ActContext,
  surveyId: string,
  { show, after, limit }: { readonly show: 'all' | 'sample' | 'unanswered'; readonly after: number; readonly limit: number },
): Promise<Result<{ respondents: Respondent[]; next?: number; counts: Counts }>> => {
  const survey = await loadSurvey(context.transaction, surveyId)
  if (!survey.ok) return survey
  const { rows } = await sql<Omit<Respondent, 'unitCode' | 'unitName'> & { unit_code: string; unit_name: string }>`
    select r.list_number as number, u.code as unit_code, u.name as unit_name, r.respondent_group as "group", r.name, r.contact, r.place,
      l.respondent_id is not null as invited, coalesce(l.taken > 0, false) as answered
    from survey_respondent r join unit u on u.id = r.unit_id
    left join survey_link l on l.authority_id = r.authority_id and l.respondent_id = r.id
    where r.survey_id = ${surveyId} and r.list_number > ${after}
      and (${show} = 'all' or r.place = 'sample' or l.respondent_id is not null)
      and (${show} <> 'unanswered' or coalesce(l.taken, 0) = 0)
    order by r.list_number limit ${limit + 1}`.execute(context.transaction)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  if (shown.length > 0) await recordActions(context, [{ kind: 'surveyListRead', facts: { surveyId, people: shown.length, show } }])
  return accept({
    respondents: shown.map(({ unit_code, unit_name, ...rest }) => ({ ...rest, unitCode: unit_code, unitName: unit_name })),
    ...(rows.length > limit && last && { next: last.number }),
    counts: await countRespondents(context.transaction, survey.value),
  })
}
