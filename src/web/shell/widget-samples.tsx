import { Button } from '@mantine/core'
import { useState } from 'react'
import { sampleTexts as texts } from '../../language/pages/samples.ts'
import { Chart } from '../widgets/chart.tsx'
import { Confirm } from '../widgets/confirm.tsx'
import { type Column, DataTable } from '../widgets/data-table.tsx'
import { EmptyState } from '../widgets/empty-state.tsx'
import { ErrorState } from '../widgets/error-state.tsx'
import { Points } from '../widgets/figures.tsx'
import { FileDrop } from '../widgets/file-drop.tsx'
import { Loading } from '../widgets/loading.tsx'

type Area = (typeof texts.areas)[number]

const columns: readonly Column<Area>[] = [
  { key: 'code', title: texts.columns.code, width: 60, cell: ({ code }) => code },
  { key: 'name', title: texts.columns.name, isRowHeader: true, cell: ({ name }) => name },
  { key: 'max', title: texts.columns.max, isFigure: true, width: 120, cell: ({ max }) => <Points value={max} /> },
  { key: 'given', title: texts.columns.given, isFigure: true, width: 120, cell: ({ given }) => <Points value={given} /> },
]

const manyRows = Array.from({ length: 3321 }, (_, index) => index + 1)

const longColumns: readonly Column<number>[] = [
  { key: 'code', title: texts.columns.code, width: 80, cell: (index) => index },
  { key: 'name', title: texts.columns.name, isRowHeader: true, cell: texts.unit },
  { key: 'given', title: texts.columns.given, isFigure: true, width: 120, cell: (index) => <Points value={String((index * 7) % 100)} /> },
]

const refused = {
  ok: false,
  status: 500,
  problems: [{ code: 'unexpected', at: '', severity: 'error', message: texts.serverFailed }],
  requestId: '7f1c-44aa',
} as const

const bars = {
  xAxis: {
    type: 'category' as const,
    data: texts.areas.map(({ name }) => name),
    axisLabel: { interval: 0, width: 120, overflow: 'break' as const },
  },
  yAxis: { type: 'value' as const, max: 100 },
  series: [
    { type: 'bar' as const, name: texts.chartSeries, data: texts.areas.map(({ max, given }) => (100 * Number(given ?? 0)) / Number(max)) },
  ],
}

export const StateSamples = () => (
  <>
    <EmptyState title={texts.empty.title} action={<Button>{texts.empty.act}</Button>}>
      {texts.empty.text}
    </EmptyState>
    <Loading />
    <ErrorState refused={refused} onAgain={() => undefined} />
  </>
)

export const DialogSample = () => {
  const [isOpen, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  return (
    <div>
      <Button variant="default" onClick={() => setOpen(true)}>
        {texts.dialogTitle}
      </Button>
      <Confirm isOpen={isOpen} title={texts.dialogTitle} act={texts.dialogTitle} onAct={close} onClose={close}>
        {texts.dialogText}
      </Confirm>
    </div>
  )
}

export const TableSamples = () => (
  <>
    <DataTable caption={texts.tableCaption} columns={columns} rows={texts.areas} keyOf={({ code }) => code} />
    <DataTable caption={texts.longTable} columns={longColumns} rows={manyRows} keyOf={String} isLong />
  </>
)

export const FileSample = () => (
  <FileDrop label={texts.fileLabel} accept={['.docx', '.xlsx', '.pdf']} maxBytes={20 * 1024 * 1024} onFile={() => undefined} />
)

export const ChartSample = () => (
  <Chart
    title={texts.chart}
    option={bars}
    table={<DataTable caption={texts.tableCaption} columns={columns} rows={texts.areas} keyOf={({ code }) => code} />}
  />
)
