import { sql } from 'kysely'
import type { z } from 'zod'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { writtenDeadline } from './deadline-shapes.ts'

/**
 * The first closed moment of a deadline as written, on the authority's clock: "trước ngày D" is D 00:00, "đến hết ngày D" the next midnight; with an hour it is
 * that hour of D.
 */
export const closingMoment = async ({ transaction }: ActContext, { kind, date, time }: z.output<typeof writtenDeadline>): Promise<Date> => {
  const { rows } = await sql<{ closes: Date }>`
    select (${date}::date + ${time ?? (kind === 'through' ? '24:00' : '00:00')}::time) at time zone time_zone as closes
    from authority where id = actor_authority()`.execute(transaction)
  const closes = rows[0]?.closes
  if (!closes) throw new Error('the actor has no authority')
  return closes
}
