import { Stack, Text, Title } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { sources } from '../../core/vocabulary.ts'
import { formatFigure, roundText } from '../../language/format.ts'
import { resultsWords } from '../../language/pages/results.ts'
import { seenWords as words } from '../../language/pages/seen-results.ts'
import { Chart } from '../../web/widgets/chart.tsx'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { Percent, Points } from '../../web/widgets/figures.tsx'
import { PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import { type AcrossRow, AcrossTable, rowsOf } from './across-table.tsx'
import { ExcelButton } from './excel-button.tsx'
import { ChangeCell } from './ranking-cells.tsx'
import { seenRoutes, type UnitYears } from './seen-contract.ts'

type Year = UnitYears['years'][number]

const number = (text: string | null | undefined): number | null => (text ? Math.round(Number(text) * 100) / 100 : null)

const lines = (years: readonly Year[], series: readonly { readonly name: string; readonly data: readonly (number | null)[] }[]) => ({
  grid: { left: 48, right: 24, top: 24, bottom: 64 },
  tooltip: { trigger: 'axis' as const },
  legend: { bottom: 0, type: 'scroll' as const },
  xAxis: { type: 'category' as const, data: years.map(({ year }) => String(year)) },
  yAxis: { type: 'value' as const, min: 0, max: 100 },
  series: series.map(({ name, data }) => ({
    type: 'line' as const,
    name,
    data: [...data],
    symbolSize: 8,
    label: { show: series.length === 1 },
  })),
})

const sourcesOf = ({ bySource }: Year): string =>
  sources
    .filter((source) => Number(bySource?.[source] ?? 0) !== 0)
    .map((source) => `${resultsWords.sourceNames[source]} ${formatFigure(roundText(bySource?.[source] ?? '0', 2))}`)
    .join('; ')

const yearColumns = (unitId: string): readonly Column<Year>[] => [
  { key: 'year', title: words.year, isRowHeader: true, width: 72, cell: ({ year }) => year },
  { key: 'percent', title: words.index, isFigure: true, cell: ({ total }) => <Percent value={total.percent} /> },
  { key: 'points', title: words.points, isFigure: true, cell: ({ total }) => <Points value={total.points} decimals={2} /> },
  { key: 'max', title: words.max, isFigure: true, cell: ({ total }) => <Points value={total.appliedMax} decimals={2} /> },
  {
    key: 'rank',
    title: words.rank,
    isFigure: true,
    cell: ({ total, rankedUnits }) => (total.rank == null ? '–' : words.rankOf(total.rank, rankedUnits)),
  },
  { key: 'class', title: words.class, cell: (year) => year.class ?? '' },
  { key: 'change', title: words.change, cell: ({ change }) => <ChangeCell {...(change && { change })} /> },
  { key: 'source', title: words.bySource, cell: sourcesOf },
  {
    key: 'sheet',
    title: words.sheet,
    isScreenOnly: true,
    cell: ({ publicationId }) => (
      <PageLink to="/ket-qua/cong-bo/$publicationId/$unitId" params={{ publicationId, unitId }}>
        {words.sheet}
      </PageLink>
    ),
  },
]

const titleOf = ({ code, name }: AcrossRow): string => `${code} ${name}`.trim()

const Shown = ({ unit, years, across }: UnitYears) => {
  const rows = rowsOf(
    across,
    years.map(({ total }) => total.percent),
  )
  const areas = rows.filter(({ isArea, key }) => isArea && key !== 'whole')
  const titles = years.map(({ year }) => String(year))
  const yearTable = (
    <DataTable
      caption={words.yearsTitle(unit.name)}
      columns={yearColumns(unit.id)}
      rows={years}
      keyOf={({ publicationId }) => publicationId}
    />
  )
  const acrossTable = <AcrossTable caption={words.criteriaOverYears} across={across} titles={titles} rows={rows} />
  return (
    <Stack gap="lg">
      {yearTable}
      <Title order={2} size="h3">
        {words.charts}
      </Title>
      <Chart
        title={words.yearsChart}
        option={lines(years, [{ name: words.index, data: years.map(({ total }) => number(total.percent)) }])}
        height={260}
        table={yearTable}
      />
      <Chart
        title={words.areasChart}
        option={lines(
          years,
          areas.map((area) => ({ name: titleOf(area), data: area.cells.map(({ percent }) => number(percent)) })),
        )}
        height={380}
        table={acrossTable}
      />
      <Title order={2} size="h3">
        {words.criteriaOverYears}
      </Title>
      {acrossTable}
      <ExcelButton
        fileName={words.yearsTitle(unit.name)}
        rows={() => [
          [words.criterion, ...titles],
          [words.points, ...years.map(({ total }) => total.points)],
          [words.max, ...years.map(({ total }) => total.appliedMax)],
          [words.rank, ...years.map(({ total }) => total.rank)],
          ...rows.map((row) => [titleOf(row), ...row.cells.map(({ percent }) => percent)]),
        ]}
      />
    </Stack>
  )
}

/** `/ket-qua/don-vi/$unitId`: one unit over the published years. */
export const UnitYearsPage = () => {
  const { unitId = '' } = useParams({ strict: false })
  const call = useCall(seenRoutes.unitYears, { params: { unitId } })
  return (
    <Loaded call={call}>
      {(reply) => (
        <>
          <PageTitle under={<Text span>{words.seriesLead}</Text>}>{words.yearsTitle(reply.unit.name)}</PageTitle>
          {reply.years.length === 0 ? <EmptyState title={words.unitEmpty}>{words.unitEmptyHint}</EmptyState> : <Shown {...reply} />}
        </>
      )}
    </Loaded>
  )
}
