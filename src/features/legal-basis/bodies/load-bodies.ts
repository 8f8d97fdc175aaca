import { sql } from 'kysely'
import type { BodyKind } from '../../../core/organisation/standing-body.ts'
import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import type { ActContext, Transaction } from '../../../platform/database/transaction.ts'
import { refJson, type RefRow, refOf, todayOf } from '../load-documents.ts'
import type { StandingBody } from './contract.ts'

interface BodyRow {
  readonly id: string
  readonly kind: BodyKind
  readonly name: string
  readonly aliases: string[]
  readonly unit: { readonly id: string; readonly code: string; readonly name: string } | null
  readonly parent: { readonly id: string; readonly name: string } | null
  readonly decision: RefRow | null
  readonly told_of_results: boolean
  readonly from_day: string | null
  readonly until_day: string | null
  readonly members: StandingBody['members']
  readonly version: number
}

const bodies = sql`
  select b.id, b.kind, b.name, b.aliases, b.told_of_results, b.version, lower(b.valid)::text as from_day, upper(b.valid)::text as until_day,
    ${refJson('d')} as decision,
    case when u.id is null then null else jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name) end as unit,
    case when p.id is null then null else jsonb_build_object('id', p.id, 'name', p.name) end as parent,
    coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('personId', m.person_id, 'name', m.name, 'office', m.office, 'role', m.role,
      'from', lower(m.valid), 'until', upper(m.valid))) order by m.position) from standing_body_member m where m.body_id = b.id), '[]') as members
  from standing_body b left join legal_document d on d.id = b.decision_id left join unit u on u.id = b.unit_id
  left join standing_body p on p.id = b.parent_id`

const bodyOf = (row: BodyRow, day: string): StandingBody => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  aliases: row.aliases,
  ...(row.unit && { unit: row.unit }),
  ...(row.parent && { parent: row.parent }),
  ...(row.decision && { decision: refOf(row.decision, day) }),
  toldOfResults: row.told_of_results,
  ...(row.from_day !== null && { from: row.from_day }),
  ...(row.until_day !== null && { until: row.until_day }),
  members: row.members,
  version: row.version,
})

const peopleOf = (transaction: Transaction) =>
  transaction.selectFrom('person').select(['id', 'name']).where('active', '=', true).orderBy('name').orderBy('id').limit(2000).execute()

/** Bodies, the authority's own first; whom one may name is for those who enter them. */
export const listBodies = async ({ transaction, actor }: ActContext) => {
  const day = await todayOf(transaction)
  const { rows } = await sql<BodyRow>`${bodies} order by b.unit_id nulls first, b.parent_id nulls first, b.name, b.id`.execute(transaction)
  return accept({
    bodies: rows.map((row) => bodyOf(row, day)),
    people: actor.grants.some(({ role }) => role === 'methodOwner') ? await peopleOf(transaction) : [],
  })
}

export const loadBody = async ({ transaction }: ActContext, bodyId: string): Promise<Result<StandingBody>> => {
  const { rows } = await sql<BodyRow>`${bodies} where b.id = ${bodyId}`.execute(transaction)
  const [row] = rows
  return row ? accept(bodyOf(row, await todayOf(transaction))) : refuse(errorAt('notFound', bodyId, { what: 'standingBody' }))
}
