import { columnWords } from '../../language/reports/common-words.ts'
import { rankingWords } from '../../language/reports/ranking-words.ts'
import type { Annex, Cell, Column, Table } from '../report.ts'
import { roundText } from '../../language/format.ts'
import { paragraph } from './blocks.ts'
import { inOrderOfRank, type RankedUnit, type RankingGroup, spreadOf } from './ranking.ts'

const rounded = (figure: string | null | undefined): Cell => ({ figure: figure == null ? null : roundText(figure, 2) })

const column = (heading: string, width: number, align: Column['align'] = 'center'): Column => ({ heading, width, align })

const unitCells = (unit: RankedUnit, group: RankingGroup, hasClasses: boolean): readonly Cell[] => [
  { text: unit.unit },
  ...group.areas.map(({ id }) => rounded(unit.areas[id]?.points)),
  rounded(unit.points),
  rounded(unit.percent),
  unit.rank === null ? { text: [{ text: rankingWords.notRanked, italic: true }] } : { count: unit.rank },
  ...(hasClasses ? [{ text: unit.class ?? '' }] : []),
]

/** Every unit in order of rank: points of each area, total, percent, rank, class. */
export const rankingTable = (group: RankingGroup): Table => {
  const hasClasses = group.units.some((unit) => unit.class !== undefined)
  return {
    columns: [
      column(columnWords.order, 14),
      column(columnWords.unit, 58, 'left'),
      ...group.areas.map(({ code }) => column(rankingWords.areaColumn(code), 15)),
      column(columnWords.total, 17),
      column(columnWords.percent, 19),
      column(columnWords.rank, 17),
      ...(hasClasses ? [column(columnWords.class, 22)] : []),
    ],
    ...(group.areas.length > 0 && { groups: [{ heading: rankingWords.areasHeading, from: 2, span: group.areas.length }] }),
    rows: inOrderOfRank(group.units).map((unit, at) => ({ cells: [{ count: at + 1 }, ...unitCells(unit, group, hasClasses)] })),
  }
}

/** Mean, highest and lowest percent of each area. */
export const areaMeansTable = (group: RankingGroup): Table => ({
  columns: [
    column(columnWords.order, 12),
    column(columnWords.area, 90, 'left'),
    column(columnWords.mean, 22),
    column(columnWords.highest, 22),
    column(columnWords.lowest, 22),
  ],
  rows: group.areas.map(({ id, code, name }) => {
    const spread = spreadOf(group.units.map((unit) => unit.areas[id]?.percent))
    return { cells: [{ text: code }, { text: name }, rounded(spread?.mean), rounded(spread?.highest), rounded(spread?.lowest)] }
  }),
})

/** The landscape annex of one group. */
export const rankingAnnex = (group: RankingGroup, year: number): Annex => ({
  title: rankingWords.annexTitle(year, group.group),
  orientation: 'landscape',
  body: [paragraph(rankingWords.areaLegend(group.areas)), { kind: 'table', table: rankingTable(group) }],
})
