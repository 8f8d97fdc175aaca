import { sql } from 'kysely'
import { differencesOf, type UnitDifference } from '../../core/publication/differences.ts'
import type { UnitResult } from '../../core/results/results.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { ActContext, Transaction } from '../../platform/database/transaction.ts'
import type { Difference } from './contract.ts'

interface Frozen {
  readonly publication_id: string
  readonly unit_id: string
  readonly unit_name: string
  readonly result: UnitResult
}

export interface Differences {
  readonly units: readonly UnitDifference[]
  readonly names: ReadonlyMap<string, string>
}

/** What a publication changed of the one it corrects, in one group; traces are not frozen, so a result is a few figures per node. */
export const loadDifferences = async (
  transaction: Transaction,
  at: { readonly publicationId: string; readonly correctsId: string; readonly group: string },
): Promise<Differences> => {
  const { rows } = await sql<Frozen>`
    select publication_id, unit_id, unit_name, result from publication_unit
    where publication_id in (${at.publicationId}, ${at.correctsId}) and unit_group = ${at.group}
    order by rank nulls last, unit_name collate "vi-x-icu"`.execute(transaction)
  const of = (publicationId: string): readonly UnitResult[] =>
    rows.flatMap(({ publication_id, result }) => (publication_id === publicationId ? [result] : []))
  return {
    units: differencesOf(of(at.correctsId), of(at.publicationId)),
    names: new Map(rows.map(({ unit_id, unit_name }) => [unit_id, unit_name])),
  }
}

/** What a correction changed, group by group; a publication that corrects none changed nothing. */
export const publicationDifferences = async (
  { transaction }: ActContext,
  publicationId: string,
): Promise<Result<{ differences: Difference[] }>> => {
  const row = await transaction
    .selectFrom('publication')
    .select(['corrects_id', 'groups'])
    .where('id', '=', publicationId)
    .executeTakeFirst()
  if (!row) return refuse(errorAt('notFound', publicationId, { what: 'publication' }))
  const differences: Difference[] = []
  for (const group of row.corrects_id === null ? [] : row.groups) {
    const { units, names } = await loadDifferences(transaction, { publicationId, correctsId: row.corrects_id ?? '', group })
    differences.push(
      ...units.map(({ unit, nodes, ...sides }) => ({
        unit: { id: unit, name: names.get(unit) ?? '' },
        group,
        ...sides,
        nodes: [...nodes],
      })),
    )
  }
  return accept({ differences })
}
