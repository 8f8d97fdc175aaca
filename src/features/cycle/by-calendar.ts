import type { Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { Cycle } from './contract.ts'
import { changeCycle, openCycle } from './change-cycle.ts'
import { loadCycle } from './load-cycles.ts'

/** The deadline that the calendar says, as if it had been typed here. */
export const setDeadlineByCalendar = async (context: ActContext, cycleId: string, through: string): Promise<Result<Cycle>> => {
  const cycle = await loadCycle(context, cycleId, 'forUpdate')
  if (!cycle.ok) return cycle
  return changeCycle(context, cycleId, cycle.value.version, { selfAssessmentDeadline: { kind: 'through', date: through } })
}

/** Opens a prepared cycle because its day has come. */
export const openCycleByCalendar = async (context: ActContext, cycleId: string): Promise<Result<Cycle>> => {
  const cycle = await loadCycle(context, cycleId, 'forUpdate')
  return cycle.ok ? openCycle(context, cycleId, cycle.value.version) : cycle
}
