import { sql } from 'kysely'
import type { ActContext } from '../../../platform/database/transaction.ts'

/** What one person is to be told; where `key` was told before, it is not told again. */
export interface Telling {
  readonly personId: string
  readonly title: string
  readonly body: string
  readonly link?: string
  readonly key?: string
  readonly cycleId?: string
  readonly unitId?: string
}

/** Tells people, here and, where mail leaves and they have an address, by e-mail; one statement for any number. Gives how many were told. */
export const tell = async ({ transaction, actor }: ActContext, hasMail: boolean, tellings: readonly Telling[]): Promise<number> => {
  if (tellings.length === 0) return 0
  const { rows } = await sql<{ id: string }>`
    insert into notice (id, authority_id, person_id, cycle_id, unit_id, title, body, link, key, created_by, mail)
    select gen_random_uuid(), p.authority_id, p.id, t."cycleId", t."unitId", t.title, t.body, t.link, t.key,
      ${actor.isInstallation ? null : actor.personId}, case when ${hasMail} and p.email is not null then 'waiting' else 'none' end
    from jsonb_to_recordset(${JSON.stringify(tellings)}::jsonb)
      as t("personId" uuid, title text, body text, link text, key text, "cycleId" uuid, "unitId" uuid)
    join person p on p.id = t."personId" and p.active
    on conflict (authority_id, person_id, key) do nothing returning id`.execute(transaction)
  return rows.length
}
