import { gunzipSync } from 'node:zlib'
import type { Grounds, LeafGround, StandingScore } from '../../core/publication/grounds.ts'
import { parseBundle, unbundleUnits } from '../../core/publication/parse-bundle.ts'
import { parsePoints } from '../../core/exact/points.ts'
import { leavesOf } from '../../core/framework/walk.ts'
import { nodeId } from '../../core/ids.ts'
import { accept, type Result } from '../../core/result.ts'
import { type ScoreCells, scoreOfCell } from '../../core/results/score-sheet.ts'
import type { LeafScore, UnitScores } from '../../core/results/scores.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadGroupSheets } from '../scores/group-scores.ts'
import type { GroupLeaves, ScoreOfLeaf, UnitLeaves } from './criteria.ts'
import { loadLiveCycle } from './live-cycle.ts'
import { loadPublishedGroup, type PublishedGroup } from './published.ts'

/** The scores of a published group as they were frozen. */
export const loadFrozenScores = async (
  { transaction }: ActContext,
  publicationId: string,
  group: string,
): Promise<Result<readonly UnitScores[]>> => {
  const row = await transaction.selectFrom('publication').select('bundle').where('id', '=', publicationId).executeTakeFirstOrThrow()
  const bundles = JSON.parse(gunzipSync(row.bundle).toString('utf8')) as Record<string, unknown>
  const bundle = parseBundle(bundles[group])
  return bundle.ok ? unbundleUnits(bundle.value.inputs) : bundle
}

const scoreOf = ({ status, points }: StandingScore): LeafScore => {
  const read = parsePoints(points ?? '')
  if (status === 'scored') return read === undefined ? { status: 'missing' } : { status, points: read }
  return { status }
}

/** Reasons and claims as far as the reader may have them; the database hides the rest. */
const loadGrounds = async ({ transaction }: ActContext, { units }: PublishedGroup, publicationId: string): Promise<Grounds> => {
  const rows = await transaction
    .selectFrom('publication_ground')
    .select(['unit_id', 'grounds'])
    .where('publication_id', '=', publicationId)
    .where('unit_id', 'in', units.length > 0 ? units.map(({ unit_id }) => unit_id) : [null as never])
    .execute()
  return Object.fromEntries(rows.map(({ unit_id, grounds }) => [unit_id, grounds as Grounds[string]]))
}

const wordsOf = (grounds: Readonly<Record<string, LeafGround>> | undefined): Pick<UnitLeaves, 'claimed' | 'reasons'> =>
  grounds
    ? {
        claimed: (id) => {
          const claimed = grounds[id]?.claimed
          return claimed && scoreOf(claimed)
        },
        reasons: new Map(
          Object.entries(grounds).flatMap(([id, { reason, basis }]) => {
            const words = reason ?? basis
            return words ? [[id, words] as const] : []
          }),
        ),
      }
    : {}

/** The leaves of a published group. */
export const loadPublishedLeaves = async (
  context: ActContext,
  publicationId: string,
  wanted: { readonly group?: string | undefined },
): Promise<Result<GroupLeaves>> => {
  const found = await loadPublishedGroup(context, publicationId, wanted)
  if (!found.ok) return found
  const { cycle, basis, group, groups, framework, units } = found.value
  const scores = await loadFrozenScores(context, publicationId, group)
  if (!scores.ok) return scores
  const grounds = await loadGrounds(context, found.value, publicationId)
  const named = new Map(units.map((row) => [row.unit_id, row]))
  return accept({
    head: { cycle, basis, group, groups: [...groups] },
    nodes: framework.framework.nodes,
    units: scores.value.map(({ unit, scores: given }) => ({
      unit: { id: unit, code: named.get(unit)?.code ?? '', name: named.get(unit)?.unit_name ?? '' },
      given: (id) => given.get(nodeId(id)),
      ...wordsOf(grounds[unit]),
    })),
  })
}

/** The leaves of a group as its scores stand, claims beside them. */
export const loadLiveLeaves = async (
  context: ActContext,
  cycleId: string,
  wanted: { readonly group?: string | undefined },
): Promise<Result<GroupLeaves>> => {
  const found = await loadLiveCycle(context, cycleId, wanted)
  if (!found.ok) return found
  const { framework, ...cycle } = found.value
  const at = { cycleId, group: cycle.group }
  const given = await loadGroupSheets(context.transaction, { ...at, round: cycle.round })
  const claimed = await loadGroupSheets(context.transaction, { ...at, round: cycle.rounds[0] ?? cycle.round, isReadable: true })
  const claims = new Map(claimed.map(({ id, cells }) => [id, cells]))
  const places = new Map(leavesOf(framework.framework.nodes).map(({ id }, place) => [id as string, place]))
  const scoreAt =
    (cells: ScoreCells): ScoreOfLeaf =>
    (id) =>
      scoreOfCell(cells[places.get(id) ?? -1])
  return accept({
    head: {
      cycle: { id: cycle.id, year: cycle.year, title: cycle.title },
      basis: { kind: 'live', round: cycle.round, rounds: [...cycle.rounds], stage: cycle.stage, asOf: context.now.toISOString() },
      group: cycle.group,
      groups: [...cycle.groups],
    },
    nodes: framework.framework.nodes,
    units: given.map(({ id, code, name, cells }) => ({
      unit: { id, code, name },
      given: scoreAt(cells),
      claimed: scoreAt(claims.get(id) ?? []),
    })),
  })
}
