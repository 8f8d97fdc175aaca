import { Text } from '@mantine/core'
import { formatPercent } from '../../language/format.ts'
import { resultsWords as words } from '../../language/pages/results.ts'
import { Chart } from '../../web/widgets/chart.tsx'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { Percent, Points } from '../../web/widgets/figures.tsx'
import type { SheetReply, SheetRow } from './shapes.ts'
import { meanOfAreas } from './mean-percents.ts'

const number = (text: string | null | undefined): number => Math.round(Number(text ?? 0) * 100) / 100

/** Number and share at each corner; the names stand in the table beside it. */
const labelOf = ({ code, name, given }: SheetRow): string =>
  `${code || name}: ${given?.percent ? formatPercent(given.percent, 0) : words.missing.toLowerCase()}`

const radar = (areas: readonly SheetRow[], { unit, groupMeans }: SheetReply) => ({
  legend: { bottom: 0 },
  tooltip: {},
  radar: {
    indicator: areas.map((area) => ({ name: labelOf(area), min: 0, max: 100 })),
    radius: '60%',
    center: ['50%', '46%'],
    axisName: { color: '#1f2933', fontSize: 14, fontWeight: 600 },
  },
  series: [
    {
      type: 'radar' as const,
      data: [
        { name: unit.name, value: areas.map(({ given }) => number(given?.percent)), areaStyle: { opacity: 0.15 } },
        ...(groupMeans
          ? [{ name: words.meanShare, value: areas.map(({ id }) => number(groupMeans[id])), lineStyle: { type: 'dashed' as const } }]
          : []),
      ],
    },
  ],
})

const columnsOf = ({ groupMeans }: SheetReply): readonly Column<SheetRow>[] => [
  { key: 'area', title: words.area, isRowHeader: true, cell: ({ code, name }) => `${code} ${name}`.trim() },
  { key: 'points', title: words.given, isFigure: true, cell: ({ given }) => <Points value={given?.points} decimals={2} /> },
  { key: 'max', title: words.columns.max, isFigure: true, cell: ({ given }) => <Points value={given?.appliedMax} decimals={2} /> },
  { key: 'percent', title: words.ownShare, isFigure: true, cell: ({ given }) => <Percent value={given?.percent} /> },
  ...(groupMeans
    ? [{ key: 'mean', title: words.meanShare, isFigure: true, cell: ({ id }: SheetRow) => <Percent value={groupMeans[id]} /> }]
    : []),
]

/** Radar of the areas, own against the mean of the group, with its table beside it. */
export const AreasChart = ({ sheet }: { readonly sheet: SheetReply }) => {
  const areas = sheet.rows.filter(({ depth }) => depth === 0)
  if (areas.length < 3) return null
  const own = meanOfAreas(areas.map(({ given }) => given?.percent))
  const group = sheet.groupMeans && meanOfAreas(areas.map(({ id }) => sheet.groupMeans?.[id]))
  return (
    <>
      <Chart
        title={words.areas}
        option={radar(areas, sheet)}
        isTableBeside
        height={380}
        table={<DataTable caption={words.areasCaption} columns={columnsOf(sheet)} rows={areas} keyOf={({ id }) => id} />}
      />
      {own !== undefined && <Text>{words.meanOfAreas(formatPercent(own), group && formatPercent(group))}</Text>}
    </>
  )
}
