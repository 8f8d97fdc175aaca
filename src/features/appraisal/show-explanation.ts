import { isLess } from '../../core/appraisal/explained-leaf.ts'
import { checkWindow, type StepWindow } from '../../core/cycle/step-window.ts'
import { isAllowedAt } from '../../core/cycle/stages.ts'
import { formatFramework } from '../../core/framework/format-framework.ts'
import { accept, type Result } from '../../core/result.ts'
import type { Stage } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { standingsOf } from '../../platform/http/subject.ts'
import { isAllowed } from '../../platform/policy/policy.ts'
import { claimSideOf, decisionSideOf, explainedSideOf } from './describe-leaf.ts'
import { type ExplanationLeaf, explanationRoutes, type ExplanationSheet } from './explanation-contract.ts'
import { type AppraisalRow, loadAppraisal, type UnderAppraisal } from './load-appraisal.ts'
import type { SheetPlace } from './sheet-place.ts'
import { loadWindow } from './step-window.ts'

/** What every finished round gave; the round in work is the appraisers' own until it is finished. */
const leafOf = (row: AppraisalRow, isRoundOpen: boolean): ExplanationLeaf => {
  const { leaf, claim, earlier, decision, explained } = row
  const made = [...earlier, ...(decision && !isRoundOpen ? [decision] : [])]
  const given = made.filter((each) => each.round === 'firstAppraisal' || each.version > 0)
  const first = earlier[0] ?? decision
  return {
    nodeId: leaf.id,
    ...(claim && { claim: claimSideOf(claim) }),
    given: given.map((each) => ({ ...decisionSideOf(each), round: each.round })),
    ...(explained && { explained: explainedSideOf(explained, first) }),
    canDispute: (explained?.request !== undefined && !explained.isWithdrawn) || isLess(claim, first),
  }
}

const rightsOf = async ({ transaction, actor, now }: ActContext, { cycle, unit }: UnderAppraisal, window: StepWindow) => {
  const standings = await standingsOf(transaction, actor, explanationRoutes.change, unit)
  const isOpen = cycle.stage !== 'approved' && cycle.stage !== 'published'
  if (!standings.ok || !isOpen) return { canExplain: false, canWithdraw: false }
  const inTime = checkWindow('', window, now).length === 0
  return {
    canExplain: inTime && isAllowed('changeExplanation', standings.value),
    canWithdraw: isAllowedAt(unit.stage as Stage, 'withdrawDispute') && isAllowed('withdrawDispute', standings.value),
  }
}

/** Claimed and given with reasons, asked and answered, as the unit sees it. */
export const showExplanation = async (context: ActContext, place: SheetPlace): Promise<Result<ExplanationSheet>> => {
  const loaded = await loadAppraisal(context, place)
  if (!loaded.ok) return loaded
  const { cycle, unit, inForce, rows } = loaded.value
  const { transaction } = context
  const who = await transaction.selectFrom('unit').select(['code', 'name']).where('id', '=', unit.unitId).executeTakeFirstOrThrow()
  const window = await loadWindow(context, place, 'explanation')
  const documents = await transaction
    .selectFrom('evidence')
    .select(['id', 'title', 'document_number'])
    .where('unit_id', '=', unit.unitId)
    .where('secrecy', '=', 'open')
    .orderBy('created_at', 'desc')
    .limit(500)
    .execute()
  const isRoundOpen = unit.stage === 'secondAppraisal' || unit.stage === 'council'
  return accept({
    cycle: { id: cycle.id, title: cycle.title },
    unit: { id: unit.unitId, ...who },
    framework: formatFramework(inForce.framework) as ExplanationSheet['framework'],
    stage: unit.stage as Stage,
    version: unit.version,
    ...(window.firstMinute && { opens: window.firstMinute }),
    ...(window.closes && window.lastMinute && { deadline: { closes: window.closes.toISOString(), lastMinute: window.lastMinute } }),
    ...(await rightsOf(context, loaded.value, window)),
    leaves: rows.map((row) => leafOf(row, isRoundOpen)),
    documents: documents.map(({ id, title, document_number }) => ({ id, title, ...(document_number && { number: document_number }) })),
  })
}
