import { createHash } from 'node:crypto'
import { roundInWork } from '../../core/appraisal/round-in-work.ts'
import { canonicalJson } from '../../core/canonical-json.ts'
import { pointsText } from '../../core/exact/points.ts'
import { fold } from '../../core/fold.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Round, Stage } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadScores } from '../scores/load-scores.ts'
import type { ScoreChange, StoredScore } from '../scores/scores.ts'
import type { ExternalTable } from './contract.ts'
import { leavesByGroup, loadCycle } from './own-marks.ts'
import type { MeasuredLeaf } from './measured-leaf.ts'
import { changesScore, dueScore, outcomeOf } from './measured-score.ts'
import { plainDecimal } from './plain-decimal.ts'
import { type ReadTable, type ReadValue, readTable, type TableRows } from './read-table.ts'

export interface CycleUnit {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly stage: string
  readonly frameworkId: string
}

/** One unit whose value or points would change. */
export interface Due {
  readonly unit: CycleUnit
  readonly value: string
  readonly before: { readonly value: string; readonly source: string; readonly year: number; readonly version: number } | undefined
  readonly isNewValue: boolean
  readonly round: Round | undefined
  readonly stands: StoredScore | undefined
  readonly score: ScoreChange | undefined
}

export interface Compared {
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
  const score = round && dueScore(leaf, outcomeOf(leaf, inputs), inputs, stands, table)
  const isNewValue = before?.value !== value || before.source !== table.source || before.year !== table.year
  return { unit, value, before, isNewValue, round, stands, score: score && changesScore(score, stands) ? score : undefined }
}

/** What the rule does not take, told of the unit and the column, not of the rule's own words. */
const ofLine = (problem: Problem, unit: CycleUnit, { valueColumn }: ReadTable, line: number): Problem => {
  const isValue = 'field' in problem && problem.field !== 'year'
  return { ...problem, at: unit.name, line, ...(isValue && { field: valueColumn }) }
}

const isClosed = ({ stage }: CycleUnit): boolean => stage === 'approved' || stage === 'published'

export const compareExternal = async (
  context: ActContext,
  cycleId: string,
  table: ExternalTable,
  rows: TableRows,
): Promise<Result<Compared>> => {
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
    if (outcome.status === 'refused') problems.push(...outcome.problems.map((problem) => ofLine(problem, unit, read, each.line)))
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
    .update(canonicalJson({ cycleId, ...table, unitColumn: read.unitColumn, valueColumn: read.valueColumn, told }))
    .digest('hex')
  return accept({ read, due, unchanged: compared.length - due.length, closed, problems, seen })
}
