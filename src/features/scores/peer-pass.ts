import { sql } from 'kysely'
import type { FrameworkNode } from '../../core/framework/framework.ts'
import { accept, type Result } from '../../core/result.ts'
import type { Inputs } from '../../core/rules/inputs.ts'
import { peerPass, peerRuleOf, type PeerSnapshot } from '../../core/rules/peer-pass.ts'
import type { Round, Stage } from '../../core/vocabulary.ts'
import { peerTexts } from '../../language/pages/peers.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { type FrameworkInForce, loadFrameworkInForce } from './framework-in-force.ts'
import { loadScores } from './load-scores.ts'
import { saveScores } from './save-scores.ts'
import type { ScoreChange, ScoredUnit, StoredScore } from './scores.ts'

/** Leaves whose points depend on the other units of the group, in the order of the table. */
export const peerLeavesOf = ({ leaves }: FrameworkInForce): readonly FrameworkNode[] =>
  [...leaves.values()].filter((leaf) => leaf.source === 'appraised' && peerRuleOf(leaf) !== undefined)

/** What one pass did at one leaf: how many units have a value, and how many got other points than they had. */
export interface PassedLeaf {
  readonly unitGroup: string
  readonly nodeId: string
  readonly round: Round
  readonly units: number
  readonly changed: number
}

interface Group {
  readonly unitGroup: string
  readonly inForce: FrameworkInForce
  readonly units: readonly ScoredUnit[]
}

/** Units that take part, locked until the pass ends: whoever has not submitted tells nobody what they claim. */
const loadGroups = async (context: ActContext, cycleId: string): Promise<Result<readonly Group[]>> => {
  const { rows } = await sql<{ unit_id: string; framework_id: string; unit_group: string; ranked: boolean; stage: Stage; version: number }>`
    select unit_id, framework_id, unit_group, ranked, stage, version from cycle_unit
    where cycle_id = ${cycleId} and stage not in ('preparing', 'selfAssessing', 'published') order by unit_group, unit_id for no key update`.execute(
    context.transaction,
  )
  const groups: Group[] = []
  for (const [unitGroup, own] of Map.groupBy(rows, ({ unit_group }) => unit_group)) {
    const inForce = await loadFrameworkInForce(context, own[0]?.framework_id ?? '')
    if (!inForce.ok) return inForce
    const units = own.map((row) => ({
      cycleId,
      unitId: row.unit_id,
      frameworkId: row.framework_id,
      unitGroup,
      ranked: row.ranked,
      stage: row.stage,
      version: row.version,
    }))
    groups.push({ unitGroup, inForce: inForce.value, units })
  }
  return accept(groups)
}

type Standing = ReadonlyMap<string, ReadonlyMap<string, StoredScore>>

const loadStanding = async (context: ActContext, { units, inForce }: Group, round: Round): Promise<Standing> => {
  const wanted = new Set(peerLeavesOf(inForce).map(({ id }) => id as string))
  const found = new Map<string, ReadonlyMap<string, StoredScore>>()
  for (const { cycleId, unitId } of units) {
    const scores = await loadScores(context.transaction, cycleId, unitId, [...new Set<Round>(['claimed', round])])
    const own = scores.filter(({ nodeId }) => wanted.has(nodeId))
    found.set(unitId, new Map(own.map((score) => [`${score.round} ${score.nodeId}`, score])))
  }
  return found
}

/** The facts that count in a round: those that were decided, else those that were claimed; points that somebody gave over the facts stay theirs. */
const factsIn = (own: ReadonlyMap<string, StoredScore> | undefined, leaf: FrameworkNode, round: Round): Inputs | undefined => {
  const [decided, claimed] = [own?.get(`${round} ${leaf.id}`), own?.get(`claimed ${leaf.id}`)]
  if (decided && decided.status !== 'missing' && !decided.inputs) return undefined
  return decided?.inputs ?? (decided === undefined || decided.status === 'missing' ? claimed?.inputs : undefined)
}

const changeOf = (
  own: ReadonlyMap<string, StoredScore> | undefined,
  leaf: FrameworkNode,
  round: Round,
  given: { readonly points: ScoreChange['points']; readonly inputs: Inputs },
  isFinal: boolean,
): ScoreChange | undefined => {
  const [stands, claim] = [own?.get(`${round} ${leaf.id}`), own?.get(`claimed ${leaf.id}`)]
  const appraising = round !== 'claimed'
  const isSeen = !appraising || stands?.claimedVersion === claim?.version
  if (stands?.status === 'scored' && stands.points === given.points && isSeen) return undefined
  // Before the end nobody but an appraiser decides a leaf first.
  if (appraising && !isFinal && !stands?.inputs) return undefined
  return {
    nodeId: leaf.id,
    version: stands?.version ?? 0,
    status: 'scored',
    ...(given.points !== undefined && { points: given.points }),
    inputs: given.inputs,
    ...(stands?.explanation && { explanation: stands.explanation }),
    ...(appraising && { reason: peerTexts.reason }),
    ...(appraising && claim?.points !== undefined && { claimedPoints: claim.points }),
    ...(appraising && claim && { claimedVersion: claim.version }),
  }
}

const keepSnapshot = async (
  { transaction, actor }: ActContext,
  at: { readonly cycleId: string; readonly unitGroup: string; readonly round: Round; readonly nodeId: string },
  snapshot: PeerSnapshot,
): Promise<void> => {
  await sql`
    insert into peer_snapshot as p (authority_id, cycle_id, unit_group, round, node_id, peers, taken_by)
    values (${actor.authorityId}, ${at.cycleId}, ${at.unitGroup}, ${at.round}, ${at.nodeId}, ${JSON.stringify(snapshot)}::jsonb,
      ${actor.isInstallation ? null : actor.personId})
    on conflict (authority_id, cycle_id, unit_group, round, node_id) do update
      set peers = excluded.peers, taken_at = now(), taken_by = excluded.taken_by where p.peers <> excluded.peers`.execute(transaction)
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
  group: Group,
  round: Round,
): Promise<Result<readonly PassedLeaf[]>> => {
  const standing = await loadStanding(context, group, round)
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
  const groups = await loadGroups(context, cycleId)
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
