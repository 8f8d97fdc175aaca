import { sql } from 'kysely'
import { parsePoints } from '../../core/exact/points.ts'
import { comparableGroups } from '../../core/framework/versions/comparable-groups.ts'
import { findLosses, type UnitOutcome } from '../../core/improvement/find-losses.ts'
import { publishedScore, type Places } from '../../core/improvement/plan-of-result.ts'
import { nodeId, type NodeId } from '../../core/ids.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { SumResult, UnitResult } from '../../core/results/results.ts'
import type { LeafScore } from '../../core/results/scores.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { type FrameworkInForce, loadFrameworkInForce } from '../scores/framework-in-force.ts'
import { loadPastResults } from './past-results.ts'

interface PublishedRow {
  readonly publication_id: string
  readonly cycle_id: string
  readonly year: number
  readonly unit_group: string
  readonly framework_id: string
  readonly result: UnitResult
  readonly areas: Readonly<Record<string, SumResult>>
}

/** A published result of a unit with its framework and the score of every leaf. */
export interface PublishedOutcome {
  readonly row: PublishedRow
  readonly framework: FrameworkInForce
  readonly scores: ReadonlyMap<NodeId, LeafScore>
}

/** The newest publication of each cycle in which the unit stands, newest year first. */
export const loadPublished = async ({ transaction }: ActContext, unitId: string): Promise<readonly PublishedRow[]> => {
  const { rows } = await sql<PublishedRow>`
    select distinct on (c.year, p.cycle_id) pu.publication_id, p.cycle_id, c.year, pu.unit_group, pu.framework_id, pu.result, pu.areas
    from publication_unit pu join publication p on p.id = pu.publication_id join cycle c on c.id = p.cycle_id
    where pu.unit_id = ${unitId} order by c.year desc, p.cycle_id, p.number desc`.execute(transaction)
  return rows
}

const outcomeOf = async (context: ActContext, row: PublishedRow): Promise<Result<PublishedOutcome>> => {
  const framework = await loadFrameworkInForce(context, row.framework_id)
  if (!framework.ok) return framework
  const scores = new Map(
    [...framework.value.leaves.keys()].map((leaf) => [nodeId(leaf), publishedScore(row.result.nodes[leaf], parsePoints)] as const),
  )
  return accept({ row, framework: framework.value, scores })
}

/** Leaves to which the unit objected: in its explanation, or by a petition on the published result. */
const loadDisputed = async ({ transaction }: ActContext, unitId: string, row: PublishedRow): Promise<ReadonlySet<NodeId>> => {
  const { rows } = await sql<{ node_id: string }>`
    select node_id from explanation where cycle_id = ${row.cycle_id} and unit_id = ${unitId} and answer = 'disputed' and withdrawn_at is null
    union select unnest(node_ids) from petition where publication_id = ${row.publication_id} and unit_id = ${unitId}`.execute(transaction)
  return new Set(rows.map(({ node_id }) => nodeId(node_id)))
}

const lostLeaves = ({ framework, scores }: PublishedOutcome): ReadonlySet<string> =>
  new Set(findLosses(framework.framework, { scores, disputed: new Set(), earlier: [] }).map(({ leaf }) => leaf))

/** What an earlier published year lost, under the ids of today: a leaf repeats where any leaf it came from had lost. */
const earlierLosses = (now: FrameworkInForce, old: PublishedOutcome): ReadonlySet<NodeId> => {
  const lost = lostLeaves(old)
  if (old.framework.id === now.id) return new Set([...lost].map(nodeId))
  const groups = comparableGroups(old.framework.framework, now.framework, now.framework.codeMap)
  return new Set(groups.filter((group) => group.old.some((id) => lost.has(id))).flatMap((group) => group.now.map(nodeId)))
}

