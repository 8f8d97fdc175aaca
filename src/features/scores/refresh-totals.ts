import { planOf } from '../../core/results/plan.ts'
import { standingTotals } from '../../core/results/standing-totals.ts'
import type { Round } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { FrameworkInForce } from './framework-in-force.ts'
import { printAreas } from './area-sums.ts'
import { refreshCounts } from './refresh-counts.ts'
import { blankSheet, loadSheets } from './score-sheets.ts'
import type { ScoredUnit } from './scores.ts'
import { printTotal, type TotalRow } from './total-row.ts'
import { loadPrintedTotals, writeTotals } from './write-totals.ts'

/** Of many units most stand as they are: what is written is what differs from what is there. */
const changedOf = async (
  { transaction }: Pick<ActContext, 'transaction'>,
  at: { readonly cycleId: string; readonly round: Round; readonly unitGroup: string },
  rows: readonly TotalRow[],
): Promise<readonly TotalRow[]> => {
  if (rows.length < 2) return rows
  const printed = await loadPrintedTotals(transaction, at)
  return rows.filter((row) => printed.get(row.unitId) !== printTotal(row))
}

/** Brings the totals of units of one framework and round up to date with their scores; a few statements for any number of units. */
export const refreshTotals = async (
  context: Pick<ActContext, 'transaction' | 'actor'>,
  units: readonly ScoredUnit[],
  { framework }: FrameworkInForce,
  round: Round,
): Promise<void> => {
  const [first] = units
  if (!first) return
  const { cycleId, frameworkId, unitGroup } = first
  const unitIds = units.map(({ unitId }) => unitId)
  const sheets = await loadSheets(context.transaction, { cycleId, round, frameworkId, unitIds })
  const found = units.map(({ unitId }) => sheets.get(unitId) ?? blankSheet)
  const totals = standingTotals(
    planOf(framework),
    found.map(({ cells }) => cells),
  )
  const rows = units.flatMap(({ unitId, ranked }, index): TotalRow[] => {
    const total = totals[index]
    return total ? [{ ...total, unitId, ranked, differs: found[index]?.differs ?? 0, areas: printAreas(total.areas) }] : []
  })
  const at = { cycleId, round, unitGroup }
  await writeTotals(context, at, await changedOf(context, at, rows))
  // A changed claim changes what later rounds differ from, and what has to be proved.
  if (round === 'claimed') await refreshCounts(context, cycleId, unitIds)
}
