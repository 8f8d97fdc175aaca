import { accept, type Result } from '../../core/result.ts'
import { peerPass } from '../../core/rules/peer-pass.ts'
import type { Round } from '../../core/vocabulary.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { keepSnapshot } from './keep-peers.ts'
import { changeOf, factsIn } from './peer-change.ts'
import { loadPeerGroups, loadStanding, type PeerGroup, peerLeavesOf } from './peer-groups.ts'
import { saveScores } from './save-scores.ts'
import type { ScoreChange } from './scores.ts'

/** What one pass did at one leaf: how many units have a value, and how many got other points than they had. */
export interface PassedLeaf {
  readonly unitGroup: string
  readonly nodeId: string
  readonly round: Round
  readonly units: number
  readonly changed: number
}

/** Where a pass goes. `isFinal`: the round closes, and leaves that nobody decided get the points of what was claimed. */
export interface PeerPassAt {
  readonly cycleId: string
  readonly rounds: readonly Round[]
  readonly isFinal: boolean
}

const passGroup = async (
  context: ActContext,
  { cycleId, isFinal }: PeerPassAt,
  group: PeerGroup,
  round: Round,
): Promise<Result<readonly PassedLeaf[]>> => {
  const standing = await loadStanding(context, cycleId, group, round)
  const changes = new Map<string, ScoreChange[]>()
  const passed: PassedLeaf[] = []
  for (const leaf of peerLeavesOf(group.inForce)) {
    const isBegun = [...standing.values()].some((own) => own.has(`${round} ${leaf.id}`))
    if (!isFinal && !isBegun) continue
    const facts = new Map(
      group.units.flatMap(({ unitId }) => {
        const inputs = factsIn(standing.get(unitId), leaf, round)
        return inputs ? [[unitId, inputs] as const] : []
      }),
    )
    const { snapshot, outcomes } = peerPass(leaf, facts)
    let changed = 0
    for (const [unitId, outcome] of outcomes) {
      if (outcome.status !== 'scored') continue
      const change = changeOf(standing.get(unitId), leaf, round, { points: outcome.points, inputs: facts.get(unitId) ?? {} }, isFinal)
      if (!change) continue
      changed++
      changes.set(unitId, [...(changes.get(unitId) ?? []), change])
    }
    await keepSnapshot(context, { cycleId, unitGroup: group.unitGroup, round, nodeId: leaf.id }, snapshot)
    passed.push({ unitGroup: group.unitGroup, nodeId: leaf.id, round, units: outcomes.size, changed })
  }
  for (const unit of group.units) {
    const own = changes.get(unit.unitId)
    const saved = own ? await saveScores(context, unit, group.inForce, round, own) : accept([])
    if (!saved.ok) return saved
  }
  return accept(passed)
}

/**
 * Gives points relative to the other units, in the rounds named: the values of the group are taken down as they stand, kept, and every unit is scored against
 * them. Run again on the same facts nothing changes. The caller holds the cycle.
 */
export const runPeerPass = async (context: ActContext, at: PeerPassAt): Promise<Result<readonly PassedLeaf[]>> => {
  const { cycleId, rounds } = at
  const groups = await loadPeerGroups(context, cycleId)
  if (!groups.ok) return groups
  const all: PassedLeaf[] = []
  for (const group of groups.value.filter(({ inForce }) => peerLeavesOf(inForce).length > 0))
    for (const round of rounds) {
      const passed = await passGroup(context, at, group, round)
      if (!passed.ok) return passed
      all.push(...passed.value)
    }
  if (all.length > 0) await recordActions(context, [{ kind: 'peerPointsGiven', cycleId, facts: { leaves: all } }])
  return accept(all)
}
