import { parsePoints } from '../../core/exact/points.ts'
import { checkPoints } from '../../core/framework/check-points.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { type Round, rounds } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadFrameworkInForce } from '../scores/framework-in-force.ts'
import { loadScores } from '../scores/load-scores.ts'
import { saveScores } from '../scores/save-scores.ts'
import { loadScoredUnit } from '../scores/scored-unit.ts'
import type { ScoreChange } from '../scores/scores.ts'
import type { CorrectedScore } from './frozen-group.ts'

interface CycleRound {
  readonly cycleId: string
  readonly round: Round
}

export const lastRoundOf = (of: readonly string[]): Round => rounds.find((round) => round === of.at(-1)) ?? 'firstAppraisal'

/** The points of one unit that a correction gives otherwise, saved like any decision: with reason, log and totals. */
const correctUnit = async (
  context: ActContext,
  { cycleId, round }: CycleRound,
  unitId: string,
  scores: readonly CorrectedScore[],
): Promise<Result<undefined>> => {
  const unit = await loadScoredUnit(context.transaction, cycleId, unitId, 'forChange')
  if (!unit.ok) return unit
  const framework = await loadFrameworkInForce(context, unit.value.frameworkId)
  if (!framework.ok) return framework
  const stored = new Map((await loadScores(context.transaction, cycleId, unitId, [round])).map((score) => [score.nodeId, score]))
  const problems: Problem[] = []
  const changes = scores.flatMap(({ nodeId, points: text, reason }): readonly ScoreChange[] => {
    const [leaf, points, before] = [framework.value.leaves.get(nodeId), parsePoints(text), stored.get(nodeId)]
    if (!leaf || points === undefined) {
      problems.push(leaf ? errorAt('invalidPoints', nodeId, { value: text }) : errorAt('unknownNode', nodeId, { node: nodeId }))
      return []
    }
    problems.push(...checkPoints(leaf, points))
    const claimed = before?.claimedPoints
    return [
      { nodeId, version: before?.version ?? 0, status: 'scored', points, reason, ...(claimed !== undefined && { claimedPoints: claimed }) },
    ]
  })
  if (problems.length > 0) return refuse(...problems)
  const saved = await saveScores(context, unit.value, framework.value, round, changes)
  return saved.ok ? accept(undefined) : saved
}

/** Gives the points that a correction is about; all or none. */
export const correctScores = async (context: ActContext, at: CycleRound, scores: readonly CorrectedScore[]): Promise<Result<undefined>> => {
  for (const [unitId, own] of Map.groupBy(scores, ({ unitId: unit }) => unit)) {
    const corrected = await correctUnit(context, at, unitId, own)
    if (!corrected.ok) return corrected
  }
  return accept(undefined)
}
