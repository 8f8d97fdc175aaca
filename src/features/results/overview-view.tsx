import { Group, Stack, Text, Title } from '@mantine/core'
import { formatFigure } from '../../language/format.ts'
import { resultsWords } from '../../language/pages/results.ts'
import { seenWords as words } from '../../language/pages/seen-results.ts'
import { Chart } from '../../web/widgets/chart.tsx'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import type { RankedUnit, RankingReply } from './shapes.ts'
import { DistributionChart } from './distribution-chart.tsx'
import { ExcelButton } from './excel-button.tsx'
import { useNameWidth } from './use-name-width.ts'
import { areaColumns, type UnitLink } from './ranking-columns.tsx'

/** More rows than these are stripes, not a map. */
const heatAtMost = 40
const listedAtMost = 5

const heat = ({ units, areas }: RankingReply, nameWidth: number) => {
  const shown = units.filter(({ ranked }) => ranked).slice(0, heatAtMost)
  return {
    tooltip: {},
    grid: { left: nameWidth + 16, right: 16, top: 8, bottom: 60 },
    xAxis: { type: 'category' as const, data: areas.map(({ code, name }) => code || name) },
    yAxis: {
      type: 'category' as const,
      data: shown.map(({ unit }) => unit.name).toReversed(),
      axisLabel: { width: nameWidth, overflow: 'truncate' as const },
    },
    visualMap: {
      min: 40,
      max: 100,
      orient: 'horizontal' as const,
      left: 'center',
      bottom: 0,
      inRange: { color: ['#fbeedd', '#c9dbef', '#234c80'] },
    },
    series: [
      {
        type: 'heatmap' as const,
        data: shown.toReversed().flatMap(({ areas: own }, row) =>
          areas.flatMap(({ id }, column) => {
            const percent = own[id]?.percent
            return percent ? [[column, row, Math.round(Number(percent) * 10) / 10]] : []
          }),
        ),
      },
    ],
  }
}

interface Moved {
  readonly unit: RankedUnit
  readonly places: number
}

const movedUnits = ({ units }: RankingReply): readonly Moved[] =>
  units.flatMap((unit) => (unit.change?.rank === undefined ? [] : [{ unit, places: unit.change.rank }]))

const movedColumns = (link: UnitLink): readonly Column<Moved>[] => [
  { key: 'unit', title: words.unit, isRowHeader: true, cell: ({ unit }) => link(unit.unit) },
  { key: 'before', title: words.before, isFigure: true, width: 90, cell: ({ unit, places }) => (unit.total.rank ?? 0) + places },
  { key: 'now', title: words.now, isFigure: true, width: 80, cell: ({ unit }) => unit.total.rank },
  { key: 'places', title: words.places, isFigure: true, width: 80, cell: ({ places }) => `${places > 0 ? '+' : '−'}${Math.abs(places)}` },
]

const isUpButDown = ({ unit, places }: Moved): boolean => places < 0 && Number(unit.change?.percent ?? 0) > 0

/** Who rose and who fell, and for whom points and place went different ways. */
const Movement = ({ reply, link }: { readonly reply: RankingReply; readonly link: UnitLink }) => {
  const moved = movedUnits(reply)
  if (moved.length === 0) return null
  const [up, down] = [moved.filter(({ places }) => places > 0), moved.filter(({ places }) => places < 0)]
  const upButDown = moved.filter(isUpButDown).length
  const listed = (list: readonly Moved[]) => list.toSorted((a, b) => Math.abs(b.places) - Math.abs(a.places)).slice(0, listedAtMost)
  return (
    <section>
      <Title order={3}>{words.moved}</Title>
      <Text mb="xs">
        {words.movedCount(up.length, down.length, moved.length - up.length - down.length)} {upButDown > 0 && words.upButDown(upButDown)}
      </Text>
      <Group align="flex-start" grow preventGrowOverflow={false} gap="md">
        <DataTable
          caption={words.rose}
          columns={movedColumns(link)}
          rows={listed(up)}
          keyOf={({ unit }) => unit.unit.id}
          empty={words.nobody}
        />
        <DataTable
          caption={words.fell}
          columns={movedColumns(link)}
          rows={listed(down)}
          keyOf={({ unit }) => unit.unit.id}
          empty={words.nobody}
        />
      </Group>
    </section>
  )
}

interface ClassCount {
  readonly name: string
  readonly count: number
}

const Classes = ({ units }: RankingReply) => {
  if (!units.some((unit) => unit.class)) return null
  const counts = [...Map.groupBy(units, (unit) => unit.class ?? words.noClass)].map(
    ([name, own]): ClassCount => ({ name, count: own.length }),
  )
  const table = (
    <DataTable
      caption={words.classes}
      columns={[
        { key: 'class', title: words.className, isRowHeader: true, cell: ({ name }: ClassCount) => name },
        { key: 'count', title: words.count, isFigure: true, cell: ({ count }: ClassCount) => formatFigure(String(count)) },
      ]}
      rows={counts}
      keyOf={({ name }) => name}
      isTableOnPhone
    />
  )
  const option = {
    grid: { left: 40, right: 16, top: 16, bottom: 32 },
    tooltip: {},
    xAxis: { type: 'category' as const, data: counts.map(({ name }) => name) },
    yAxis: { type: 'value' as const, minInterval: 1 },
    series: [{ type: 'bar' as const, data: counts.map(({ count }) => count), label: { show: true, position: 'top' as const } }],
  }
  return <Chart title={words.classes} option={option} height={240} isTableBeside table={table} />
}

/** A cycle at a glance: distribution, classes, who rose and fell, units × areas. */
export const OverviewView = ({ reply, link }: { readonly reply: RankingReply; readonly link: UnitLink }) => {
  const ranked = reply.units.filter(({ ranked: isRanked }) => isRanked)
  const shown = Math.min(heatAtMost, ranked.length)
  const nameWidth = useNameWidth(200)
  return (
    <Stack gap="xl">
      <Title order={2} size="h3">
        {words.view.overview}
      </Title>
      <DistributionChart units={reply.units} />
      <Classes {...reply} />
      <Movement reply={reply} link={link} />
      <div>
        <Chart
          title={words.heat}
          option={heat(reply, nameWidth)}
          height={80 + shown * 20}
          table={
            <DataTable
              caption={words.heatCaption}
              columns={areaColumns(reply, link)}
              rows={reply.units.slice(0, heatAtMost)}
              keyOf={({ unit }) => unit.id}
              isTableOnPhone
            />
          }
        />
        {ranked.length > heatAtMost && <Text c="gray.7">{words.heatFirst(shown, ranked.length)}</Text>}
        <ExcelButton
          cycleTitle={reply.cycle.title}
          fileName={`${words.heat} ${reply.cycle.year}`}
          rows={() => [
            [resultsWords.columns.rank, words.unit, words.index, ...reply.areas.map(({ code, name }) => `${code} ${name}`.trim())],
            ...reply.units.map(({ unit, total, areas }) => [
              total.rank,
              unit.name,
              total.percent,
              ...reply.areas.map(({ id }) => areas[id]?.percent),
            ]),
          ]}
        />
      </div>
    </Stack>
  )
}
