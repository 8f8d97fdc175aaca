import { pointsText } from '../../core/exact/points.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { speakProblem } from '../../language/problem-sentence.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadFrameworkInForce } from '../scores/framework-in-force.ts'
import { saveScores } from '../scores/save-scores.ts'
import { loadScoredUnit } from '../scores/scored-unit.ts'
import { compareExternal, type CycleUnit, type Due } from './compare-external.ts'
import type { ExternalPreview, ExternalTable } from './contract.ts'
import type { TableRows } from './read-table.ts'

const refOf = ({ id, code, name }: CycleUnit) => ({ id, code, name })

/** What a table of another evaluation would change; nothing is stored. */
export const previewExternal = async (
  context: ActContext,
  cycleId: string,
  table: ExternalTable,
  rows: TableRows,
): Promise<Result<ExternalPreview>> => {
  const compared = await compareExternal(context, cycleId, table, rows)
  if (!compared.ok) return compared
  const { read, due, unchanged, closed, problems, seen } = compared.value
  return accept({
    columns: read.columns.filter((name) => name.trim() !== ''),
    unitColumn: read.unitColumn,
    valueColumn: read.valueColumn,
    differences: due.map(({ unit, value, before, stands, score, round }) => {
      const after = score?.points ?? (round ? stands?.points : undefined)
      return {
        unit: refOf(unit),
        ...(before && { before: before.value }),
        after: value,
        ...(stands?.points !== undefined && { pointsBefore: pointsText(stands.points) }),
        ...(after !== undefined && { pointsAfter: pointsText(after) }),
      }
    }),
    unchanged,
    closed: closed.map(refOf),
    problems: problems.map((problem) => ({ ...speakProblem(problem) })),
    seen,
  })
}

const storeValue = async (
  { transaction, actor }: ActContext,
  cycleId: string,
  { nodeId, source, year }: ExternalTable,
  { unit, value, before }: Due,
): Promise<void> => {
  const columns = { value, source, year, version: (before?.version ?? 0) + 1, changed_by: actor.personId }
  await transaction
    .insertInto('external_value')
    .values({ authority_id: actor.authorityId, cycle_id: cycleId, unit_id: unit.id, node_id: nodeId, ...columns })
    .onConflict((conflict) =>
      conflict
        .columns(['authority_id', 'cycle_id', 'unit_id', 'node_id'])
        .doUpdateSet(({ fn }) => ({ ...columns, changed_at: fn<Date>('now') })),
    )
    .execute()
}

/** Points of one unit; its row in the cycle is locked, so that an appraiser of the same moment waits. */
const scoreUnit = async (context: ActContext, cycleId: string, { unit, round, score }: Due): Promise<Result<boolean>> => {
  if (!round || !score) return accept(false)
  const locked = await loadScoredUnit(context.transaction, cycleId, unit.id, 'forChange')
  if (!locked.ok) return locked
  const framework = await loadFrameworkInForce(context, unit.frameworkId)
  if (!framework.ok) return framework
  const saved = await saveScores(context, locked.value, framework.value, round, [score])
  return saved.ok ? accept(true) : saved
}

/** Stores the values that a person saw, and the points the rule makes of them for every unit that has submitted. */
export const applyExternal = async (
  context: ActContext,
  cycleId: string,
  { seen, ...table }: ExternalTable & { readonly seen: string },
  rows: TableRows,
): Promise<Result<{ stored: number; scored: number }>> => {
  await context.transaction.selectFrom('cycle').select('id').where('id', '=', cycleId).forNoKeyUpdate().execute()
  const compared = await compareExternal(context, cycleId, table, rows)
  if (!compared.ok) return compared
  if (compared.value.seen !== seen) return refuse(errorAt('changedMeanwhile', 'file', {}))
  let scored = 0
  for (const due of compared.value.due) {
    if (due.isNewValue) await storeValue(context, cycleId, table, due)
    const done = await scoreUnit(context, cycleId, due)
    if (!done.ok) return done
    scored += done.value ? 1 : 0
  }
  const stored = compared.value.due.length
  await recordActions(context, [{ kind: 'externalValuesImported', cycleId, nodeId: table.nodeId, facts: { ...table, stored, scored } }])
  return accept({ stored, scored })
}
