import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson } from '../../core/canonical-json.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { refuse, type Result } from '../../core/result.ts'
import { parseQuestionnaire } from '../../core/survey/parse-questionnaire.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { NewSurvey, StratumWanted, SurveyDetail } from './contract.ts'
import { lockSurvey, questionnaireOf } from './load-survey.ts'
import { showSurvey } from './show-survey.ts'

const checkNew = async ({ transaction }: ActContext, survey: NewSurvey): Promise<readonly Problem[]> => {
  const questionnaire = parseQuestionnaire(survey.questionnaire)
  const { opensOn, closesOn, cycleId } = survey
  const cycle = cycleId && (await transaction.selectFrom('cycle').select('id').where('id', '=', cycleId).executeTakeFirst())
  return [
    ...(questionnaire.ok ? [] : questionnaire.problems),
    ...(opensOn && closesOn && closesOn < opensOn
      ? [errorAt('invalidValue', 'closesOn', { field: 'closesOn', value: closesOn, expected: `≥ ${opensOn}` })]
      : []),
    ...(cycleId && !cycle ? [errorAt('notFound', cycleId, { what: 'cycle' })] : []),
  ]
}

const columnsOf = (survey: NewSurvey) => ({
  title: survey.title.normalize('NFC'),
  cycle_id: survey.cycleId ?? null,
  opens_on: survey.opensOn ?? null,
  closes_on: survey.closesOn ?? null,
  too_fast_seconds: survey.tooFastSeconds,
  questionnaire: JSON.stringify(survey.questionnaire),
})

/** Adds a survey as a draft; its questionnaire has to stand. */
export const addSurvey = async (context: ActContext, survey: NewSurvey): Promise<Result<SurveyDetail>> => {
  const problems = await checkNew(context, survey)
  if (problems.length > 0) return refuse(...problems)
  const { transaction, actor } = context
  const id = randomUUID()
  await transaction
    .insertInto('survey')
    .values({ id, authority_id: actor.authorityId, created_by: actor.personId, ...columnsOf(survey) })
    .execute()
  await recordActions(context, [{ kind: 'surveyAdded', facts: { surveyId: id, title: survey.title } }])
  return showSurvey(context, id)
}

/** Changes a draft. */
export const changeSurvey = async (
  context: ActContext,
  surveyId: string,
  seen: number,
  survey: NewSurvey,
): Promise<Result<SurveyDetail>> => {
  const row = await lockSurvey(context, surveyId, { seen, stage: 'draft' })
  if (!row.ok) return row
  const problems = await checkNew(context, survey)
  if (problems.length > 0) return refuse(...problems)
  await context.transaction
    .updateTable('survey')
    .set({ ...columnsOf(survey), version: seen + 1 })
    .where('id', '=', surveyId)
    .execute()
  await recordActions(context, [{ kind: 'surveyChanged', facts: { surveyId, title: survey.title } }])
  return showSurvey(context, surveyId)
}

const strataProblems = async ({ transaction }: ActContext, groups: readonly string[], strata: readonly StratumWanted[]) => {
  const units = [...new Set(strata.map(({ unitId }) => unitId))]
  const known = await transaction.selectFrom('unit').select('id').where('id', 'in', units).execute()
  const ids = new Set(known.map(({ id }) => id))
  return strata.flatMap(({ unitId, group, population, wanted }, index): readonly Problem[] => [
    ...(ids.has(unitId) ? [] : [errorAt('unknownUnit', `strata[${index}]`, { unit: unitId })]),
    ...(groups.includes(group)
      ? []
      : [errorAt('invalidValue', `strata[${index}].group`, { field: 'group', value: group, expected: groups.join(' | ') })]),
    ...(population !== undefined && wanted > population
      ? [errorAt('outOfRange', `strata[${index}].wanted`, { field: 'wanted', value: String(wanted), to: String(population) })]
      : []),
    ...(strata.findIndex((each) => each.unitId === unitId && each.group === group) === index
      ? []
      : [errorAt('alreadyExists', `strata[${index}]`, { what: 'stratum', value: group })]),
  ])
}

/** Says anew which units and groups are asked; of a draft alone, since answers hang on them. */
export const setStrata = async (
  context: ActContext,
  surveyId: string,
  seen: number,
  strata: readonly StratumWanted[],
): Promise<Result<SurveyDetail>> => {
  const row = await lockSurvey(context, surveyId, { seen, stage: 'draft' })
  if (!row.ok) return row
  const groups = questionnaireOf(row.value).groups.map(({ id }) => id)
  const problems = await strataProblems(context, groups.length > 0 ? groups : [''], strata)
  if (problems.length > 0) return refuse(...problems)
  const { transaction, actor } = context
  await transaction.deleteFrom('survey_stratum').where('survey_id', '=', surveyId).execute()
  await sql`
    insert into survey_stratum (authority_id, survey_id, unit_id, respondent_group, population, wanted)
    select ${actor.authorityId}, ${surveyId}, s.* from jsonb_to_recordset(${JSON.stringify(
      strata.map(({ unitId, group, population, wanted }) => ({ unit_id: unitId, respondent_group: group, population, wanted })),
    )}::jsonb) as s(unit_id uuid, respondent_group text, population integer, wanted integer)`.execute(transaction)
  await transaction
    .updateTable('survey')
    .set({ version: seen + 1 })
    .where('id', '=', surveyId)
    .execute()
  await recordActions(context, [{ kind: 'surveyStrataSet', facts: { surveyId, strata: strata.length } }])
  return showSurvey(context, surveyId)
}

/** Freezes the questionnaire with its hash and begins to collect. */
export const startSurvey = async (context: ActContext, surveyId: string, seen: number): Promise<Result<SurveyDetail>> => {
  const row = await lockSurvey(context, surveyId, { seen, stage: 'draft' })
  if (!row.ok) return row
  const { transaction } = context
  const groups = questionnaireOf(row.value).groups.map(({ id }) => id)
  const strata = await transaction.selectFrom('survey_stratum').select('respondent_group').where('survey_id', '=', surveyId).execute()
  if (strata.length === 0) return refuse(errorAt('missingField', 'strata', { field: 'strata' }))
  // The draft may have got other groups since the strata were set.
  const strange = strata.find(({ respondent_group: group }) => !(groups.length > 0 ? groups : ['']).includes(group))
  if (strange)
    return refuse(errorAt('invalidValue', 'strata', { field: 'group', value: strange.respondent_group, expected: groups.join(' | ') }))
  const hash = createHash('sha256').update(canonicalJson(row.value.questionnaire)).digest('hex')
  await transaction
    .updateTable('survey')
    .set({ stage: 'collecting', questionnaire_hash: hash, version: seen + 1 })
    .where('id', '=', surveyId)
    .execute()
  await recordActions(context, [{ kind: 'surveyStarted', facts: { surveyId, questionnaireHash: hash } }])
  return showSurvey(context, surveyId)
}
