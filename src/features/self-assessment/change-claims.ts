import { sql } from 'kysely'
import { parsePoints } from '../../core/exact/points.ts'
import { walkNodes } from '../../core/framework/walk.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { checkClaims } from '../../core/self-assessment/check-claims.ts'
import type { Claim } from '../../core/self-assessment/claims.ts'
import { partOfFramework } from '../../core/self-assessment/part.ts'
import { selfScoredPart } from '../../core/self-assessment/self-scored-part.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { type FrameworkInForce, loadFrameworkInForce } from '../scores/framework-in-force.ts'
import { type OwnPart, ownPartOf } from '../scores/own-part.ts'
import { loadScores } from '../scores/load-scores.ts'
import { saveScores } from '../scores/save-scores.ts'
import { loadScoredUnit } from '../scores/scored-unit.ts'
import { claimTotals } from './claim-totals.ts'
import type { ClaimChange, SavedClaims } from './contract.ts'
import { claimsOf, type SheetPlace } from './load-sheet.ts'

/** Refused once the last minute has passed by the database's clock. */
export const checkDeadline = async ({ transaction, now }: ActContext, { cycleId, unitId }: SheetPlace): Promise<Result<undefined>> => {
  const { rows } = await sql<{ last_minute: string }>`
    select last_minute(d.closes, a.time_zone) as last_minute
    from cycle_unit cu join cycle c on c.id = cu.cycle_id join authority a on a.id = cu.authority_id
    cross join lateral (select closes_at(c.self_assessment_closes, cu.self_assessment_closes) as closes) d
    where cu.cycle_id = ${cycleId} and cu.unit_id = ${unitId} and d.closes <= ${now}`.execute(transaction)
  return rows[0] ? refuse(errorAt('deadlinePassed', '', { deadline: rows[0].last_minute })) : accept(undefined)
}

const claimOf = ({ status, points, explanation, inputs }: ClaimChange): Claim => {
  const exact = points === undefined ? undefined : parsePoints(points)
  return {
    status,
    ...(exact !== undefined && { points: exact }),
    ...(explanation && { explanation: explanation.normalize('NFC') }),
    ...(inputs && { inputs }),
  }
}

export const nodesOf = ({ framework }: Pick<FrameworkInForce, 'framework'>) =>
  new Map([...walkNodes(framework.nodes)].map(({ node }) => [node.id as string, node]))

/** Whoever works in a division changes its leaves alone, as long as it is at work on them. */
export const checkPart = (part: OwnPart | undefined, changes: readonly Pick<ClaimChange, 'nodeId'>[]): readonly Problem[] =>
  part
    ? changes.flatMap(({ nodeId }): readonly Problem[] => {
        if (!part.leaves.has(nodeId)) return [errorAt('leafOfOthers', nodeId, {})]
        return part.openLeaves.has(nodeId) ? [] : [errorAt('leafHandedIn', nodeId, {})]
      })
    : []

/**
 * Saves claims of one unit: all of the request, or none with every problem. One request is one act in the log and one step of the officer
 * (a cell, or a pasted block); half of it standing would leave nobody knowing which half. The page sends what is in order and keeps the rest.
 */
export const changeClaims = async (
  context: ActContext,
  place: SheetPlace,
  changes: readonly ClaimChange[],
): Promise<Result<SavedClaims>> => {
  const unit = await loadScoredUnit(context.transaction, place.cycleId, place.unitId, 'forChange')
  if (!unit.ok) return unit
  if (unit.value.stage !== 'selfAssessing')
    return refuse(errorAt('wrongStage', '', { stage: unit.value.stage, act: 'changeSelfAssessment' }))
  const deadline = await checkDeadline(context, place)
  if (!deadline.ok) return deadline
  const framework = await loadFrameworkInForce(context, unit.value.frameworkId)
  if (!framework.ok) return framework
  const claims = changes.map((change) => ({ nodeId: change.nodeId, version: change.version, claim: claimOf(change) }))
  const part = await ownPartOf(context, place)
  const problems = [...checkPart(part, changes), ...checkClaims(nodesOf(framework.value), claims)]
  if (problems.length) return refuse(...problems)
  const rows = claims.map(({ nodeId, version, claim }) => ({ nodeId, version, ...claim }))
  const saved = await saveScores(context, unit.value, framework.value, 'claimed', rows)
  if (!saved.ok) return saved
  const scores = await loadScores(context.transaction, place.cycleId, place.unitId, ['claimed'])
  const shown = part ? partOfFramework(framework.value.framework, part.leaves) : framework.value.framework
  return accept({
    saved: [...saved.value],
    savedAt: context.now.toISOString(),
    totals: [...claimTotals(selfScoredPart(shown), claimsOf(scores))],
  })
}
