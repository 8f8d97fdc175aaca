import { isDecided } from '../../core/appraisal/appraised-leaf.ts'
import { type Points, pointsText } from '../../core/exact/points.ts'
import { formatFramework } from '../../core/framework/format-framework.ts'
import { nodeId } from '../../core/ids.ts'
import { areaTotals } from '../../core/results/area-totals.ts'
import { planOf } from '../../core/results/plan.ts'
import { accept, type Result } from '../../core/result.ts'
import type { Stage } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { standingsOf } from '../../platform/http/subject.ts'
import { isAllowed, isAllowedAtAnotherStage } from '../../platform/policy/policy.ts'
import type { StoredScore } from '../scores/scores.ts'
import { leafScoreOf } from '../scores/unit-scores.ts'
import { appraisalRoutes } from './contract.ts'
import type { AppraisalLeaf, UnitAppraisal } from './shapes.ts'
import { type AppraisalRow, loadAppraisal, type SheetPlace, type UnderAppraisal } from './load-appraisal.ts'

const textOf = (points: Points | undefined) => (points === undefined ? {} : { points: pointsText(points) })

const decisionOf = ({ status, points, treatment, reason, claimedPoints, version, changedAt, changedBy }: StoredScore) => ({
  status,
  ...textOf(points),
  ...(treatment && { treatment }),
  ...(reason && { reason }),
  ...(claimedPoints !== undefined && { claimedPoints: pointsText(claimedPoints) }),
  version,
  changedAt: changedAt.toISOString(),
  ...(changedBy && { changedBy }),
})

const claimOf = ({ status, points, explanation }: StoredScore) => ({ status, ...textOf(points), ...(explanation && { explanation }) })

const leafOf = ({ leaf, claim, decision, evidenceCount }: AppraisalRow): AppraisalLeaf => ({
  nodeId: leaf.id,
  ...(claim && { claim: claimOf(claim) }),
  ...(decision && { decision: decisionOf(decision) }),
  evidence: evidenceCount,
})

const totalsOf = ({ inForce, rows }: UnderAppraisal, side: 'claim' | 'decision') => [
  ...areaTotals(
    planOf(inForce.framework),
    new Map(rows.map((row) => [nodeId(row.leaf.id), leafScoreOf(row[side] ?? { nodeId: row.leaf.id, status: 'missing' })])),
  ),
]

/** Why the person cannot decide now, and whether a finished appraisal can be taken up again. */
const rightsOf = async (
  { transaction, actor }: ActContext,
  { cycle, unit }: UnderAppraisal,
): Promise<Pick<UnitAppraisal, 'closedBecause' | 'canReopen'>> => {
  const standings = await standingsOf(transaction, actor, appraisalRoutes.change, unit)
  if (!standings.ok) return { closedBecause: 'role', canReopen: false }
  const isOpen = cycle.stage !== 'approved' && cycle.stage !== 'published'
  const canReopen = isOpen && isAllowed('reopenAppraisal', standings.value)
  if (isAllowed('changeAppraisal', standings.value)) return isOpen ? { canReopen } : { closedBecause: 'cycleClosed', canReopen }
  if (standings.value.some(({ relation }) => relation === 'conflicted')) return { closedBecause: 'conflict', canReopen }
  return { closedBecause: isAllowedAtAnotherStage('changeAppraisal', standings.value) ? 'stage' : 'role', canReopen }
}

/** Claimed and given side by side, as the page shows them. */
export const showAppraisal = async (context: ActContext, place: SheetPlace): Promise<Result<UnitAppraisal>> => {
  const loaded = await loadAppraisal(context, place)
  if (!loaded.ok) return loaded
  const { cycle, unit, inForce, round, rows } = loaded.value
  const { code, name } = await context.transaction
    .selectFrom('unit')
    .select(['code', 'name'])
    .where('id', '=', unit.unitId)
    .executeTakeFirstOrThrow()
  return accept({
    cycle: { id: cycle.id, year: cycle.year, title: cycle.title },
    unit: { id: unit.unitId, code, name, group: unit.unitGroup },
    framework: formatFramework(inForce.framework) as UnitAppraisal['framework'],
    round,
    stage: unit.stage as Stage,
    version: unit.version,
    ...(await rightsOf(context, loaded.value)),
    leaves: rows.map(leafOf),
    left: rows.filter((row) => !isDecided(row)).length,
    totals: { claimed: totalsOf(loaded.value, 'claim'), given: totalsOf(loaded.value, 'decision') },
  })
}
