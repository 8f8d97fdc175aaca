import type { ColumnType } from 'kysely'

/** `jsonb`: read as a value, written as JSON text. */
export type Json<T> = ColumnType<T, string, string>
/** `timestamptz`: read as a Date. */
export type Moment = ColumnType<Date, Date | string | undefined, Date | string>
