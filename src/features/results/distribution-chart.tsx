import { Text } from '@mantine/core'
import { resultsWords as words } from '../../language/pages/results.ts'
import { Chart } from '../../web/widgets/chart.tsx'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { useSignedIn } from '../../web/widgets/session.ts'
import type { RankedUnit } from './shapes.ts'

interface Bin {
  readonly from: number
  readonly to: number
  readonly count: number
}

const binWidth = 5

/** Units per five points of the percent, from the lowest to the highest that occurs; 100 belongs to the last. For the eye alone. */
const binsOf = (percents: readonly number[]): readonly Bin[] => {
  const binOf = (percent: number): number => Math.floor(Math.min(percent, 99.999999) / binWidth) * binWidth
  const first = binOf(Math.min(...percents))
  const last = binOf(Math.max(...percents))
  return Array.from({ length: (last - first) / binWidth + 1 }, (_, index) => {
    const from = first + index * binWidth
    return { from, to: from + binWidth, count: percents.filter((percent) => binOf(percent) === from).length }
  })
}

const labelOf = ({ from, to }: Bin): string => `${from}–${to}`

const columns: readonly Column<Bin>[] = [
  { key: 'range', title: words.range, isRowHeader: true, cell: labelOf },
  { key: 'count', title: words.count, isFigure: true, cell: ({ count }) => count },
]

/** How the percents of the ranked units spread. */
export const DistributionChart = ({ units }: { readonly units: readonly RankedUnit[] }) => {
  const own = new Set(useSignedIn().grants.flatMap(({ unit }) => (unit ? [unit.id] : [])))
  const percents = units.flatMap(({ ranked, total }) => (ranked && total.percent !== null ? [Number(total.percent)] : []))
  if (percents.length < 3) return null
  const bins = binsOf(percents)
  const holdsOwn = ({ from, to }: Bin): boolean =>
    units.some(({ unit, total }) => own.has(unit.id) && Number(total.percent) >= from && (Number(total.percent) < to || to === 100))
  const mean = percents.reduce((sum, percent) => sum + percent, 0) / percents.length
  const option = {
    xAxis: { type: 'category' as const, name: words.range, nameLocation: 'middle' as const, nameGap: 30, data: bins.map(labelOf) },
    tooltip: {},
    yAxis: { type: 'value' as const, minInterval: 1 },
    grid: { top: 28, left: 44, right: 16, bottom: 52 },
    series: [
      {
        type: 'bar' as const,
        name: words.count,
        barMaxWidth: 72,
        label: { show: true, position: 'top' as const, color: '#1f2933' },
        data: bins.map((bin) => ({ value: bin.count, ...(holdsOwn(bin) && { itemStyle: { color: '#c28a12' } }) })),
      },
    ],
  }
  return (
    <>
      <Chart
        title={words.distribution}
        option={option}
        height={280}
        table={<DataTable caption={words.distributionCaption} columns={columns} rows={bins} keyOf={labelOf} isTableOnPhone />}
      />
      <Text size="sm">
        {bins.some(holdsOwn) && `${words.ownUnits}: ${bins.filter(holdsOwn).map(labelOf).join(', ')}. `}
        {words.summary(percents.length, mean.toFixed(6), Math.max(...percents).toFixed(6), Math.min(...percents).toFixed(6))}
      </Text>
    </>
  )
}
