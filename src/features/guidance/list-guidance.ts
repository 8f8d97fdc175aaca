import { sql } from 'kysely'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { QueryOf } from '../../contract/route.ts'
import type { Guidance, GuidanceCriterion, guidanceRoutes } from './contract.ts'
import { isFor, loadGuidance, ownUnitIds, selectGuidance } from './load-guidance.ts'

type Asked = QueryOf<typeof guidanceRoutes.list>

/** Papers that fit what was asked, newest first, page by page. What was withdrawn is nothing that one still has to read. */
export const listGuidance = async (context: ActContext, asked: Asked): Promise<Result<{ guidance: Guidance[]; next?: string }>> => {
  const { search = '', kind, cycleId, nodeId, unread, after, limit } = asked
  const words = search.split(/\s+/).filter((word) => word !== '')
  const conditions = [
    sql`true`,
    ...words.map((word) => sql`strpos(g.search, fold(${word})) > 0`),
    ...(kind ? [sql`g.kind = ${kind}`] : []),
    ...(cycleId ? [sql`(g.cycle_id is null or g.cycle_id = ${cycleId})`] : []),
    ...(nodeId ? [sql`${nodeId} = any (g.node_ids) and g.withdrawn_because is null`] : []),
    ...(unread
      ? [
          sql`g.withdrawn_because is null and exists (select from unit u where u.id = any (${ownUnitIds(context.actor)}::uuid[]) and ${isFor('u')}
            and not exists (select from guidance_reading r where r.guidance_id = g.id and r.unit_id = u.id))`,
        ]
      : []),
    ...(after ? [sql`(g.created_at, g.id) < (select b.created_at, b.id from guidance b where b.id = ${after})`] : []),
  ]
  const found = await selectGuidance(context, sql.join(conditions, sql` and `), limit + 1)
  const guidance = found.slice(0, limit)
  const last = guidance.at(-1)
  return accept({ guidance, ...(found.length > limit && last && { next: last.id }) })
}

interface ReaderRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly at: Date | null
  readonly person_id: string | null
  readonly person: string | null
}

const readerOf = ({ id, code, name, at, person_id, person }: ReaderRow) => ({
  unit: { id, code, name },
  ...(at && { readAt: at.toISOString() }),
  ...(person_id && { by: { id: person_id, name: person ?? '' } }),
})

/** Units that a paper is for, those first that have not read it. */
export const listReaders = async (
  context: ActContext,
  guidanceId: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<Result<{ readers: ReturnType<typeof readerOf>[]; total: number; next?: string }>> => {
  const guidance = await loadGuidance(context, guidanceId)
  if (!guidance.ok) return guidance
  const beyond = after
    ? sql`(r.at is not null, u.name, u.id) > (select b.at is not null, v.name, v.id from unit v
        left join guidance_reading b on b.guidance_id = ${guidanceId} and b.unit_id = v.id where v.id = ${after})`
    : sql`true`
  const { rows } = await sql<ReaderRow>`
    select u.id, u.code, u.name, r.at, r.person_id, p.name as person from guidance g
    join unit u on u.kind <> 'division' and ${isFor('u')}
    left join guidance_reading r on r.guidance_id = g.id and r.unit_id = u.id
    left join person p on p.id = r.person_id
    where g.id = ${guidanceId} and ${beyond} order by r.at is not null, u.name, u.id limit ${limit + 1}`.execute(context.transaction)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const total = guidance.value.read?.of ?? page.length
  return accept({ readers: page.map(readerOf), total, ...(rows.length > limit && last && { next: last.id }) })
}

/** Cycles that a paper can be about, and the criteria of one of them. */
export const listChoices = async (context: ActContext, cycleId: string | undefined) => {
  const cycles = await context.transaction
    .selectFrom('cycle')
    .select(['id', 'title'])
    .orderBy('year', 'desc')
    .orderBy('title')
    .limit(50)
    .execute()
  const criteria = cycleId ? await listCriteria(context, cycleId) : accept({ criteria: [] })
  return criteria.ok ? accept({ cycles, criteria: criteria.value.criteria }) : criteria
}

/** Criteria of a cycle over all its frameworks. */
export const listCriteria = async ({ transaction }: ActContext, cycleId: string): Promise<Result<{ criteria: GuidanceCriterion[] }>> => {
  const { rows } = await sql<GuidanceCriterion>`
    select distinct on (n.node_id) n.node_id as id, n.code, n.name from cycle_framework f
    join framework_node n on n.framework_id = f.framework_id where f.cycle_id = ${cycleId}
    order by n.node_id, n.position limit 2000`.execute(transaction)
  return accept({ criteria: rows })
}
