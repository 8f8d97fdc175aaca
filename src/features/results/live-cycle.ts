import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { type Round, rounds, type Stage } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { type FrameworkInForce, loadFrameworkInForce } from '../scores/framework-in-force.ts'

/** One group of a cycle in one round: what a ranking is of. */
export interface LiveCycle {
  readonly id: string
  readonly year: number
  readonly title: string
  readonly stage: Stage
  readonly rounds: readonly Round[]
  readonly round: Round
  readonly groups: readonly string[]
  readonly group: string
  readonly framework: FrameworkInForce
}

const isRound = (text: string): text is Round => (rounds as readonly string[]).includes(text)

/** Finds the cycle with its framework; the first group and the last round where none is named. */
export const loadLiveCycle = async (
  context: ActContext,
  cycleId: string,
  wanted: { readonly group?: string | undefined; readonly round?: Round | undefined },
): Promise<Result<LiveCycle>> => {
  const { transaction } = context
  const cycle = await transaction
    .selectFrom('cycle')
    .select(['id', 'year', 'title', 'stage', 'rounds'])
    .where('id', '=', cycleId)
    .executeTakeFirst()
  if (!cycle) return refuse(errorAt('notFound', cycleId, { what: 'cycle' }))
  const groups = await transaction
    .selectFrom('cycle_framework')
    .select(['unit_group', 'framework_id'])
    .where('cycle_id', '=', cycleId)
    .orderBy('unit_group')
    .execute()
  const found = groups.find(({ unit_group }) => unit_group === (wanted.group ?? groups[0]?.unit_group))
  const known = cycle.rounds.filter(isRound)
  const round = wanted.round ?? known.at(-1)
  if (!found || !round || !known.includes(round)) return refuse(errorAt('notFound', wanted.group ?? '', { what: 'group' }))
  const framework = await loadFrameworkInForce(context, found.framework_id)
  if (!framework.ok) return framework
  return accept({
    id: cycle.id,
    year: cycle.year,
    title: cycle.title,
    stage: cycle.stage as Stage,
    rounds: known,
    round,
    groups: groups.map(({ unit_group }) => unit_group),
    group: found.unit_group,
    framework: framework.value,
  })
}
