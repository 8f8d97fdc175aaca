import { sql } from 'kysely'
import { accept, type Result } from '../../../core/result.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { hashFor, newToken } from '../form/token.ts'
import { lockSurvey } from '../load-survey.ts'
import type { Invited } from './contract.ts'

interface Person {
  readonly id: string
  readonly list_number: number
  readonly name: string
  readonly contact: string
  readonly unit_name: string
}

/**
 * Links for the people of the sample, one each. A link is kept as a hash alone, so a reminder is a new link: the old one ends with it, and whoever has answered
 * gets none. Which answer came by which link nobody knows.
 */
export const inviteSample = async (
  context: ActContext,
  surveyId: string,
  isAgain: boolean,
): Promise<Result<{ invitations: Invited[] }>> => {
  const row = await lockSurvey(context, surveyId, { stage: 'collecting' })
  if (!row.ok) return row
  const { transaction, actor } = context
  const { rows: people } = await sql<Person>`
    select r.id, r.list_number, r.name, r.contact, u.name as unit_name
    from survey_respondent r join unit u on u.id = r.unit_id
    left join survey_link l on l.authority_id = r.authority_id and l.respondent_id = r.id
    where r.survey_id = ${surveyId} and r.place = 'sample'
      and case when ${isAgain} then l.respondent_id is not null and l.taken = 0 else l.respondent_id is null end
    order by r.list_number for update of r`.execute(transaction)
  const made = people.map((person) => ({ person, token: newToken() }))
  const [ids, hashes] = [made.map(({ person }) => person.id), made.map(({ token }) => hashFor('link', token))]
  if (isAgain) {
    // Whoever sends at this very moment has the row of the link; the condition is looked at again once that is done.
    const { rows: changed } = await sql<{ respondent_id: string }>`
      with locked as (
        select l.token_hash as old, n.hash from survey_link l join unnest(${ids}::uuid[], ${hashes}::bytea[]) as n(id, hash) on n.id = l.respondent_id
        where l.survey_id = ${surveyId} order by l.token_hash for update of l)
      update survey_link l set token_hash = k.hash from locked k
      where l.survey_id = ${surveyId} and l.token_hash = k.old and l.taken = 0 returning l.respondent_id`.execute(transaction)
    const reminded = new Set(changed.map(({ respondent_id }) => respondent_id))
    made.splice(0, made.length, ...made.filter(({ person }) => reminded.has(person.id)))
  } else
    await sql`
      insert into survey_link (authority_id, survey_id, token_hash, unit_id, respondent_group, channel, most, respondent_id)
      select ${actor.authorityId}, ${surveyId}, n.hash, r.unit_id, r.respondent_group, 'link', 1, r.id
      from unnest(${ids}::uuid[], ${hashes}::bytea[]) as n(id, hash) join survey_respondent r on r.id = n.id order by n.hash`.execute(
      transaction,
    )
  await recordActions(context, [{ kind: isAgain ? 'surveyReminded' : 'surveyInvited', facts: { surveyId, people: made.length } }])
  return accept({
    invitations: made.map(({ person, token }) => ({
      number: person.list_number,
      name: person.name,
      contact: person.contact,
      unitName: person.unit_name,
      token,
    })),
  })
}
