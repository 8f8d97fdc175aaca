import { createHash } from 'node:crypto'
import { canonicalJson } from '../../core/canonical-json.ts'
import { type Hash, makeBundle, withoutGrounds } from '../../core/publication/bundle.ts'
import { computeResults } from '../../core/results/compute-results.ts'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { type FrameworkInForce, loadFrameworkInForce } from '../scores/framework-in-force.ts'
import { loadGroupScores } from '../scores/group-scores.ts'
import type { FrozenGroup } from './frozen-group.ts'
import { loadGroupGrounds } from './group-grounds.ts'
import { loadPreviousResults } from './previous-results.ts'

/** A cycle as far as freezing its results needs it. */
export interface FrozenCycle {
  readonly id: string
  readonly stage: string
  readonly rounds: string[]
  readonly previous_id: string | null
}

export const sha256: Hash = (text) => createHash('sha256').update(text).digest('hex')

/** Computes one group from its scores of the last round and freezes framework, scores, options and results together. */
const freezeGroup = async (
  context: ActContext,
  cycle: FrozenCycle,
  group: string,
  inForce: FrameworkInForce,
): Promise<Result<FrozenGroup>> => {
  const { units, names } = await loadGroupScores(context.transaction, { cycleId: cycle.id, group, round: cycle.rounds.at(-1) ?? '' })
  const previous = cycle.previous_id ? await loadPreviousResults(context.transaction, cycle.previous_id, group) : undefined
  const options = previous ? { previous } : {}
  const results = computeResults(inForce.framework, units, options)
  if (!results.ok) return results
  const grounds = await loadGroupGrounds(context.transaction, { cycleId: cycle.id, group, rounds: cycle.rounds }, inForce)
  const bundle = makeBundle({ framework: inForce.framework, units, options, results: results.value, grounds }, sha256)
  const areaIds = inForce.framework.nodes.map(({ id }) => id)
  return accept({ group, frameworkId: inForce.id, areaIds, bundle: withoutGrounds(bundle), grounds, names, units })
}

/** Every group of the cycle as it stands, ready to be published. */
export const freezeGroups = async (context: ActContext, cycle: FrozenCycle): Promise<Result<readonly FrozenGroup[]>> => {
  const groups = await context.transaction
    .selectFrom('cycle_framework')
    .select(['unit_group', 'framework_id'])
    .where('cycle_id', '=', cycle.id)
    .orderBy('unit_group')
    .execute()
  const frozen: FrozenGroup[] = []
  for (const { unit_group, framework_id } of groups) {
    const framework = await loadFrameworkInForce(context, framework_id)
    if (!framework.ok) return framework
    const group = await freezeGroup(context, cycle, unit_group, framework.value)
    if (!group.ok) return group
    frozen.push(group.value)
  }
  return accept(frozen)
}

/** SHA-256 over the hashes of all groups: what a publication is known by. */
export const hashOfGroups = (groups: readonly FrozenGroup[]): string =>
  sha256(canonicalJson(Object.fromEntries(groups.map(({ group, bundle }) => [group, bundle.hash]))))
