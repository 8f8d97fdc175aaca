import { acceptClaims } from '../../core/appraisal/accept-claims.ts'
import { checkDecision } from '../../core/appraisal/check-decision.ts'
import { checkFacts } from '../../core/appraisal/check-facts.ts'
import { checkLaterDecision } from '../../core/appraisal/check-later-decision.ts'
import { parsePoints, pointsText } from '../../core/exact/points.ts'
import { leavesOf } from '../../core/framework/walk.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { awaitsPeers } from '../../core/rules/leaf-outcome.ts'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { saveScores } from '../scores/save-scores.ts'
import type { ScoreChange } from '../scores/scores.ts'
import type { AcceptedClaims, DecisionChange, SavedDecisions } from './shapes.ts'
import { type AppraisalRow, loadAppraisal, type UnderAppraisal } from './load-appraisal.ts'
import type { SheetPlace } from './sheet-place.ts'
import { checkCycleOpen, moveUnit } from './move-unit.ts'
import { type AppraisedRound, checkStepWindow } from './step-window.ts'

/** What is written: with what was claimed, so that the database itself can hold the reason due; the unit's basis goes along where it is accepted. */
const changeOf = (row: AppraisalRow, { nodeId, version, status, treatment, reason, points, inputs }: DecisionChange): ScoreChange => {
  const parsed = points === undefined ? undefined : parsePoints(points)
  // Who accepts a claim accepts the facts behind it.
  const facts = inputs ?? (status === row.claim?.status && parsed === row.claim.points ? row.claim.inputs : undefined)
  return {
    nodeId,
    version,
    status,
    ...(status === 'scored' && parsed !== undefined && { points: parsed }),
    ...(treatment && { treatment }),
    ...(reason && { reason }),
    ...(facts && (status !== 'missing' || awaitsPeers(row.leaf, { inputs: facts })) && { inputs: facts }),
    ...(row.claim?.points !== undefined && { claimedPoints: row.claim.points }),
    ...(row.claim && { claimedVersion: row.claim.version }),
    ...(status === 'notApplicable' && row.claim?.explanation && { explanation: row.claim.explanation }),
  }
}

/** What keeps one decision from standing in the round in work, and whether it is the actor's to make. */
const checkRow = ({ round, inForce }: UnderAppraisal, row: AppraisalRow, change: ScoreChange): readonly Problem[] => {
  const { leaf, claim, isMatter, isMine, earlier } = row
  const problems =
    round === 'firstAppraisal'
      ? checkDecision(leaf, claim, change)
      : checkLaterDecision(leaf, { claim, before: earlier.at(-1), isMatter }, change)
  if (isMine) return [...problems, ...checkFacts(leaf, change, change.inputs)]
  const area = inForce.framework.nodes.find((node) => leavesOf([node]).some(({ id }) => id === leaf.id))
  return [errorAt('notYourTask', leaf.id, { area: area?.name ?? '' })]
}

const changesOf = (appraisal: UnderAppraisal, decisions: readonly DecisionChange[]): Result<readonly ScoreChange[]> => {
  const { rows, unit } = appraisal
  const byNode = new Map(rows.map((row) => [row.leaf.id as string, row]))
  const problems: Problem[] = []
  const changes = decisions.flatMap((decision, index) => {
    const row = byNode.get(decision.nodeId)
    const first = decisions.findIndex(({ nodeId }) => nodeId === decision.nodeId)
    if (!row) problems.push(errorAt('unknownNode', decision.nodeId, { node: decision.nodeId }))
    else if (first < index)
      problems.push(errorAt('duplicateLine', decision.nodeId, { unit: unit.unitId, node: decision.nodeId, first: first + 1 }))
    if (!row || first < index) return []
    const change = changeOf(row, decision)
    problems.push(...checkRow(appraisal, row, change))
    return [change]
  })
  return problems.length ? { ok: false, problems } : accept(changes)
}

/** Saves decisions of one unit under appraisal, locked; all or none. */
export const saveDecisions = async (
  context: ActContext,
  appraisal: UnderAppraisal,
  decisions: readonly DecisionChange[],
): Promise<Result<SavedDecisions>> => {
  const open = checkCycleOpen(appraisal, 'changeAppraisal')
  if (!open.ok) return open
  const inTime = await checkStepWindow(context, appraisal.unit, appraisal.round as AppraisedRound)
  if (!inTime.ok) return inTime
  const changes = changesOf(appraisal, decisions)
  if (!changes.ok) return changes
  const moved = await moveUnit(context, appraisal, 'changeAppraisal')
  if (!moved.ok) return moved
  const saved = changes.value.length
    ? await saveScores(context, appraisal.unit, appraisal.inForce, appraisal.round, changes.value)
    : accept([])
  if (!saved.ok) return saved
  return accept({ saved: [...saved.value], savedAt: context.now.toISOString(), ...moved.value })
}

/** Saves decisions of one unit, all or none. The first one opens its appraisal. */
export const changeAppraisal = async (
  context: ActContext,
  place: SheetPlace,
  decisions: readonly DecisionChange[],
): Promise<Result<SavedDecisions>> => {
  const nodeIds = decisions.map(({ nodeId }) => nodeId)
  const appraisal = await loadAppraisal(context, place, 'forChange', nodeIds)
  return appraisal.ok ? saveDecisions(context, appraisal.value, decisions) : appraisal
}

/** Accepts what can be accepted together, of the leaves named or of all; a preview changes nothing. */
export const acceptManyClaims = async (
  context: ActContext,
  place: SheetPlace,
  { nodeIds, preview }: { readonly nodeIds?: readonly string[] | undefined; readonly preview: boolean },
): Promise<Result<AcceptedClaims>> => {
  const appraisal = await loadAppraisal(context, place, 'forChange')
  if (!appraisal.ok) return appraisal
  const wanted = nodeIds && new Set(nodeIds)
  const rows = appraisal.value.rows.filter(({ leaf, isMine }) => isMine && (!wanted || wanted.has(leaf.id)))
  const { accepted, left } = acceptClaims(rows)
  const decided = accepted.map(({ nodeId, points }) => ({ nodeId: nodeId as string, points: pointsText(points) }))
  const versions = new Map(rows.map((row) => [row.leaf.id as string, row.decision?.version ?? 0]))
  const decisions = decided.map((each) => ({ ...each, version: versions.get(each.nodeId) ?? 0, status: 'scored' as const }))
  const nothing = {
    saved: [],
    savedAt: context.now.toISOString(),
    stage: appraisal.value.unit.stage as SavedDecisions['stage'],
    version: appraisal.value.unit.version,
  }
  const saved = preview || decisions.length === 0 ? accept(nothing) : await saveDecisions(context, appraisal.value, decisions)
  return saved.ok ? accept({ ...saved.value, accepted: decided, left: left.map((each) => ({ ...each })) }) : saved
}
