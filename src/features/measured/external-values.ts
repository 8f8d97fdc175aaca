import { createHash } from 'node:crypto'
import { roundInWork } from '../../core/appraisal/round-in-work.ts'
import { canonicalJson } from '../../core/canonical-json.ts'
import { pointsText } from '../../core/exact/points.ts'
import { fold } from '../../core/fold.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Round, Stage } from '../../core/vocabulary.ts'
import { externalTexts } from '../../language/pages/measured.ts'
import { speakProblem } from '../../language/problem-sentence.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadFrameworkInForce } from '../scores/framework-in-force.ts'
import { loadScores } from '../scores/load-scores.ts'
import { saveScores } from '../scores/save-scores.ts'
import { loadScoredUnit } from '../scores/scored-unit.ts'
import type { ScoreChange, StoredScore } from '../scores/scores.ts'
import type { ExternalPreview, ExternalTable } from './contract.ts'
import { leavesByGroup, loadCycle } from './own-marks.ts'
import type { MeasuredLeaf } from './measured-leaf.ts'
import { changesScore, dueScore, outcomeOf } from './measured-score.ts'
import { plainDecimal } from './plain-decimal.ts'
import { type ReadTable, type ReadValue, readTable, type TableRows } from './read-table.ts'

interface CycleUnit {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly stage: string
  readonly frameworkId: string
}

/** One unit whose value or points would change. */
interface Due {
  readonly unit: CycleUnit
  readonly value: string
  readonly before: { readonly value: string; readonly source: string; readonly year: number; readonly version: number } | undefined
  readonly isNewValue: boolean
  readonly round: Round | undefined
  readonly stands: StoredScore | undefined
  readonly score: ScoreChange | undefined
}

interface Compared {
  readonly read: ReadTable
  readonly due: readonly Due[]
  readonly unchanged: number
  readonly closed: readonly CycleUnit[]
  readonly problems: readonly Problem[]
  readonly seen: string
}

const loadUnits = async ({ transaction }: ActContext, cycleId: string, group: string) => {
  const rows = await transaction
    .selectFrom('cycle_unit')
    .innerJoin('unit', 'unit.id', 'cycle_unit.unit_id')
    .select(['unit.id', 'unit.code', 'unit.name', 'unit.aliases', 'cycle_unit.stage', 'cycle_unit.framework_id'])
    .where('cycle_unit.cycle_id', '=', cycleId)
    .where('cycle_unit.unit_group', '=', group)
    .execute()
  const byName = new Map(rows.flatMap(({ id, code, name, aliases }) => [code, name, ...aliases].map((each) => [fold(each), id] as const)))
  const units = rows.map(({ id, code, name, stage, framework_id }) => [id, { id, code, name, stage, frameworkId: framework_id }] as const)
  return { byName, units: new Map<string, CycleUnit>(units) }
}

const loadValues = async ({ transaction }: ActContext, cycleId: string, nodeId: string) => {
  const rows = await transaction
    .selectFrom('external_value')
    .select(['unit_id', 'value', 'source', 'year', 'version'])
    .where('cycle_id', '=', cycleId)
    .where('node_id', '=', nodeId)
    .execute()
  return new Map(rows.map(({ unit_id, value, ...rest }) => [unit_id, { ...rest, value: plainDecimal(value) }]))
}

const findLeaf = async (context: ActContext, cycleId: string, { group, nodeId }: ExternalTable): Promise<Result<MeasuredLeaf>> => {
  const groups = await leavesByGroup(context, cycleId, 'external')
  if (!groups.ok) return groups
  const leaf = groups.value.find((each) => each.group === group)?.leaves.find(({ node }) => node.id === nodeId)
  return leaf ? accept(leaf) : refuse(errorAt('unknownNode', nodeId, { node: nodeId }))
}

/** The value by the name the rule gives it, and its year, which the rule holds to its own. */
const inputsOf = ({ rule }: MeasuredLeaf, value: string, year: number) => {
  const { value: name = 'value' } = rule as unknown as { readonly value?: string }
  return { [name]: value, year: String(year) }
}

const compareUnit = async (
  context: ActContext,
  { cycleId, rounds, leaf, table }: { cycleId: string; rounds: readonly Round[]; leaf: MeasuredLeaf; table: ExternalTable },
  unit: CycleUnit,
  { value }: ReadValue,
  before: Due['before'],
): Promise<Due> => {
  const round = roundInWork(rounds, unit.stage as Stage)
  const scores = round ? await loadScores(context.transaction, cycleId, unit.id, [round]) : []
  const stands = scores.find(({ nodeId }) => nodeId === table.nodeId)
  const inputs = inputsOf(leaf, value, table.year)
  const score = round && dueScore(leaf, outcomeOf(leaf, inputs), inputs, stands, externalTexts.sourceSentence(table.source, table.year))
  const isNewValue = before?.value !== value || before.source !== table.source || before.year !== table.year
  return { unit, value, before, isNewValue, round, stands, score: score && changesScore(score, stands) ? score : undefined }
}

const isClosed = ({ stage }: CycleUnit): boolean => stage === 'approved' || stage === 'published'

const compare = async (context: ActContext, cycleId: string, table: ExternalTable, rows: TableRows): Promise<Result<Compared>> => {
  const cycle = await loadCycle(context, cycleId)
  if (!cycle.ok) return cycle
  const leaf = await findLeaf(context, cycleId, table)
  if (!leaf.ok) return leaf
  const { byName, units } = await loadUnits(context, cycleId, table.group)
  const read = readTable(rows, table, (text) => byName.get(fold(text)))
  const standing = await loadValues(context, cycleId, table.nodeId)
  const problems: Problem[] = [...read.problems]
  const compared: Due[] = []
  for (const each of read.values) {
    const unit = units.get(each.unitId)
    if (!unit || isClosed(unit)) continue
    const outcome = outcomeOf(leaf.value, inputsOf(leaf.value, each.value, table.year))
    if (outcome.status === 'refused') problems.push(...outcome.problems.map((problem) => ({ ...problem, line: each.line })))
    else
      compared.push(
        await compareUnit(
          context,
          { cycleId, rounds: cycle.value.rounds as Round[], leaf: leaf.value, table },
          unit,
          each,
          standing.get(unit.id),
        ),
      )
  }
  const due = compared.filter(({ isNewValue, score }) => isNewValue || score !== undefined)
  const closed = read.values.flatMap(
    ({ unitId }) => [units.get(unitId)].filter((unit) => unit !== undefined && isClosed(unit)) as CycleUnit[],
  )
  const told = due.map(({ unit, value, before, stands, score }) => ({
    unit: unit.id,
    value,
    before: before ?? null,
    score: stands?.version ?? 0,
    points: score?.points === undefined ? null : pointsText(score.points),
  }))
  const seen = createHash('sha256')
    .update(canonicalJson({ cycleId, ...table, told }))
    .digest('hex')
  return accept({ read, due, unchanged: compared.length - due.length, closed, problems, seen })
}

const refOf = ({ id, code, name }: CycleUnit) => ({ id, code, name })

/** What a table of another evaluation would change; nothing is stored. */
export const previewExternal = async (
  context: ActContext,
  cycleId: string,
  table: ExternalTable,
  rows: TableRows,
): Promise<Result<ExternalPreview>> => {
  const compared = await compare(context, cycleId, table, rows)
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
  const compared = await compare(context, cycleId, table, rows)
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