/** Past results know codes alone. */
const pastLosses = async (context: ActContext, unitId: string, now: FrameworkInForce, before: number): Promise<UnitOutcome['earlier']> =>
  (await loadPastResults(context, unitId))
    .filter(({ year }) => year < before)
    .map(({ year, past }) => {
      const lost = new Set(
        past.rows.filter((row) => (parsePoints(row.points ?? '0') ?? 0) < (parsePoints(row.maxPoints) ?? 0)).map(({ code }) => code),
      )
      return { year, leaves: new Set([...now.leaves.values()].filter(({ code }) => code !== '' && lost.has(code)).map(({ id }) => id)) }
    })

const placesOf = async ({ transaction }: ActContext, row: PublishedRow): Promise<Places> => {
  const { rows } = await sql<{ unit_id: string; areas: PublishedRow['areas'] }>`
    select unit_id, areas from publication_unit
    where publication_id = ${row.publication_id} and unit_group = ${row.unit_group} and ranked`.execute(transaction)
  const ranks = Object.entries(row.areas).map(([id, own]) => {
    const among = rows.flatMap(({ areas }) => areas[id]?.percent ?? [])
    const rank = own.percent === null ? null : 1 + among.filter((percent) => Number(percent) > Number(own.percent)).length
    return [nodeId(id), { rank: own.rank ?? rank, of: among.length }] as const
  })
  return { total: { rank: row.result.rank, of: rows.length }, areas: new Map(ranks) }
}

/** A published result as a plan needs it: scores, disputes, years that repeat, places. */
export const loadOutcome = async (
  context: ActContext,
  unitId: string,
  publicationId: string,
): Promise<Result<PublishedOutcome & { readonly outcome: UnitOutcome; readonly places: Places }>> => {
  const all = await loadPublished(context, unitId)
  const row = all.find((each) => each.publication_id === publicationId)
  if (!row) return refuse(errorAt('notFound', publicationId, { what: 'publication' }))
  const own = await outcomeOf(context, row)
  if (!own.ok) return own
  const earlier: { year: number; leaves: ReadonlySet<NodeId> }[] = [...(await pastLosses(context, unitId, own.value.framework, row.year))]
  for (const old of all.filter(({ year }) => year < row.year)) {
    const read = await outcomeOf(context, old)
    if (!read.ok) return read
    earlier.push({ year: old.year, leaves: earlierLosses(own.value.framework, read.value) })
  }
  return accept({
    ...own.value,
    outcome: { scores: own.value.scores, disputed: await loadDisputed(context, unitId, row), earlier },
    places: await placesOf(context, row),
  })
}

/** Points by leaf of the unit's results of some years, published or past: what targets came to. */
export const loadReached = async (
  context: ActContext,
  unitId: string,
  years: readonly number[],
): Promise<Readonly<Record<string, Record<string, string>>>> => {
  const reached: Record<string, Record<string, string>> = {}
  for (const { year, past } of await loadPastResults(context, unitId))
    if (years.includes(year))
      reached[year] = Object.fromEntries(past.rows.flatMap(({ id, points }) => (points === undefined ? [] : [[id, points]])))
  for (const { year, result } of await loadPublished(context, unitId))
    if (years.includes(year))
      reached[year] = Object.fromEntries(
        Object.entries(result.nodes).flatMap(([id, { points }]) =>
          points === null || parsePoints(points) === undefined ? [] : [[id, points]],
        ),
      )
  return reached
}

/** Exact shares of the maximum of the others that were ranked beside the unit. */
export const loadField = async ({ transaction }: ActContext, unitId: string, publicationId: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ exact: string }>`
    select o.result ->> 'exact' as exact from publication_unit own
    join publication_unit o on o.publication_id = own.publication_id and o.unit_group = own.unit_group and o.ranked and o.unit_id <> own.unit_id
    where own.publication_id = ${publicationId} and own.unit_id = ${unitId} and o.result ->> 'exact' is not null`.execute(transaction)
  return rows.map(({ exact }) => exact)
}
