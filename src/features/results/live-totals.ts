import { sql } from 'kysely'
import { parseDecimal } from '../../core/exact/decimal.ts'
import type { Fraction } from '../../core/exact/fraction.ts'
import type { RankingPolicy } from '../../core/framework/framework.ts'
import { type RankedTotal, rankTotals } from '../../core/results/rank-totals.ts'
import { type AreaSum, parseAreas } from '../scores/area-sums.ts'
import type { Transaction } from '../../platform/database/transaction.ts'

/** What a rank of the whole needs. */
export interface WholeRow {
  readonly unit_id: string
  readonly ranked: boolean
  readonly exact: string | null
  readonly percent: string | null
  readonly by_source: Readonly<Record<string, string>> | null
  readonly areas?: Readonly<Record<string, AreaSum>>
}

/** The totals of one unit as they are kept: the whole, and each area under its id. */
export interface TotalRow extends WholeRow {
  readonly code: string
  readonly name: string
  readonly points: string | null
  readonly applied_max: string
  readonly missing: number
  readonly not_applicable: number
  readonly areas: Readonly<Record<string, AreaSum>>
}

/** A superior reads what was submitted: what a unit claims is nobody else's before. */
const whereReadable = (at: { readonly cycleId: string; readonly round: string }) =>
  at.round === 'claimed'
    ? sql`and unit_id in (select unit_id from cycle_unit where cycle_id = ${at.cycleId} and stage not in ('preparing', 'selfAssessing'))`
    : sql``

interface At {
  readonly cycleId: string
  readonly round: string
  readonly group: string
}

/** Units of a group in unit order, each with its totals; units without a score yet have none. */
export const loadTotals = async (transaction: Transaction, at: At): Promise<readonly TotalRow[]> => {
  const { rows } = await sql<Omit<TotalRow, 'areas'> & { readonly areas: string }>`
    with readable as not materialized (
      select * from unit_total where cycle_id = ${at.cycleId} and round = ${at.round} and unit_group = ${at.group} ${whereReadable(at)}
    )
    select u.id as unit_id, u.code, u.name, cu.ranked, t.exact, t.points, coalesce(t.applied_max, '0') as applied_max, t.percent::text, t.by_source,
      coalesce(t.missing, 0) as missing, coalesce(t.not_applicable, 0) as not_applicable, coalesce(t.areas, '') as areas
    from cycle_unit cu
    join unit u on u.authority_id = cu.authority_id and u.id = cu.unit_id
    left join readable t on t.unit_id = cu.unit_id
    where cu.cycle_id = ${at.cycleId} and cu.unit_group = ${at.group}
    order by u.id`.execute(transaction)
  return rows.map((row) => ({ ...row, areas: parseAreas(row.areas) }))
}

/** Rows that carry ranks of the whole alone: no names, no areas; several times lighter for thousands of units. */
export const loadWholes = async (
  transaction: Transaction,
  at: { readonly cycleId: string; readonly round: string; readonly group: string; readonly withSources: boolean },
): Promise<readonly WholeRow[]> => {
  const bySource = at.withSources ? sql`by_source` : sql`null as by_source`
  const { rows } = await sql<WholeRow>`
    select unit_id, ranked, exact, percent::text, ${bySource} from unit_total
    where cycle_id = ${at.cycleId} and round = ${at.round} and unit_group = ${at.group} ${whereReadable(at)}
    order by unit_id`.execute(transaction)
  return rows
}

const tieKey = (row: WholeRow, key: string): Fraction | null => parseDecimal(row.by_source?.[key] ?? row.areas?.[key]?.points ?? '') ?? null

/** Ranks of the wholes, by the framework's own rule. */
export const rankWholes = (rows: readonly WholeRow[], policy: RankingPolicy): readonly (number | null)[] =>
  rankTotals(
    rows.map(
      (row): RankedTotal => ({
        exact: row.exact,
        ranked: row.ranked,
        tieKeys: policy.tieBreak.map((key) => tieKey(row, key)),
      }),
    ),
    policy,
  )

const noTies: RankedTotal['tieKeys'] = []

/** Ranks in one area; ties are ties there. */
export const rankArea = (rows: readonly TotalRow[], area: string, policy: RankingPolicy): readonly (number | null)[] =>
  rankTotals(
    rows.map((row): RankedTotal => ({ exact: row.areas[area]?.exact ?? null, ranked: row.ranked, tieKeys: noTies })),
    { ...policy, tieBreak: [] },
  )
