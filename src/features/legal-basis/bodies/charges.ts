import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { errorAt, type Problem } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { refJson, type RefRow, refOf, todayOf } from '../load-documents.ts'
import type { ChargeBody, UnitCharge } from './contract.ts'

interface ChargeRow {
  readonly id: string
  readonly role: 'leader' | 'officer'
  readonly person_id: string | null
  readonly name: string
  readonly office: string
  readonly qualification: string
  readonly field: string | null
  readonly decision_id: string | null
  readonly decision: RefRow | null
  readonly from_day: string | null
  readonly until_day: string | null
  readonly version: number
}

const chargeOf = (row: ChargeRow, day: string): UnitCharge => ({
  id: row.id,
  role: row.role,
  ...(row.person_id !== null && { personId: row.person_id }),
  name: row.name,
  office: row.office,
  qualification: row.qualification,
  ...(row.field !== null && { field: row.field }),
  ...(row.decision_id !== null && { decisionId: row.decision_id }),
  ...(row.decision && { decision: refOf(row.decision, day) }),
  ...(row.from_day !== null && { from: row.from_day }),
  ...(row.until_day !== null && { until: row.until_day }),
  version: row.version,
})

/** The log names people by their id alone (docs/decisions/0030): whom the charge names stands in its row. */
const withoutName = ({ name: _, ...facts }: ChargeBody): Omit<ChargeBody, 'name'> => facts

/** Who is or was in charge in a unit: the leader before officers, the whole work before fields, and, for whoever works there, who may be named. */
export const listCharges = async ({ transaction, actor }: ActContext, unitId: string) => {
  const day = await todayOf(transaction)
  const unit = await transaction.selectFrom('unit').select(['id', 'code', 'name']).where('id', '=', unitId).executeTakeFirstOrThrow()
  const { rows } = await sql<ChargeRow>`
    select c.id, c.role, c.person_id, c.name, c.office, c.qualification, c.field, c.decision_id, ${refJson('d')} as decision,
      lower(c.valid)::text as from_day, upper(c.valid)::text as until_day, c.version
    from unit_charge c left join legal_document d on d.id = c.decision_id
    where c.unit_id = ${unitId} order by c.role, c.field nulls first, lower(c.valid) desc nulls last, c.name, c.id`.execute(transaction)
  const { rows: people } = await sql<{ id: string; name: string }>`
    select distinct p.id, p.name from role_grant g join person p on p.id = g.person_id and p.active join unit u on u.id = g.unit_id
    where (u.id = ${unitId} or u.parent_id = ${unitId}) and g.valid @> today() order by p.name, p.id`.execute(transaction)
  const isOwn = actor.grants.some((grant) => grant.unitId === unitId)
  return accept({ unit, charges: rows.map((row) => chargeOf(row, day)), people: isOwn ? people : [] })
}

const check = async ({ transaction }: ActContext, { personId, decisionId, from, until }: ChargeBody): Promise<readonly Problem[]> => {
  const person = personId && (await transaction.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst())
  const decision =
    decisionId && (await transaction.selectFrom('legal_document').select('id').where('id', '=', decisionId).executeTakeFirst())
  return [
    ...(personId && !person ? [errorAt('notFound', 'personId', { what: 'person' })] : []),
    ...(decisionId && !decision ? [errorAt('notFound', 'decisionId', { what: 'legalDocument' })] : []),
    ...(from !== undefined && until !== undefined && until <= from
      ? [errorAt('endBeforeBegin', 'until', { begin: from, end: until })]
      : []),
  ]
}

const columnsOf = ({ personId, decisionId, from, until, field, ...rest }: ChargeBody) => ({
  ...rest,
  person_id: personId ?? null,
  decision_id: decisionId ?? null,
  field: field ?? null,
  valid: sql<string>`daterange(${from ?? null}::date, ${until ?? null}::date)`,
})

export const addCharge = async (context: ActContext, unitId: string, body: ChargeBody) => {
  const problems = await check(context, body)
  if (problems.length > 0) return { ok: false as const, problems }
  const { transaction, actor } = context
  const id = randomUUID()
  await transaction
    .insertInto('unit_charge')
    .values({ id, authority_id: actor.authorityId, unit_id: unitId, ...columnsOf(body), changed_by: actor.personId })
    .execute()
  await recordActions(context, [{ kind: 'unitChargeGiven', unitId, facts: { chargeId: id, ...withoutName(body) } }])
  return listCharges(context, unitId)
}

interface SeenCharge {
  readonly unitId: string
  readonly chargeId: string
  readonly version: number
}

export const changeCharge = async (context: ActContext, { unitId, chargeId, version }: SeenCharge, body: ChargeBody) => {
  const problems = await check(context, body)
  if (problems.length > 0) return { ok: false as const, problems }
  const before = await context.transaction
    .selectFrom('unit_charge')
    .select('version')
    .where('id', '=', chargeId)
    .where('unit_id', '=', unitId)
    .forUpdate()
    .executeTakeFirst()
  const refused: Result<never> | undefined = !before
    ? refuse(errorAt('notFound', chargeId, { what: 'unitCharge' }))
    : before.version === version
      ? undefined
      : refuse(errorAt('changedMeanwhile', '', { version: String(before.version) }))
  if (refused) return refused
  await context.transaction
    .updateTable('unit_charge')
    .set({ ...columnsOf(body), version: version + 1, changed_at: sql`now()`, changed_by: context.actor.personId })
    .where('id', '=', chargeId)
    .execute()
  await recordActions(context, [{ kind: 'unitChargeChanged', unitId, facts: { chargeId, ...withoutName(body) } }])
  return listCharges(context, unitId)
}
