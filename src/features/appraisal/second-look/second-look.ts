import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { decidingRounds } from '../../../core/cycle/rounds.ts'
import { parsePoints, pointsText } from '../../../core/exact/points.ts'
import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { drawSample } from '../../../core/survey/draw.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { standingsOf } from '../../../platform/http/subject.ts'
import { isAllowed } from '../../../platform/policy/policy.ts'
import { loadCycle } from '../load-cycle.ts'
import { type SecondLook, type SecondLookLeaf, secondLookRoutes, type Verdict } from './contract.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const isClosed = (stage: string): boolean => stage === 'approved' || stage === 'published'

interface Decided {
  readonly unit_id: string
  readonly node_id: string
  readonly version: number
}

/** Every decision that a person took in the last round that decided its leaf, in a fixed order. */
const loadPopulation = async ({ transaction }: ActContext, cycleId: string, rounds: readonly string[]): Promise<readonly Decided[]> => {
  const { rows } = await sql<Decided>`
    select distinct on (s.unit_id, s.node_id) s.unit_id, s.node_id, s.version from score s
    where s.cycle_id = ${cycleId} and s.round = any (${[...rounds]}::text[]) and s.version > 0 and s.status <> 'missing'
    order by s.unit_id, s.node_id, array_position(${[...rounds]}::text[], s.round) desc`.execute(transaction)
  return rows
}

/** Draws decisions by lot: each gets the SHA-256 of seed and place, the smallest are taken. Whoever has seed and list draws the same. */
export const drawSecondLook = async (
  context: ActContext,
  cycleId: string,
  { size, seed = randomBytes(8).toString('hex') }: { readonly size: number; readonly seed?: string | undefined },
): Promise<Result<{ id: string; size: number }>> => {
  const { transaction, actor } = context
  const cycle = await loadCycle(transaction, cycleId, 'stayOpen')
  if (!cycle.ok) return cycle
  if (isClosed(cycle.value.stage)) return refuse(errorAt('wrongStage', cycleId, { stage: cycle.value.stage, act: 'drawSecondLook' }))
  const population = await loadPopulation(context, cycleId, decidingRounds(cycle.value.rounds))
  if (population.length === 0) return refuse(errorAt('nothingDecided', '', {}))
  const keyOf = ({ unit_id, node_id }: Decided): string => `${unit_id} ${node_id}`
  const byKey = new Map(population.map((each) => [keyOf(each), each]))
  const list = [...byKey.keys()].map((key) => ({ key, stratum: '' }))
  const { sample } = drawSample(list, new Map([['', { sample: size, reserve: 0 }]]), seed, sha256)
  const id = randomUUID()
  const hash = sha256([...byKey.keys()].join('\n'))
  await transaction
    .insertInto('second_look')
    .values({
      id,
      authority_id: actor.authorityId,
      cycle_id: cycleId,
      seed,
      population: population.length,
      population_hash: hash,
      drawn_by: actor.personId,
    })
    .execute()
  const drawn = sample.flatMap(({ key }) => byKey.get(key) ?? [])
  await transaction
    .insertInto('second_look_leaf')
    .values(
      drawn.map(({ unit_id, node_id, version }, index) => ({
        authority_id: actor.authorityId,
        second_look_id: id,
        cycle_id: cycleId,
        unit_id,
        node_id,
        position: index + 1,
        decision_version: version,
      })),
    )
    .execute()
  await recordActions(context, [
    { kind: 'secondLookDrawn', cycleId, facts: { id, seed, population: population.length, size: drawn.length, hash } },
  ])
  return accept({ id, size: drawn.length })
}

interface LeafRow extends Omit<SecondLookLeaf, 'verdict' | 'note' | 'lookedBy'> {
  readonly look_id: string
  readonly verdict: Verdict | null
  readonly note: string | null
  readonly looked_by: string | null
}

const loadLeaves = async ({ transaction, actor }: ActContext, cycleId: string, rounds: readonly string[]): Promise<readonly LeafRow[]> => {
  const { rows } = await sql<LeafRow>`
    select l.second_look_id as look_id, jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name) as unit, l.node_id as "nodeId", n.code, n.name,
      n.max_points::text as "maxPoints", c.points::text as claimed, g.points::text as given, g.reason, d.name as "decidedBy",
      g.version is distinct from l.decision_version as "isOvertaken", coalesce(g.changed_by = ${actor.personId}, false) as "isOwn",
      l.verdict, l.note, p.name as looked_by, l.version
    from second_look_leaf l join cycle_unit cu on cu.authority_id = l.authority_id and cu.cycle_id = l.cycle_id and cu.unit_id = l.unit_id
    join unit u on u.id = l.unit_id join framework_node n on n.authority_id = cu.authority_id and n.framework_id = cu.framework_id and n.node_id = l.node_id
    left join person p on p.id = l.looked_by
    left join score c on c.authority_id = l.authority_id and c.cycle_id = l.cycle_id and c.unit_id = l.unit_id and c.node_id = l.node_id and c.round = 'claimed'
    left join lateral (select s.points, s.reason, s.changed_by, s.version from score s where s.authority_id = l.authority_id and s.cycle_id = l.cycle_id
      and s.unit_id = l.unit_id and s.node_id = l.node_id and s.round = any (${[...rounds]}::text[]) and s.version > 0
      order by array_position(${[...rounds]}::text[], s.round) desc limit 1) g on true
    left join person d on d.id = g.changed_by
    where l.cycle_id = ${cycleId} order by l.second_look_id, l.position`.execute(transaction)
  return rows
}

