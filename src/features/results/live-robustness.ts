import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { accept, type Result } from '../../core/result.ts'
import { computeResults } from '../../core/results/compute-results.ts'
import { computeFirmness } from '../../core/robustness/firmness.ts'
import { indexOfResults } from '../../core/robustness/index-of-results.ts'
import type { Round } from '../../core/vocabulary.ts'
import { type ActContext, withAllUnitsInSight } from '../../platform/database/transaction.ts'
import { loadGroupScores } from '../scores/group-scores.ts'
import { type LiveCycle, loadLiveCycle } from './live-cycle.ts'
import { loadLiveUnit } from './live-sheet.ts'
import { longestMs, replications, resultOf, seed } from './robustness.ts'
import type { OwnFirmness, RobustnessReply } from './robustness-contract.ts'

type Firm = NonNullable<RobustnessReply['result']>

/** Scores that have not changed give the same places: whoever looks again, or the next unit of the group, need not wait. */
const kept = new Map<string, Firm>()
const keptAtMost = 12

const keep = (key: string, firm: Firm): Firm => {
  if (kept.size >= keptAtMost) kept.delete(kept.keys().next().value ?? '')
  kept.set(key, firm)
  return firm
}

/** What is counted, as one word: the same scores of the same version, moved as far. */
const keyOf = (cycle: LiveCycle, noise: number, units: Awaited<ReturnType<typeof loadGroupScores>>['units']): string => {
  const hash = createHash('sha256').update(`${cycle.id} ${cycle.framework.id} ${cycle.group} ${cycle.round} ${noise}`)
  for (const { unit, ranked, scores } of units) hash.update(`\n${unit} ${ranked} ${JSON.stringify([...scores])}`)
  return hash.digest('hex')
}

/** Ranks by five hundred other weights as the scores stand; others get their turn after every ranking, and it stops at its time bound with what it has. */
const firmnessNow = async (context: ActContext, cycle: LiveCycle, noise: number): Promise<Result<Firm>> => {
  const { id: cycleId, group, round, framework } = cycle
  const { units } = await loadGroupScores(context.transaction, { cycleId, group, round, isReadable: round === cycle.rounds[0] })
  const key = keyOf(cycle, noise, units)
  const known = kept.get(key)
  if (known) return accept(known)
  const results = computeResults(framework.framework, units)
  if (!results.ok) return results
  const index = indexOfResults(framework.framework, results.value, group)
  const steps = computeFirmness(index, { replications, noise: noise / 100, seed })
  const started = performance.now()
  let step = steps.next()
  while (!step.done) {
    await setImmediate()
    step = steps.next(performance.now() - started < longestMs)
  }
  if (!step.value.ok) return step.value
  return accept(keep(key, resultOf({ framework: framework.framework, index }, step.value.value)))
}

/** How firm the places of a group are while its cycle runs. */
export const liveRobustness = async (
  context: ActContext,
  cycleId: string,
  { noise, ...wanted }: { readonly group?: string | undefined; readonly round?: Round | undefined; readonly noise: number },
): Promise<Result<RobustnessReply>> => {
  const cycle = await loadLiveCycle(context, cycleId, wanted)
  if (!cycle.ok) return cycle
  const result = await firmnessNow(context, cycle.value, noise)
  if (!result.ok) return result
  return accept({ state: 'done', group: cycle.value.group, noise, done: replications, of: replications, result: result.value })
}

/** Between which places one unit stands. The others' scores are counted and not shown. */
export const ownRobustness = async (
  context: ActContext,
  { cycleId, unitId }: { readonly cycleId: string; readonly unitId: string },
  noise: number,
): Promise<Result<OwnFirmness>> => {
  const unit = await loadLiveUnit(context, cycleId, unitId)
  if (!unit.ok) return unit
  const firm = await withAllUnitsInSight(context, () => firmnessNow(context, unit.value.cycle, noise))
  if (!firm.ok) return firm
  const own = firm.value.intervals.find((interval) => interval.unitId === unitId)
  return accept({
    noise,
    replications: firm.value.replications,
    from: own?.from ?? null,
    to: own?.to ?? null,
    units: firm.value.intervals.length,
  })
}
