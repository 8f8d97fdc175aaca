import { scoredLeaf } from '../../core/results/scored-leaf.ts'
import { isDecided } from '../../core/appraisal/appraised-leaf.ts'
import { checkWindow, type StepWindow } from '../../core/cycle/step-window.ts'
import { formatFramework } from '../../core/framework/format-framework.ts'
import { nodeId } from '../../core/ids.ts'
import { areaTotals } from '../../core/results/area-totals.ts'
import { planOf } from '../../core/results/plan.ts'
import { accept, type Result } from '../../core/result.ts'
import type { Stage } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { standingsOf } from '../../platform/http/subject.ts'
import { isAllowed, isAllowedAtAnotherStage } from '../../platform/policy/policy.ts'
import { leafScoreOf } from '../scores/unit-scores.ts'
import { appraisalRoutes } from './contract.ts'
import { claimSideOf, decisionSideOf, explainedSideOf } from './describe-leaf.ts'
import type { AppraisalLeaf, UnitAppraisal } from './shapes.ts'
import { type AppraisalRow, loadAppraisal, type UnderAppraisal } from './load-appraisal.ts'
import type { SheetPlace } from './sheet-place.ts'
import { type AppraisedRound, loadWindow } from './step-window.ts'

const leafOf = ({ leaf, claim, earlier, decision, explained, evidenceCount, isMatter, isMine }: AppraisalRow): AppraisalLeaf => ({
  nodeId: leaf.id,
  ...(claim && { claim: claimSideOf(claim) }),
  earlier: earlier.map((each) => ({ ...decisionSideOf(each), round: each.round })),
  ...(decision && { decision: decisionSideOf(decision) }),
  ...(explained && { explained: explainedSideOf(explained, earlier[0] ?? decision) }),
  isMatter,
  isMine,
  evidence: evidenceCount,
})

const totalsOf = ({ inForce, rows }: UnderAppraisal, side: 'claim' | 'decision') => [
  ...areaTotals(
    planOf(inForce.framework),
    new Map(
      rows.map((row) => {
        const score = leafScoreOf(row[side] ?? { nodeId: row.leaf.id, status: 'missing' })
        return [nodeId(row.leaf.id), score.status === 'scored' ? scoredLeaf(row.leaf, score.points, row[side]?.inputs) : score]
      }),
    ),
  ),
]

/** Why the person cannot decide now, and what else may be done. */
const rightsOf = async (
  { transaction, actor, now }: ActContext,
  { cycle, unit }: UnderAppraisal,
  window: StepWindow,
): Promise<Pick<UnitAppraisal, 'closedBecause' | 'canReopen' | 'canRequest'>> => {
  const standings = await standingsOf(transaction, actor, appraisalRoutes.change, unit)
  if (!standings.ok) return { closedBecause: 'role', canReopen: false, canRequest: false }
  const isOpen = cycle.stage !== 'approved' && cycle.stage !== 'published'
  const canReopen = isOpen && isAllowed('reopenAppraisal', standings.value)
  const canRequest = isOpen && cycle.rounds.includes('explanation') && isAllowed('requestExplanation', standings.value)
  const more = { canReopen, canRequest }
  if (isAllowed('changeAppraisal', standings.value)) {
    const [outside] = checkWindow('', window, now)
    if (!isOpen) return { closedBecause: 'cycleClosed', ...more }
    return outside ? { closedBecause: outside.code === 'notOpenYet' ? 'notOpenYet' : 'timeOver', ...more, canRequest: false } : more
  }
  if (standings.value.some(({ relation }) => relation === 'conflicted')) return { closedBecause: 'conflict', ...more }
  return { closedBecause: isAllowedAtAnotherStage('changeAppraisal', standings.value) ? 'stage' : 'role', ...more }
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
  const window = await loadWindow(context, place, round as AppraisedRound)
  return accept({
    cycle: { id: cycle.id, year: cycle.year, title: cycle.title, rounds: [...cycle.rounds] },
    unit: { id: unit.unitId, code, name, group: unit.unitGroup },
    framework: formatFramework(inForce.framework) as UnitAppraisal['framework'],
    round,
    stage: unit.stage as Stage,
    version: unit.version,
    ...(window.firstMinute && { opens: window.firstMinute }),
    ...(window.closes && window.lastMinute && { deadline: { closes: window.closes.toISOString(), lastMinute: window.lastMinute } }),
    ...(await rightsOf(context, loaded.value, window)),
    leaves: rows.map(leafOf),
    left: rows.filter((row) => !isDecided(row)).length,
    totals: { claimed: totalsOf(loaded.value, 'claim'), given: totalsOf(loaded.value, 'decision') },
  })
}
