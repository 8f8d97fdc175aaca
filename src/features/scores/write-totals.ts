import { sql } from 'kysely'
import type { Round } from '../../core/vocabulary.ts'
import type { ActContext, Transaction } from '../../platform/database/transaction.ts'
import type { TotalRow } from './total-row.ts'

/** The totals that stand in a group, by unit, as `printTotal` prints them; who came from another group has none here and is written anew. */
export const loadPrintedTotals = async (
  transaction: Transaction,
  at: { readonly cycleId: string; readonly round: Round; readonly unitGroup: string },
): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ unit_id: string; printed: string }>`
    select unit_id, ranked || '|' || coalesce(exact, '') || '|' || coalesce(points, '') || '|' || applied_max || '|'
      || coalesce(percent::text, '') || '|' || coalesce(by_source->>'appraised', '') || '|' || coalesce(by_source->>'survey', '') || '|'
      || coalesce(by_source->>'external', '') || '|' || coalesce(by_source->>'panel', '') || '|' || missing || '|' || not_applicable || '|'
      || answered || '|' || leaves || '|' || differs || '|' || areas as printed
    from unit_total where cycle_id = ${at.cycleId} and round = ${at.round} and unit_group = ${at.unitGroup}`.execute(transaction)
  return new Map(rows.map(({ unit_id, printed }) => [unit_id, printed]))
}

const column = <K extends keyof TotalRow>(rows: readonly TotalRow[], name: K): readonly TotalRow[K][] => rows.map((row) => row[name])

/** Writes rows of one round, new ones and changed ones, in one statement; a row that stands as it is is not written again. */
export const writeTotals = async (
  { transaction, actor }: Pick<ActContext, 'transaction' | 'actor'>,
  at: { readonly cycleId: string; readonly round: Round; readonly unitGroup: string },
  rows: readonly TotalRow[],
): Promise<void> => {
  if (rows.length === 0) return
  await sql`
    insert into unit_total as t (authority_id, cycle_id, round, unit_group, unit_id, ranked, exact, points, applied_max, percent,
      by_source, missing, not_applicable, answered, leaves, differs, areas)
    select ${actor.authorityId}, ${at.cycleId}, ${at.round}, ${at.unitGroup}, r.*
    from unnest(${column(rows, 'unitId')}::uuid[], ${column(rows, 'ranked')}::boolean[], ${column(rows, 'exact')}::text[],
      ${column(rows, 'points')}::text[], ${column(rows, 'appliedMax')}::text[], ${column(rows, 'percent')}::numeric[],
      ${rows.map(({ bySource }) => JSON.stringify(bySource))}::jsonb[], ${column(rows, 'missing')}::integer[],
      ${column(rows, 'notApplicable')}::integer[], ${column(rows, 'answered')}::integer[], ${column(rows, 'leaves')}::integer[],
      ${column(rows, 'differs')}::integer[], ${column(rows, 'areas')}::text[]) as r
    on conflict (authority_id, cycle_id, unit_id, round) do update set
      unit_group = excluded.unit_group, ranked = excluded.ranked, exact = excluded.exact, points = excluded.points, applied_max = excluded.applied_max,
      percent = excluded.percent, by_source = excluded.by_source, missing = excluded.missing, not_applicable = excluded.not_applicable,
      answered = excluded.answered, leaves = excluded.leaves, differs = excluded.differs, areas = excluded.areas
    where (t.unit_group, t.ranked, t.exact, t.points, t.applied_max, t.percent, t.by_source, t.missing, t.not_applicable, t.answered, t.leaves, t.differs, t.areas)
      is distinct from (excluded.unit_group, excluded.ranked, excluded.exact, excluded.points, excluded.applied_max, excluded.percent, excluded.by_source,
        excluded.missing, excluded.not_applicable, excluded.answered, excluded.leaves, excluded.differs, excluded.areas)`.execute(
    transaction,
  )
}
