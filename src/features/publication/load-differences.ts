import { sql } from 'kysely'
import { differencesOf, type UnitDifference } from '../../core/publication/differences.ts'
import type { UnitResult } from '../../core/results/results.ts'
import type { Transaction } from '../../platform/database/transaction.ts'

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
