import { type RawBuilder, sql } from 'kysely'

/** Columns that every task about a cycle is told by. */
export interface CycleColumns {
  cycle_id: string
  title: string
  year: number
}

export const cycleColumns: RawBuilder<unknown> = sql`c.id as cycle_id, c.title, c.year`

export const cycleRefOf = ({ cycle_id, title, year }: CycleColumns) => ({ id: cycle_id, title, year })

/** A deadline as it travels; absent where there is none. */
export const deadlineOf = (closes: Date | null, lastMinute: string | null) =>
  closes && lastMinute ? { deadline: { closes: closes.toISOString(), lastMinute } } : {}
