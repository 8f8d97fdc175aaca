import { SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { formatPercent } from '../../language/format.ts'
import { seenWords as words } from '../../language/pages/seen-results.ts'
import { Chart } from '../../web/widgets/chart.tsx'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { ExcelButton } from './excel-button.tsx'
import { useNameWidth } from './use-name-width.ts'
import { type Series, seenRoutes } from './seen-contract.ts'

type UnitRow = Series['units'][number]

const drawnAtMost = 20

/** Places over the years: the best on top, a line per unit, its name where it ends. */
const bumpChart = ({ years, units }: Series, nameWidth: number) => {
  const shown = units.filter(({ years: own }) => own.at(-1)?.rank != null).slice(0, drawnAtMost)
  return {
    grid: { left: 40, right: nameWidth + 30, top: 16, bottom: 32 },
    tooltip: { trigger: 'item' as const },
    xAxis: { type: 'category' as const, boundaryGap: false, data: years.map(({ year }) => String(year)) },
    yAxis: { type: 'value' as const, inverse: true, min: 1, minInterval: 1 },
    series: shown.map(({ unit, years: own }) => ({
      type: 'line' as const,
      name: unit.name,
      data: own.map((year) => year?.rank ?? null),
      connectNulls: true,
      symbolSize: 8,
      endLabel: { show: true, formatter: '{a}', width: nameWidth, overflow: 'truncate' as const, fontSize: 12 },
    })),
  }
}

const columnsOf = ({ years }: Series): readonly Column<UnitRow>[] => [
  {
    key: 'unit',
    title: words.unit,
    isRowHeader: true,
    cell: ({ unit }) => (
      <PageLink to="/ket-qua/don-vi/$unitId" params={{ unitId: unit.id }}>
        {unit.name}
      </PageLink>
    ),
  },
  ...years.flatMap(({ year }, at): readonly Column<UnitRow>[] => [
    { key: `rank ${year}`, title: words.rankInYear(year), isFigure: true, cell: ({ years: own }) => own[at]?.rank ?? '–' },
    {
      key: `percent ${year}`,
      title: words.percentInYear(year),
      isFigure: true,
      cell: ({ years: own }) => (own[at]?.percent ? formatPercent(own[at]?.percent ?? '') : '–'),
    },
  ]),
]

const Shown = ({ series }: { readonly series: Series }) => {
  const nameWidth = useNameWidth(200)
  const drawn = Math.min(drawnAtMost, series.units.length)
  const table = (
    <DataTable
      caption={`${words.series}: ${series.group}`}
      columns={columnsOf(series)}
      rows={series.units}
      keyOf={({ unit }) => unit.id}
      isLong={series.units.length > 200}
    />
  )
  return (
    <Stack gap="md">
      {series.years.length > 1 && (
        <>
          <Title order={2} size="h3">
            {words.charts}
          </Title>
          <Chart title={words.seriesChart} option={bumpChart(series, nameWidth)} height={120 + drawn * 22} table={table} />
          {series.units.length > drawnAtMost && <Text c="gray.7">{words.seriesFirst(drawn, series.units.length)}</Text>}
        </>
      )}
      <ExcelButton
        fileName={`${words.series} ${series.group}`}
        rows={() => [
          [words.unit, ...series.years.flatMap(({ year }) => [words.rankInYear(year), words.percentInYear(year)])],
          ...series.units.map(({ unit, years }) => [unit.name, ...years.flatMap((year) => [year?.rank, year?.percent])]),
        ]}
      />
      {table}
    </Stack>
  )
}

/** `/ket-qua/cac-nam`: places of a group over the published years. */
export const SeriesPage = () => {
  const [group, setGroup] = useAddress('nhom')
  const call = useCall(seenRoutes.series, { query: { ...(group && { group }) } })
  return (
    <>
      <PageTitle under={words.seriesLead}>{words.series}</PageTitle>
      <Loaded call={call}>
        {(series) =>
          series.years.length === 0 ? (
            <EmptyState title={words.seriesEmpty}>{words.seriesEmptyHint}</EmptyState>
          ) : (
            <Stack gap="md">
              {series.groups.length > 1 && (
                <SegmentedControl
                  className="no-print"
                  aria-label={words.group}
                  data={series.groups}
                  value={series.group}
                  onChange={setGroup}
                  style={{ alignSelf: 'flex-start' }}
                />
              )}
              <Shown series={series} />
            </Stack>
          )
        }
      </Loaded>
    </>
  )
}
