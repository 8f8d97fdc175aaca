import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core'
import { seenWords as words } from '../../language/pages/seen-results.ts'
import { Chart } from '../../web/widgets/chart.tsx'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { ProblemList } from '../../web/widgets/problem-list.tsx'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import type { RankedUnit, RankingReply } from './shapes.ts'
import { ExcelButton } from './excel-button.tsx'
import type { UnitLink } from './ranking-columns.tsx'
import { noises, type RobustnessReply, robustnessRoutes } from './robustness-contract.ts'
import { useNameWidth } from './use-name-width.ts'
import { ViewButtons } from './view-buttons.tsx'

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

const Shown = ({
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

/** How far weights move, as the address has it. */
const useNoise = () => {
  const [chosen, setChosen] = useAddress('dao-dong', '25')
  return [noises.find((each) => String(each) === chosen) ?? 25, setChosen] as const
}

const Lead = ({ noise, onNoise }: { readonly noise: number; readonly onNoise: (noise: string) => void }) => (
  <>
    <Title order={2} size="h3">
      {words.firmness}
    </Title>
    <Text>{words.firmnessLead}</Text>
    <Group gap="sm" className="no-print">
      <Text>{words.noise}</Text>
      <ViewButtons
        views={noises.map((each) => ({ value: String(each), label: words.noiseOf(each) }))}
        value={String(noise)}
        onChange={onNoise}
      />
    </Group>
  </>
)

/** The same while the cycle runs, as the scores stand at this moment. */
export const LiveFirmnessView = ({ reply, link }: { readonly reply: RankingReply; readonly link: UnitLink }) => {
  const [noise, setNoise] = useNoise()
  const round = reply.basis.kind === 'live' ? reply.basis.round : undefined
  const query = { group: reply.group, noise, ...(round && { round }) }
  const call = useCall(robustnessRoutes.live, { params: { cycleId: reply.cycle.id }, query })
  return (
    <Stack gap="md">
      <Lead noise={noise} onNoise={setNoise} />
      <Loaded call={call}>
        {(robustness) => robustness.result && <Shown reply={reply} robustness={robustness} result={robustness.result} link={link} />}
      </Loaded>
    </Stack>
  )
}

/** How firm each place is where weights differ a little, in plain words; computed by the server once, with its progress shown. */
export const FirmnessView = ({
  reply,
  publicationId,
  link,
}: {
  readonly reply: RankingReply
  readonly publicationId: string
  readonly link: UnitLink
}) => {
  const [noise, setNoise] = useNoise()
  const input = { params: { publicationId }, query: { group: reply.group, noise } }
  const starting = useChange(robustnessRoutes.start, { refreshes: [robustnessRoutes.read] })
  const first = useCall(robustnessRoutes.read, input)
  const call = useCall(robustnessRoutes.read, input, first.value?.state === 'running' ? { everySeconds: 1 } : {})
  return (
    <Stack gap="md">
      <Lead noise={noise} onNoise={setNoise} />
      {starting.refused && <ProblemList problems={starting.refused.problems} />}
      <Loaded call={call}>
        {(robustness) =>
          robustness.result ? (
            <Shown reply={reply} robustness={robustness} result={robustness.result} link={link} />
          ) : robustness.state === 'running' ? (
            <div role="status">
              <Text mb="xs">{words.computing(robustness.done, robustness.of)}</Text>
              <Progress value={(100 * robustness.done) / robustness.of} aria-label={words.firmness} />
            </div>
          ) : (
            <EmptyState
              title={words.notComputed}
              action={
                <Button
                  loading={starting.isRunning}
                  onClick={() => starting.run({ params: { publicationId }, body: { group: reply.group, noise } })}
                >
                  {words.compute}
                </Button>
              }
            >
              {words.notComputedHint}
            </EmptyState>
          )
        }
      </Loaded>
    </Stack>
  )
}
