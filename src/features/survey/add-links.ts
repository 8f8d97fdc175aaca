import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { MadeLinks, NewLinks } from './link-shapes.ts'
import { hashFor, newToken } from './form/token.ts'
import { lockSurvey } from './load-survey.ts'
import { sheetOfLinks } from './sheet/sheet-of-links.ts'

/** Makes links for one unit and group. Their tokens are told once, to whoever made them; of each only a hash is kept, and the log keeps how many. */
export const addLinks = async (context: ActContext, surveyId: string, links: NewLinks): Promise<Result<MadeLinks>> => {
  const tokens = Array.from({ length: links.count }, newToken)
  // Before the survey is locked: a large sheet takes seconds, and whoever answers meanwhile must not wait for it.
  const pdf = links.origin === undefined ? undefined : await sheetOfLinks(context.transaction, surveyId, links, tokens)
  const row = await lockSurvey(context, surveyId, { stage: 'collecting' })
  if (!row.ok) return row
  const { transaction, actor } = context
  const { unitId, group, channel, count, most, sheet } = links
  const stratum = await transaction
    .selectFrom('survey_stratum')
    .select('unit_id')
    .where('survey_id', '=', surveyId)
    .where('unit_id', '=', unitId)
    .where('respondent_group', '=', group)
    .executeTakeFirst()
  if (!stratum) return refuse(errorAt('notFound', unitId, { what: 'stratum' }))
  await sql`
    insert into survey_link (authority_id, survey_id, token_hash, unit_id, respondent_group, channel, most, sheet)
    select ${actor.authorityId}, ${surveyId}, h, ${unitId}, ${group}, ${channel}, ${most}::int, ${sheet}
    from unnest(${tokens.map((token) => hashFor('link', token))}::bytea[]) h order by h`.execute(transaction)
  await recordActions(context, [{ kind: 'surveyLinksMade', unitId, facts: { surveyId, group, channel, count, most, sheet } }])
  return accept({ tokens, ...(pdf && { pdf: Buffer.from(pdf).toString('base64') }) })
}
