import { Stack, Text, Title } from '@mantine/core'
import { seenWords as words } from '../../language/pages/seen-results.ts'
import { Chart } from '../../web/widgets/chart.tsx'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import type { RankedUnit, RankingReply } from './shapes.ts'
import { ExcelButton } from './excel-button.tsx'
import type { UnitLink } from './ranking-columns.tsx'
import type { RobustnessReply } from './robustness-contract.ts'
import { useNameWidth } from './use-name-width.ts'

type Result = NonNullable<RobustnessReply['result']>
type CriterionShift = Result['criteria'][number]

interface Firm {
  readonly unit: RankedUnit
  readonly rank: number
  readonly from: number
  readonly to: number
}

const firmOf = ({ units }: RankingReply, { intervals }: Result): readonly Firm[] => {
  const known = new Map(intervals.map((interval) => [interval.unitId, interval]))
  return units.flatMap((unit) => {
    const interval = known.get(unit.unit.id)
    const rank = unit.total.rank
    return rank == null || interval?.from == null || interval.to == null
      ? []
      : [{ unit, rank, from: Math.min(interval.from, rank), to: Math.max(interval.to, rank) }]
  })
}

const drawnAtMost = 60

/** A bar from the best to the worst place; the empty part below it is not drawn. */
const intervalsChart = (firm: readonly Firm[], nameWidth: number) => {
  const shown = firm.slice(0, drawnAtMost)
  return {
    grid: { left: nameWidth + 16, right: 24, top: 8, bottom: 40 },
    tooltip: {},
    xAxis: { type: 'value' as const, min: 1, name: words.rank, nameLocation: 'middle' as const, nameGap: 26, minInterval: 1 },
    yAxis: {
      type: 'category' as const,
      inverse: true,
      data: shown.map(({ unit }) => unit.unit.name),
      axisLabel: { width: nameWidth, overflow: 'truncate' as const },
    },
    series: [
      {
        type: 'bar' as const,
        stack: 'range',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: shown.map(({ from }) => from - 0.3),
      },
      { type: 'bar' as const, stack: 'range', name: words.range, data: shown.map(({ from, to }) => to - from + 0.6) },
    ],
  }
}

const firmColumns = (noise: number, link: UnitLink): readonly Column<Firm>[] => [
  { key: 'rank', title: words.rank, isFigure: true, width: 64, cell: ({ rank }) => rank },
  { key: 'unit', title: words.unit, isRowHeader: true, cell: ({ unit }) => link(unit.unit) },
  { key: 'range', title: words.range, isFigure: true, width: 100, cell: ({ from, to }) => (from === to ? from : `${from}–${to}`) },
  { key: 'words', title: words.inWords, cell: ({ rank, from, to }) => words.interval(rank, noise, from, to) },
]

const shiftColumns: readonly Column<CriterionShift>[] = [
  { key: 'code', title: words.code, width: 72, cell: ({ code }) => code },
  { key: 'name', title: words.criterion, isRowHeader: true, cell: ({ name }) => name },
  { key: 'mean', title: words.meanShift, isFigure: true, width: 110, cell: ({ meanShift }) => words.shift(meanShift) },
  { key: 'most', title: words.greatestShift, isFigure: true, width: 110, cell: ({ greatestShift }) => greatestShift },
  { key: 'weight', title: words.weight, isFigure: true, width: 90, cell: ({ weight }) => words.share(weight) },
  { key: 'explained', title: words.explained, isFigure: true, width: 110, cell: ({ explained }) => words.share(explained) },
  {
    key: 'correlation',
    title: words.correlation,
    isFigure: true,
    width: 110,
    cell: ({ correlation }) => words.correlationText(correlation),
  },
]

/** Places with their ranges in plain words, and the criteria that move them most. */
export const FirmnessShown = ({
  reply,
  robustness,
  result,
  link,
}: {
  readonly reply: RankingReply
  readonly robustness: RobustnessReply
  readonly result: Result
  readonly link: UnitLink
}) => {
  const firm = firmOf(reply, result)
  const nameWidth = useNameWidth(200)
  const table = (
    <DataTable
      caption={words.firmness}
      columns={firmColumns(robustness.noise, link)}
      rows={firm}
      keyOf={({ unit }) => unit.unit.id}
      isLong={firm.length > 200}
    />
  )
  return (
    <Stack gap="lg">
      <Text c="gray.7">{words.replications(result.replications)}</Text>
      {table}
      <Chart
        title={words.intervalsChart}
        option={intervalsChart(firm, nameWidth)}
        height={80 + Math.min(drawnAtMost, firm.length) * 18}
        table={table}
      />
      <ExcelButton
        fileName={`${words.firmness} ${reply.cycle.year}`}
        rows={() => [
          [words.rank, words.unit, words.range, words.range],
          ...firm.map(({ unit, rank, from, to }) => [rank, unit.unit.name, from, to]),
        ]}
      />
      <section>
        <Title order={3}>{words.movers}</Title>
        <Text mb="xs">{words.moversLead}</Text>
        <DataTable caption={words.movers} columns={shiftColumns} rows={result.criteria.slice(0, 20)} keyOf={({ id }) => id} />
      </section>
    </Stack>
  )
}
