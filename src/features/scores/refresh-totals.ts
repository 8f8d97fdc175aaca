import { planOf } from '../../core/results/plan.ts'
import { standingTotals } from '../../core/results/standing-totals.ts'
import type { Round } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { FrameworkInForce } from './framework-in-force.ts'
import { refreshCounts } from './refresh-counts.ts'
import { blankSheet, loadSheets } from './score-sheets.ts'
import type { ScoredUnit } from './scores.ts'
import { printTotals, type TotalRow } from './total-row.ts'
import { loadPrintedTotals, writeTotals } from './write-totals.ts'

/** Of many units most stand as they are: what is written is what differs from what is there. */
const changedOf = async (
  { transaction }: Pick<ActContext, 'transaction'>,
  at: { readonly cycleId: string; readonly round: Round },
  rowsOfUnits: readonly (readonly TotalRow[])[],
): Promise<readonly TotalRow[]> => {
  if (rowsOfUnits.length < 2) return rowsOfUnits.flat()
  const printed = await loadPrintedTotals(transaction, at)
  return rowsOfUnits.flatMap((rows) => (printed.get(rows[0]?.unitId ?? '') === printTotals(rows) ? [] : rows))
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
  const rows = units.map(({ unitId, ranked }, index) =>
    (totals[index] ?? []).map(
      (total): TotalRow => ({ ...total, unitId, ranked, differs: total.nodeId === '' ? (found[index]?.differs ?? 0) : 0 }),
    ),
  )
  const at = { cycleId, round, unitGroup }
  await writeTotals(context, at, await changedOf(context, at, rows))
  // A changed claim changes what later rounds differ from, and what has to be proved.
  if (round === 'claimed') await refreshCounts(context, cycleId, unitIds)
}