const figure = (points: string | null): string | null => {
  const parsed = parsePoints(points ?? '')
  return parsed === undefined ? null : pointsText(parsed)
}

const leafOf = ({ look_id: _, verdict, note, looked_by, ...row }: LeafRow): SecondLookLeaf => ({
  ...row,
  maxPoints: figure(row.maxPoints) ?? row.maxPoints,
  claimed: figure(row.claimed),
  given: figure(row.given),
  ...(verdict !== null && { verdict }),
  ...(note !== null && { note }),
  ...(looked_by !== null && { lookedBy: looked_by }),
})

/** Every sample of a cycle with what was found; three statements. */
export const listSecondLooks = async (
  context: ActContext,
  cycleId: string,
): Promise<Result<{ cycle: { id: string; title: string }; looks: SecondLook[]; canDraw: boolean }>> => {
  const { transaction, actor } = context
  const cycle = await loadCycle(transaction, cycleId)
  if (!cycle.ok) return cycle
  const heads = await transaction
    .selectFrom('second_look as l')
    .innerJoin('person as p', 'p.id', 'l.drawn_by')
    .select(['l.id', 'l.seed', 'l.population', 'l.population_hash', 'l.drawn_at', 'p.id as person_id', 'p.name as person_name'])
    .where('l.cycle_id', '=', cycleId)
    .orderBy('l.drawn_at', 'desc')
    .orderBy('l.id')
    .limit(20)
    .execute()
  const leaves = Map.groupBy(
    heads.length ? await loadLeaves(context, cycleId, decidingRounds(cycle.value.rounds)) : [],
    ({ look_id }) => look_id,
  )
  const standings = await standingsOf(transaction, actor, secondLookRoutes.draw, { cycleId })
  return accept({
    cycle: { id: cycleId, title: cycle.value.title },
    canDraw: !isClosed(cycle.value.stage) && standings.ok && isAllowed('drawSecondLook', standings.value),
    looks: heads.map((head) => {
      const own = (leaves.get(head.id) ?? []).map(leafOf)
      return {
        id: head.id,
        seed: head.seed,
        population: head.population,
        populationHash: head.population_hash,
        drawnBy: { id: head.person_id, name: head.person_name },
        drawnAt: head.drawn_at.toISOString(),
        looked: own.filter(({ verdict }) => verdict !== undefined).length,
        differs: own.filter(({ verdict }) => verdict === 'differs').length,
        leaves: own,
      }
    }),
  })
}

interface LookPlace {
  readonly cycleId: string
  readonly unitId: string
  readonly lookId: string
}
interface Look {
  readonly nodeId: string
  readonly version: number
  readonly verdict: Verdict
  readonly note?: string | undefined
}

/** Says what somebody else than who decided thinks of it. The decision stays; whoever gave it sees what was found and may change it. */
export const takeSecondLook = async (
  context: ActContext,
  { cycleId, unitId, lookId }: LookPlace,
  look: Look,
): Promise<Result<{ version: number }>> => {
  const { transaction, actor, now } = context
  const cycle = await loadCycle(transaction, cycleId, 'stayOpen')
  if (!cycle.ok) return cycle
  if (isClosed(cycle.value.stage)) return refuse(errorAt('wrongStage', cycleId, { stage: cycle.value.stage, act: 'takeSecondLook' }))
  const leaf = (await loadLeaves(context, cycleId, decidingRounds(cycle.value.rounds))).find(
    (each) => each.look_id === lookId && each.unit.id === unitId && each.nodeId === look.nodeId,
  )
  if (!leaf) return refuse(errorAt('unknownNode', look.nodeId, { node: look.nodeId }))
  if (leaf.isOwn) return refuse(errorAt('ownDecision', look.nodeId, {}))
  if (look.verdict === 'differs' && !look.note) return refuse(errorAt('missingField', look.nodeId, { field: 'reason' }))
  const { numUpdatedRows } = await transaction
    .updateTable('second_look_leaf')
    .set({ verdict: look.verdict, note: look.note ?? null, looked_by: actor.personId, looked_at: now, version: look.version + 1 })
    .where('second_look_id', '=', lookId)
    .where('unit_id', '=', unitId)
    .where('node_id', '=', look.nodeId)
    .where('version', '=', look.version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return refuse(errorAt('changedMeanwhile', look.nodeId, { version: String(leaf.version) }))
  const { nodeId, verdict, note } = look
  await recordActions(context, [{ kind: 'secondLookTaken', cycleId, unitId, nodeId, facts: { lookId, verdict, ...(note && { note }) } }])
  return accept({ version: look.version + 1 })
}
