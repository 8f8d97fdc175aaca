import type { Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { Cycle } from './contract.ts'
import { changeCycle, openCycle } from './change-cycle.ts'
import { loadCycle } from './load-cycles.ts'

/** The deadline that the calendar says, as if it had been typed here: to the end of a day, or to an hour of it. */
export const setDeadlineByCalendar = async (
  context: ActContext,
  cycleId: string,
  until: { readonly date: string; readonly time?: string },
): Promise<Result<Cycle>> => {
  const cycle = await loadCycle(context, cycleId, 'forUpdate')
  if (!cycle.ok) return cycle
  return changeCycle(context, cycleId, cycle.value.version, { selfAssessmentDeadline: { kind: 'through', ...until } })
}

/** Opens a prepared cycle because its day has come. */
export const openCycleByCalendar = async (context: ActContext, cycleId: string): Promise<Result<Cycle>> => {
  const cycle = await loadCycle(context, cycleId, 'forUpdate')
  return cycle.ok ? openCycle(context, cycleId, cycle.value.version) : cycle
}
