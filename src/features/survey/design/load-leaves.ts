import { pointsText } from '../../../core/exact/points.ts'
import type { FrameworkNode } from '../../../core/framework/framework.ts'
import { leavesOf } from '../../../core/framework/walk.ts'
import { accept, type Result } from '../../../core/result.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { loadFrameworkInForce } from '../../scores/framework-in-force.ts'
import { loadSurvey } from '../load-survey.ts'
import type { MeasuredLeaf } from './contract.ts'

const leavesOfArea = (area: FrameworkNode, unitGroup: string): readonly MeasuredLeaf[] =>
  leavesOf([area])
    .filter(({ source }) => source === 'survey')
    .map((leaf) => ({
      leaf: leaf.id,
      code: leaf.code,
      name: leaf.name,
      maxPoints: leaf.maxPoints === undefined ? '0' : pointsText(leaf.maxPoints),
      area: area.id,
      areaName: area.name,
      unitGroup,
    }))

/** What the survey's cycle wants measured by a survey; nothing without a cycle. */
export const loadLeaves = async (context: ActContext, surveyId: string): Promise<Result<{ leaves: MeasuredLeaf[] }>> => {
  const survey = await loadSurvey(context.transaction, surveyId)
  if (!survey.ok) return survey
  if (survey.value.cycle_id === null) return accept({ leaves: [] })
  const sets = await context.transaction
    .selectFrom('cycle_framework')
    .select(['unit_group', 'framework_id'])
    .where('cycle_id', '=', survey.value.cycle_id)
    .orderBy('unit_group')
    .execute()
  const leaves: MeasuredLeaf[] = []
  for (const { unit_group, framework_id } of sets) {
    const framework = await loadFrameworkInForce(context, framework_id)
    if (framework.ok) leaves.push(...framework.value.framework.nodes.flatMap((area) => leavesOfArea(area, unit_group)))
  }
  return accept({ leaves })
}
