import { parseDecimal } from '../../core/exact/decimal.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Change, UnitResult } from '../../core/results/results.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { RankedUnit, RankingReply, SheetReply, Total } from './contract.ts'
import { areasOf, byRank } from './live-ranking.ts'
import { meanPercents } from './mean-percents.ts'
import { loadPublishedGroup, type PublishedUnitRow } from './published.ts'
import { sheetRows } from './sheet-rows.ts'

const changeOf = ({ percent, rank }: Change): RankedUnit['change'] => ({
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

/** A unit's sheet as it was frozen, with the means of its group. */
export const publishedSheet = async (context: ActContext, publicationId: string, unitId: string): Promise<Result<SheetReply>> => {
  const found = await loadPublishedGroup(context, publicationId, { unitId })
  if (!found.ok) return found
  const group = found.value
  const row = group.units.find(({ unit_id }) => unit_id === unitId)
  if (!row) return refuse(errorAt('notFound', unitId, { what: 'unit' }))
  const ranked = group.units.filter(({ rank }) => rank !== null)
  const { result } = await context.transaction
    .selectFrom('publication_unit')
    .select('result')
    .where('publication_id', '=', publicationId)
    .where('unit_id', '=', unitId)
    .executeTakeFirstOrThrow()
  return accept({
    unit: unitOf(row),
    group: group.group,
    cycle: group.cycle,
    basis: group.basis,
    given: totalOfRow(row),
    ...(row.class && { class: row.class }),
    rankedUnits: ranked.length,
    groupMeans: meanPercents(
      ranked.map(({ areas }) => Object.entries(areas).map(([area, { percent }]) => [area, parseDecimal(percent ?? '')])),
    ),
    rows: sheetRows(group.framework.framework, { given: { result: result as UnitResult } }),
  })
}
