import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { prepareOften } from './prepare-often.ts'
import type { Tables } from './tables.ts'

/** The application's pool. Nothing is read through it but inside {@link file://./transaction.ts}: without an actor there are no rows. */
export type Database = Kysely<Tables>

const checkedInteger = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint beyond 2^53: ${text}`)
  return value
}

/** date and daterange stay text, bigint becomes a number or throws, numeric stays text (the driver's default). */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === pg.types.builtins.DATE) return (text: string) => text
    if (oid === pg.types.builtins.INT8) return checkedInteger
    return pg.types.getTypeParser(oid, format as 'text')
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/** Opens a pool; connections are made when first needed. */
export const openDatabase = (connection: pg.PoolConfig): Database => {
  const pool = new pg.Pool({ max: 16, ...connection, types })
  // An idle connection that the server closes must not bring the process down; the next query opens another.
  pool.on('error', () => {})
  // Nor one that is lost in the middle of a transaction: its query is refused, and pg tells it a second time.
  pool.on('connect', (client) => client.on('error', () => {}))
  prepareOften(pool)
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
