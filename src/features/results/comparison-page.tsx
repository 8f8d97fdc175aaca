import { Button, Group, Select, Stack, Title } from '@mantine/core'
import { useState } from 'react'
import { seenWords as words } from '../../language/pages/seen-results.ts'
import { Chart } from '../../web/widgets/chart.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { PageTitle } from '../../web/widgets/page-title.tsx'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import type { Across } from './across-shapes.ts'
import { type AcrossRow, AcrossTable, rowsOf } from './across-table.tsx'
import type { SheetReply } from './shapes.ts'
import { ExcelButton } from './excel-button.tsx'
import { comparedAtMost, type Series, seenRoutes } from './seen-contract.ts'

const nameOf = ({ unit, cycle }: SheetReply): string => `${unit.name} (${cycle.year})`

const titleOf = ({ code, name }: AcrossRow): string => `${code} ${name}`.trim()

const barsOf = (sheets: readonly SheetReply[], lines: readonly AcrossRow[]) => {
  const shown = lines.filter(({ isArea }) => isArea)
  return {
    grid: { left: 48, right: 16, top: 16, bottom: 96 },
    tooltip: { trigger: 'axis' as const },
    legend: { bottom: 0 },
    xAxis: {
      type: 'category' as const,
      data: shown.map(titleOf),
      axisLabel: { width: 110, overflow: 'break' as const, interval: 0 },
    },
    yAxis: { type: 'value' as const, max: 100 },
    series: sheets.map((sheet, at) => ({
      type: 'bar' as const,
      name: nameOf(sheet),
      data: shown.map(({ cells }) => Math.round(Number(cells[at]?.percent ?? 0) * 100) / 100),
    })),
  }
}

const Shown = ({
  sheets,
  across,
  onRemove,
}: {
  readonly sheets: readonly SheetReply[]
  readonly across: Across
  readonly onRemove: (at: number) => void
}) => {
  const lines = rowsOf(
    across,
    sheets.map(({ given }) => given?.percent),
  )
  const table = <AcrossTable caption={words.comparisonTable} across={across} titles={sheets.map(nameOf)} rows={lines} />
  return (
    <Stack gap="md">
      <Group gap="xs" className="no-print">
        {sheets.map((sheet, at) => (
          <Button key={`${nameOf(sheet)} ${at}`} size="xs" variant="default" onClick={() => onRemove(at)}>
            {words.removeColumn(nameOf(sheet))}
          </Button>
        ))}
      </Group>
      <Title order={2} size="h3">
        {words.charts}
      </Title>
      <Chart title={words.comparison} option={barsOf(sheets, lines)} height={400} table={table} />
      <ExcelButton
        fileName={words.comparison}
        rows={() => [
          [words.criterion, ...sheets.map(nameOf)],
          ...lines.map((line) => [titleOf(line), ...line.cells.map(({ percent }) => percent)]),
        ]}
      />
      {table}
    </Stack>
  )
}

const Picker = ({
  series,
  onAdd,
  isFull,
}: {
  readonly series: Series
  readonly onAdd: (column: string) => void
  readonly isFull: boolean
}) => {
  const [year, setYear] = useState<string | null>(series.years.at(-1)?.publicationId ?? null)
  const [unit, setUnit] = useState<string | null>(null)
  return (
    <Group gap="sm" align="flex-end" className="no-print">
      <Select
        label={words.year}
        data={series.years.map(({ publicationId, year: name }) => ({ value: publicationId, label: String(name) }))}
        value={year}
        onChange={setYear}
        allowDeselect={false}
        w={110}
      />
      <Select
        label={words.unit}
        data={series.units.map((each) => ({ value: each.unit.id, label: each.unit.name }))}
        value={unit}
        onChange={setUnit}
        searchable
        limit={50}
        w={300}
      />
      <Button disabled={!year || !unit || isFull} onClick={() => onAdd(`${year}~${unit}`)}>
        {words.addColumn}
      </Button>
    </Group>
  )
}

/** `/ket-qua/so-sanh`: any units and years side by side; the choice stands in the address, so that it can be shared. */
export const ComparisonPage = () => {
  const [group] = useAddress('nhom')
  const [chosen, setChosen] = useAddress('cot')
  const columns = chosen === '' ? [] : chosen.split(',')
  const series = useCall(seenRoutes.series, { query: { ...(group && { group }) } })
  const call = useCall(seenRoutes.comparison, { query: { columns: chosen } }, { when: columns.length > 0 })
  const choose = (wanted: readonly string[]): void => setChosen(wanted.join(','))
  return (
    <>
      <PageTitle under={words.comparisonLead}>{words.comparison}</PageTitle>
      <Stack gap="md">
        <Loaded call={series}>
          {(reply) => <Picker series={reply} onAdd={(column) => choose([...columns, column])} isFull={columns.length >= comparedAtMost} />}
        </Loaded>
        {columns.length === 0 ? (
          <EmptyState title={words.comparisonEmpty}>{words.comparisonEmptyHint}</EmptyState>
        ) : (
          <Loaded call={call}>
            {({ sheets, across }) => <Shown sheets={sheets} across={across} onRemove={(at) => choose(columns.toSpliced(at, 1))} />}
          </Loaded>
        )}
      </Stack>
    </>
  )
}
