import type { ReactNode } from 'react'
import { resultsWords as words } from '../../language/pages/results.ts'
import type { Column } from '../../web/widgets/data-table.tsx'
import { Percent, Points } from '../../web/widgets/figures.tsx'
import type { Area, RankedUnit, RankingReply } from './shapes.ts'
import { ChangeCell, ClassCell, RankCell } from './ranking-cells.tsx'

/** Links a unit's name to its sheet, live or published. */
export type UnitLink = (unit: RankedUnit['unit']) => ReactNode

const sharedRanks = (units: readonly RankedUnit[]): ReadonlySet<number> => {
  const seen = new Set<number>()
  const shared = new Set<number>()
  for (const { total } of units) {
    if (total.rank == null) continue
    if (seen.has(total.rank)) shared.add(total.rank)
    seen.add(total.rank)
  }
  return shared
}

const nameColumns = (reply: RankingReply, link: UnitLink): readonly Column<RankedUnit>[] => {
  const shared = sharedRanks(reply.units)
  return [
    {
      key: 'rank',
      title: words.columns.rank,
      isFigure: true,
      width: 60,
      cell: (unit) => <RankCell unit={unit} isShared={shared.has(unit.total.rank ?? -1)} />,
    },
    { key: 'unit', title: words.columns.unit, isRowHeader: true, cell: ({ unit }) => link(unit) },
  ]
}

const percentColumn: Column<RankedUnit> = {
  key: 'percent',
  title: words.columns.percent,
  isFigure: true,
  width: 96,
  cell: ({ total }) => <Percent value={total.percent} />,
}

const optionalColumns = ({ units }: RankingReply): readonly Column<RankedUnit>[] => [
  ...(units.some((unit) => unit.class)
    ? [{ key: 'class', title: words.columns.class, cell: (unit: RankedUnit) => <ClassCell name={unit.class} /> }]
    : []),
  ...(units.some(({ change }) => change)
    ? [{ key: 'change', title: words.columns.change, cell: ({ change }: RankedUnit) => <ChangeCell {...(change && { change })} /> }]
    : []),
  ...(units.some(({ missing }) => missing > 0)
    ? [
        {
          key: 'missing',
          title: words.columns.missing,
          isFigure: true,
          cell: ({ missing }: RankedUnit) => (missing > 0 ? words.missingLeaves(missing) : ''),
        },
      ]
    : []),
]

/** The table of totals, as a decision prints it. */
export const totalColumns = (reply: RankingReply, link: UnitLink): readonly Column<RankedUnit>[] => [
  ...nameColumns(reply, link),
  {
    key: 'points',
    title: words.columns.points,
    isFigure: true,
    width: 96,
    cell: ({ total }) => <Points value={total.points} decimals={2} />,
  },
  {
    key: 'max',
    title: words.columns.max,
    isFigure: true,
    width: 110,
    cell: ({ total }) => <Points value={total.appliedMax} decimals={2} />,
  },
  percentColumn,
  ...optionalColumns(reply),
]

/** Where the bands of the heat map begin, in percent; they are the eye's, not the decision's. */
const bands = [50, 65, 80, 90] as const

/** The band of a percent, 0 to 4, as the heat map colours it. */
const heatOf = (percent: string | null | undefined): string | undefined =>
  percent === null || percent === undefined ? undefined : String(bands.filter((from) => Number(percent) >= from).length)

const areaColumn = ({ id, code, name }: Area): Column<RankedUnit> => ({
  key: id,
  title: <abbr title={name}>{code || name}</abbr>,
  isFigure: true,
  width: 84,
  mark: ({ areas }) => heatOf(areas[id]?.percent),
  cell: ({ areas }) => <Percent value={areas[id]?.percent} decimals={1} />,
})

/** What fits on a phone: place, unit, percent; the sheet of a unit has the rest. */
export const narrowColumns = (reply: RankingReply, link: UnitLink): readonly Column<RankedUnit>[] => [
  ...nameColumns(reply, link),
  percentColumn,
]

/** The same units with the percent of each area; the head explains its numbers. */
export const areaColumns = (reply: RankingReply, link: UnitLink): readonly Column<RankedUnit>[] => [
  ...nameColumns(reply, link),
  percentColumn,
  ...reply.areas.map(areaColumn),
]
