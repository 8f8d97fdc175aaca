import { Text } from '@mantine/core'
import { resultsWords as words } from '../../language/pages/results.ts'
import { Chart } from '../../web/widgets/chart.tsx'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import type { RankedUnit } from './contract.ts'

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
  const percents = units.flatMap(({ ranked, total }) => (ranked && total.percent !== null ? [Number(total.percent)] : []))
  if (percents.length < 3) return null
  const bins = binsOf(percents)
  const mean = percents.reduce((sum, percent) => sum + percent, 0) / percents.length
  const option = {
    xAxis: { type: 'category' as const, name: words.range, nameLocation: 'middle' as const, nameGap: 30, data: bins.map(labelOf) },
    yAxis: { type: 'value' as const, minInterval: 1 },
    series: [{ type: 'bar' as const, name: words.count, data: bins.map(({ count }) => count) }],
  }
  return (
    <>
      <Chart
        title={words.distribution}
        option={option}
        table={<DataTable caption={words.distributionCaption} columns={columns} rows={bins} keyOf={labelOf} />}
      />
      <Text size="sm">
        {words.summary(percents.length, mean.toFixed(6), Math.max(...percents).toFixed(6), Math.min(...percents).toFixed(6))}
      </Text>
    </>
  )
}
