import { nextStage, type StageAct } from '../../core/cycle/stages.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Stage } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { MovedUnit } from './shapes.ts'
import type { UnderAppraisal } from './load-appraisal.ts'

/** Refuses an act on a cycle whose appraisal is closed: its figures are on their way to publication. */
export const checkCycleOpen = ({ cycle }: UnderAppraisal, act: StageAct): Result<undefined> =>
  cycle.stage === 'approved' || cycle.stage === 'published'
    ? refuse(errorAt('wrongStage', cycle.id, { stage: cycle.stage, act }))
    : accept(undefined)

/** Refuses what was seen in an older version of the unit. */
export const checkVersion = ({ unit }: UnderAppraisal, version: number): Result<undefined> =>
  unit.version === version ? accept(undefined) : refuse(errorAt('changedMeanwhile', unit.unitId, { version: String(unit.version) }))

/** Moves a locked unit to the stage that an act leads to; a stage that stays is no change. */
export const moveUnit = async ({ transaction }: ActContext, { unit, cycle }: UnderAppraisal, act: StageAct): Promise<Result<MovedUnit>> => {
  const stage = nextStage(unit.stage as Stage, act, cycle.rounds)
  if (!stage.ok) return stage
  if (stage.value === unit.stage) return accept({ stage: stage.value, version: unit.version })
  await transaction
    .updateTable('cycle_unit')
    .set({ stage: stage.value, version: unit.version + 1 })
    .where('cycle_id', '=', unit.cycleId)
    .where('unit_id', '=', unit.unitId)
    .execute()
  return accept({ stage: stage.value, version: unit.version + 1 })
}
