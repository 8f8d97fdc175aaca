import { sql } from 'kysely'
import { decimalText, parseDecimal } from '../../core/exact/decimal.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { ActContext, Transaction } from '../../platform/database/transaction.ts'
import type { IndexRef, NamedIndex } from './contract.ts'

interface IndexRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly source: string
  readonly scale_from: string
  readonly scale_to: string
  readonly since_year: number | null
  readonly until_year: number | null
  readonly version: number
}

/** `numeric` with its scale, as one writes it. */
const trimFigure = (text: string): string => {
  const value = parseDecimal(text)
  return value ? decimalText(value) : text
}

const refOf = ({ id, code, name, source, scale_from, scale_to }: IndexRow): IndexRef => ({
  id,
  code,
  name,
  source,
  scaleFrom: trimFigure(scale_from),
  scaleTo: trimFigure(scale_to),
})

/** Values of the indexes, newest first, the authority’s before its units’. */
const loadValues = async (transaction: Transaction, ids: readonly string[]) => {
  const rows = await transaction
    .selectFrom('index_value')
    .leftJoin('unit', 'unit.id', 'index_value.unit_id')
    .select([
      'index_id',
      'year',
      'value',
      'rank',
      'ranked_of',
      'source',
      'index_value.version',
      'unit.id as unit',
      'unit.code',
      'unit.name',
    ])
    .where('index_id', 'in', [...ids])
    .orderBy('year', 'desc')
    .orderBy('unit.name', (order) => order.asc().nullsFirst())
    .execute()
  return rows.map((row) => ({
    indexId: row.index_id,
    value: {
      year: row.year,
      ...(row.unit !== null && { unit: { id: row.unit, code: row.code ?? '', name: row.name ?? '' } }),
      ...(row.value !== null && { value: trimFigure(row.value) }),
      ...(row.rank !== null && { rank: row.rank }),
      ...(row.ranked_of !== null && { rankedOf: row.ranked_of }),
      source: row.source,
      version: row.version,
    },
  }))
}

const wholeOf = async (transaction: Transaction, rows: readonly IndexRow[]): Promise<NamedIndex[]> => {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const values = await loadValues(transaction, ids)
  const cycles = await transaction
    .selectFrom('cycle')
    .select(['id', 'title', 'year', 'index_id'])
    .where('index_id', 'in', ids)
    .orderBy('year', 'desc')
    .execute()
  return rows.map((row) => ({
    ...refOf(row),
    ...(row.since_year !== null && { sinceYear: row.since_year }),
    ...(row.until_year !== null && { untilYear: row.until_year }),
    version: row.version,
    cycles: cycles.filter(({ index_id }) => index_id === row.id).map(({ id, title, year }) => ({ id, title, year })),
    values: values.filter(({ indexId }) => indexId === row.id).map(({ value }) => value),
  }))
}

export const listIndexes = async ({ transaction }: ActContext): Promise<Result<{ indexes: NamedIndex[] }>> =>
  accept({ indexes: await wholeOf(transaction, await transaction.selectFrom('named_index').selectAll().orderBy('code').execute()) })

export const loadIndex = async ({ transaction }: ActContext, indexId: string): Promise<Result<NamedIndex>> => {
  const rows = await transaction.selectFrom('named_index').selectAll().where('id', '=', indexId).execute()
  const [index] = await wholeOf(transaction, rows)
  return index ? accept(index) : refuse(errorAt('notFound', indexId, { what: 'index' }))
}

/** Which index the results of a cycle are of; none where nobody said so. */
export const indexOfCycle = async (
  { transaction }: Pick<ActContext, 'transaction'>,
  cycleId: string,
): Promise<Result<{ index?: IndexRef }>> => {
  const { rows } = await sql<IndexRow>`
    select i.* from cycle c join named_index i on i.id = c.index_id where c.id = ${cycleId}`.execute(transaction)
  const [row] = rows
  return accept({ ...(row && { index: refOf(row) }) })
}

export const indexOfPublication = async ({ transaction }: ActContext, publicationId: string): Promise<Result<{ index?: IndexRef }>> => {
  const publication = await transaction.selectFrom('publication').select('cycle_id').where('id', '=', publicationId).executeTakeFirst()
  return publication
    ? indexOfCycle({ transaction }, publication.cycle_id)
    : refuse(errorAt('notFound', publicationId, { what: 'publication' }))
}
