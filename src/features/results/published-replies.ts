import { parseDecimal } from '../../core/exact/decimal.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Change, UnitResult } from '../../core/results/results.ts'
import type { Grounds } from '../../core/publication/grounds.ts'
import type { ActContext, Transaction } from '../../platform/database/transaction.ts'
import type { ChangeMessage, RankedUnit, RankingReply, SheetReply, Total } from './shapes.ts'
import { areasOf, byRank } from './live-ranking.ts'
import { meanPercents } from './mean-percents.ts'
import { loadPublishedGroup, type PublishedUnitRow } from './published.ts'
import { type SheetColumn, sheetRows } from './sheet-rows.ts'

const changeOf = ({ points, percent, rank }: Change): ChangeMessage => ({
  ...(points !== null && { points }),
  ...(percent !== null && { percent }),
  ...(rank !== null && { rank }),
})

const unitOf = (row: PublishedUnitRow): RankedUnit['unit'] => ({ id: row.unit_id, code: row.code ?? '', name: row.unit_name })

const totalOfRow = ({ points, applied_max, percent, rank }: PublishedUnitRow): Total => ({
  points,
  appliedMax: applied_max ?? '0',
  percent,
  rank,
})

const rankedUnit = (row: PublishedUnitRow): RankedUnit => ({
  unit: unitOf(row),
  ranked: row.ranked,
  total: totalOfRow(row),
  ...(row.class && { class: row.class }),
  ...(row.change && { change: changeOf(row.change) }),
  missing: row.missing,
  notApplicable: row.not_applicable,
  areas: { ...row.areas },
})

/** A ranking as it was frozen. */
export const publishedRanking = async (
  context: ActContext,
  publicationId: string,
  wanted: { readonly group?: string | undefined },
): Promise<Result<RankingReply>> => {
  const found = await loadPublishedGroup(context, publicationId, wanted)
  if (!found.ok) return found
  const group = found.value
  return accept({
    cycle: group.cycle,
    basis: group.basis,
    group: group.group,
    groups: [...group.groups],
    areas: [...areasOf(group.framework.framework)],
    units: group.units.map(rankedUnit).sort(byRank),
  })
}

interface FrozenUnit {
  readonly result: UnitResult
  /** Absent where they were not frozen yet, or are not for the reader. */
  readonly grounds?: Grounds[string]
}

const loadFrozenUnit = async (transaction: Transaction, publicationId: string, unitId: string): Promise<FrozenUnit> => {
  const row = await transaction
    .selectFrom('publication_unit as p')
    .leftJoin('publication_ground as g', (on) => on.onRef('g.publication_id', '=', 'p.publication_id').onRef('g.unit_id', '=', 'p.unit_id'))
    .select(['p.result', 'g.grounds'])
    .where('p.publication_id', '=', publicationId)
    .where('p.unit_id', '=', unitId)
    .executeTakeFirstOrThrow()
  return { result: row.result as UnitResult, ...(row.grounds ? { grounds: row.grounds as Grounds[string] } : {}) }
}

/** What was claimed, leaf by leaf; sums of claims were not published. */
const claimedColumn = (grounds: Grounds[string]): SheetColumn => ({
  result: {
    nodes: Object.fromEntries(
      Object.entries(grounds).flatMap(([id, { claimed }]) =>
        claimed
          ? [
              [
                id,
                {
                  points: claimed.points ?? null,
                  appliedMax: '0',
                  percent: null,
                  rank: null,
                  ...(claimed.status !== 'scored' && { status: claimed.status }),
                },
              ],
            ]
          : [],
      ),
    ),
  },
})

const givenColumn = ({ result, grounds = {} }: FrozenUnit): SheetColumn => ({ result, words: new Map(Object.entries(grounds)) })

/** A unit's sheet as it was frozen, with the means of its group. */
export const publishedSheet = async (context: ActContext, publicationId: string, unitId: string): Promise<Result<SheetReply>> => {
  const found = await loadPublishedGroup(context, publicationId, { unitId })
  if (!found.ok) return found
  const group = found.value
  const row = group.units.find(({ unit_id }) => unit_id === unitId)
  if (!row) return refuse(errorAt('notFound', unitId, { what: 'unit' }))
  const ranked = group.units.filter(({ rank }) => rank !== null)
  const frozen = await loadFrozenUnit(context.transaction, publicationId, unitId)
  return accept({
    unit: unitOf(row),
    group: group.group,
    cycle: group.cycle,
    basis: group.basis,
    given: totalOfRow(row),
    ...(row.class && { class: row.class }),
    ...(row.change && { change: changeOf(row.change) }),
    bySource: { ...frozen.result.bySource },
    rankedUnits: ranked.length,
    groupMeans: meanPercents(
      ranked.map(({ areas }) => Object.entries(areas).map(([area, { percent }]) => [area, parseDecimal(percent ?? '')])),
    ),
    rows: sheetRows(group.framework.framework, {
      ...(frozen.grounds && { claimed: claimedColumn(frozen.grounds) }),
      given: givenColumn(frozen),
    }),
  })
}
