import { sql } from 'kysely'
import type { Telling } from '../../../contract/telling.ts'
import { trialTelling } from '../../../language/trial-words.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'

/** Only whoever sees all units sees what others were told; anybody else writes it in a purpose of its own. */
const asTeller = async <T>({ transaction, actor }: ActContext, write: () => Promise<T>): Promise<T> => {
  if (actor.units === 'all') return write()
  await sql`select set_config('parindex.purpose', 'tell', true)`.execute(transaction)
  const written = await write()
  await sql`select set_config('parindex.purpose', '', true)`.execute(transaction)
  return written
}

/** Tells people, here and, where mail leaves and they have an address, by e-mail; one statement for any number. Gives how many were told. */
export const tell = async (context: ActContext, hasMail: boolean, tellings: readonly Telling[]): Promise<number> => {
  const { transaction, actor } = context
  if (tellings.length === 0) return 0
  const insert = sql<{ id: string }>`
    insert into notice (id, authority_id, person_id, cycle_id, unit_id, title, body, link, key, created_by, mail)
    select gen_random_uuid(), p.authority_id, p.id, t."cycleId", t."unitId", case when c.is_trial then ${trialTelling('')} || t.title else t.title end, t.body, t.link, t.key,
      ${actor.isInstallation ? null : actor.personId}, case when ${hasMail} and p.email is not null then 'waiting' else 'none' end
    from jsonb_to_recordset(${JSON.stringify(tellings)}::jsonb)
      as t("personId" uuid, title text, body text, link text, key text, "cycleId" uuid, "unitId" uuid)
    join person p on p.id = t."personId" and p.active
    left join cycle c on c.authority_id = p.authority_id and c.id = t."cycleId"
    on conflict (authority_id, person_id, key) do nothing returning id`
  const { rows } = await asTeller(context, () => insert.execute(transaction))
  return rows.length
}
