import { sql } from 'kysely'
import type { ActContext } from './transaction.ts'

/** "trước ngày D" (`before`) or "đến hết ngày D" (`through`, also where nothing is said); with an hour that hour of D. */
interface WrittenEnd {
  readonly kind?: 'before' | 'through'
  readonly date: string
  readonly time?: string | undefined
}

/** The first closed moment of a deadline as written, on the authority's clock: "trước ngày D" is D 00:00, "đến hết ngày D" the next midnight. */
export const closingMoment = async ({ transaction }: ActContext, { kind = 'through', date, time }: WrittenEnd): Promise<Date> => {
  const { rows } = await sql<{ closes: Date }>`
    select (${date}::date + ${time ?? (kind === 'through' ? '24:00' : '00:00')}::time) at time zone time_zone as closes
    from authority where id = actor_authority()`.execute(transaction)
  const closes = rows[0]?.closes
  if (!closes) throw new Error('the actor has no authority')
  return closes
}
