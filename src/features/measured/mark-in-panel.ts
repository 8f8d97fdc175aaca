import { sql } from 'kysely'
import { roundInWork } from '../../core/appraisal/round-in-work.ts'
import { parseDecimal } from '../../core/exact/decimal.ts'
import { compareFractions, zeroFraction } from '../../core/exact/fraction.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Round, Stage } from '../../core/vocabulary.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { type FrameworkInForce, loadFrameworkInForce } from '../scores/framework-in-force.ts'
import { loadScores } from '../scores/load-scores.ts'
import { saveScores } from '../scores/save-scores.ts'
import { loadScoredUnit } from '../scores/scored-unit.ts'
import type { ScoredUnit } from '../scores/scores.ts'
import type { MarkChange, OwnMark } from './contract.ts'
import { bestMark, type MeasuredLeaf, measuredLeaves } from './measured-leaf.ts'
import { changesScore, dueScore, outcomeOf } from './measured-score.ts'
import { loadMembers, marksOf } from './panel-members.ts'
import { plainDecimal } from './plain-decimal.ts'

interface Place {
  readonly cycleId: string
  readonly unitId: string
}

const checkMark = (leaf: MeasuredLeaf | undefined, { nodeId, mark }: MarkChange): readonly Problem[] => {
  if (!leaf) return [errorAt('unknownNode', nodeId, { node: nodeId })]
  const [figure, best] = [mark === null ? undefined : parseDecimal(mark), bestMark(leaf)]
  if (mark === null || !figure) return []
  const isWithin = compareFractions(figure, zeroFraction) >= 0 && compareFractions(figure, parseDecimal(best) ?? zeroFraction) <= 0
  return isWithin ? [] : [errorAt('outOfRange', nodeId, { field: leaf.node.name, value: mark, from: '0', to: best })]
}

/** Stores one mark unless it was changed since it was seen: the same person at another computer. */
const storeMark = async ({ transaction, actor }: ActContext, { cycleId, unitId }: Place, change: MarkChange): Promise<boolean> => {
  const { rows } = await sql<{ version: number }>`
    insert into panel_mark as m (authority_id, cycle_id, unit_id, node_id, person_id, mark)
    values (${actor.authorityId}, ${cycleId}, ${unitId}, ${change.nodeId}, ${actor.personId}, ${change.mark})
    on conflict (authority_id, cycle_id, unit_id, node_id, person_id) do update set mark = excluded.mark, version = m.version + 1, changed_at = now()
    where m.version = ${change.version}
    returning version`.execute(transaction)
  return rows[0]?.version === change.version + 1
}

const loadMarks = async ({ transaction }: ActContext, { cycleId, unitId }: Place) =>
  transaction
    .selectFrom('panel_mark')
    .select(['node_id', 'person_id', 'mark', 'version'])
    .where('cycle_id', '=', cycleId)
    .where('unit_id', '=', unitId)
    .execute()

/** Makes points of all marks of these leaves, in the round in which the unit's appraisal is. */
const rescore = async (
  context: ActContext,
  unit: ScoredUnit,
  framework: FrameworkInForce,
  leaves: readonly MeasuredLeaf[],
): Promise<Result<unknown>> => {
  const { rounds } = await context.transaction.selectFrom('cycle').select('rounds').where('id', '=', unit.cycleId).executeTakeFirstOrThrow()
  const round = roundInWork(rounds as Round[], unit.stage as Stage)
  if (!round) return accept(undefined)
  const members = await loadMembers(context.transaction)
  const marks = await loadMarks(context, unit)
  const stands = new Map((await loadScores(context.transaction, unit.cycleId, unit.unitId, [round])).map((score) => [score.nodeId, score]))
  const changes = leaves.flatMap((leaf) => {
    const given = new Map(
      marks.filter(({ node_id }) => node_id === leaf.node.id).map(({ person_id, mark }) => [person_id, mark && plainDecimal(mark)]),
    )
    const inputs = marksOf(leaf, members, given)
    const change = dueScore(leaf, outcomeOf(leaf, inputs), inputs, stands.get(leaf.node.id))
    return change && changesScore(change, stands.get(leaf.node.id)) ? [change] : []
  })
  return changes.length === 0 ? accept(undefined) : saveScores(context, unit, framework, round, changes)
}

/** A leader's own marks for one unit: all or none. The points of the leaves follow in the same act, whether marks are missing or trimmed is the rule's to say. */
export const markInPanel = async (
  context: ActContext,
  place: Place,
  changes: readonly MarkChange[],
): Promise<Result<{ marks: OwnMark[] }>> => {
  const unit = await loadScoredUnit(context.transaction, place.cycleId, place.unitId, 'forChange')
  if (!unit.ok) return unit
  const framework = await loadFrameworkInForce(context, unit.value.frameworkId)
  if (!framework.ok) return framework
  const leaves = new Map(measuredLeaves(framework.value, 'panel').map((leaf) => [leaf.node.id as string, leaf]))
  const problems = changes.flatMap((change) => checkMark(leaves.get(change.nodeId), change))
  if (problems.length > 0) return { ok: false, problems }
  for (const change of changes)
    if (!(await storeMark(context, place, change))) return refuse(errorAt('changedMeanwhile', change.nodeId, {}))
  const touched = [...leaves.values()].filter(({ node }) => changes.some(({ nodeId }) => nodeId === node.id))
  const scored = await rescore(context, unit.value, framework.value, touched)
  if (!scored.ok) return scored
  // Who gave which mark stays out of the log: it is read by more people than the panel.
  await recordActions(
    context,
    changes.map(({ nodeId }) => ({ kind: 'panelMarked', cycleId: place.cycleId, unitId: place.unitId, nodeId, facts: {} })),
  )
  const own = (await loadMarks(context, place)).filter(({ person_id }) => person_id === context.actor.personId)
  return accept({ marks: own.map(ownMark) })
}

export const ownMark = ({
  node_id,
  mark,
  version,
}: {
  readonly node_id: string
  readonly mark: string | null
  readonly version: number
}): OwnMark => ({ nodeId: node_id, version, ...(mark !== null && { mark: plainDecimal(mark) }) })
