import { sql } from 'kysely'
import { accept, type Result } from '../../../core/result.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { Notice } from './contract.ts'

interface NoticeRow {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly link: string | null
  readonly created_at: Date
  readonly read_at: Date | null
}

interface Page {
  readonly after?: string | undefined
  readonly limit: number
}

/** What the actor was told, newest first, by keyset. */
export const listNotices = async (
  { transaction, actor }: ActContext,
  { after, limit }: Page,
): Promise<Result<{ notices: Notice[]; unread: number; next?: string }>> => {
  const beyond =
    after === undefined ? sql`` : sql`and (n.created_at, n.id) < (select b.created_at, b.id from notice b where b.id = ${after})`
  const { rows } = await sql<NoticeRow>`
    select n.id, n.title, n.body, n.link, n.created_at, n.read_at from notice n where n.person_id = ${actor.personId} ${beyond}
    order by n.created_at desc, n.id desc limit ${limit + 1}`.execute(transaction)
  const unread = await sql<{ count: number }>`
    select count(*)::int as count from notice where person_id = ${actor.personId} and read_at is null`.execute(transaction)
  const notices = rows.slice(0, limit).map((row) => ({
    id: row.id,
    title: row.title,
    body: row.body,
    ...(row.link !== null && { link: row.link }),
    at: row.created_at.toISOString(),
    isRead: row.read_at !== null,
  }))
  const last = notices.at(-1)
  return accept({ notices, unread: unread.rows[0]?.count ?? 0, ...(rows.length > limit && last && { next: last.id }) })
}

/** Marks the actor's notices as read. Whether somebody looked is nobody else's matter, so the log says nothing. */
export const markRead = async ({ transaction, actor }: ActContext, ids: readonly string[] | undefined): Promise<Result<undefined>> => {
  await transaction
    .updateTable('notice')
    .set({ read_at: sql<Date>`now()` })
    .where('person_id', '=', actor.personId)
    .where('read_at', 'is', null)
    .$if(ids !== undefined, (query) => query.where('id', 'in', [...(ids ?? []), '00000000-0000-0000-0000-000000000000']))
    .execute()
  return accept(undefined)
}
