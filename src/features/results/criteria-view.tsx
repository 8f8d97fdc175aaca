import { Anchor, Group, Stack, Text, Title } from '@mantine/core'
import { formatFigure, roundText } from '../../language/format.ts'
import { seenWords as words } from '../../language/pages/seen-results.ts'
import { Chart } from '../../web/widgets/chart.tsx'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { Points } from '../../web/widgets/figures.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import type { Basis } from './shapes.ts'
import { CriterionView } from './criterion-view.tsx'
import { ExcelButton } from './excel-button.tsx'
import { type Criteria, type CriterionRow, seenRoutes } from './seen-contract.ts'
import { useNameWidth } from './use-name-width.ts'
import { ViewButtons } from './view-buttons.tsx'

interface Props {
  readonly basis: Basis
  readonly cycleId: string
  readonly group: string
}

const drawnAtMost = 12

const comma = ({ value }: { readonly value?: unknown }): string => formatFigure(roundText(String(value), 2))

const byLost = (a: CriterionRow, b: CriterionRow): number => Number(b.lost) - Number(a.lost)

const columnsOf = (rows: readonly CriterionRow[], onOpen: (id: string) => void): readonly Column<CriterionRow>[] => {
  const figure = (key: 'full' | 'between' | 'zero' | 'notApplicable' | 'missing'): Column<CriterionRow> => ({
    key,
    title: words[key],
    isFigure: true,
    width: 84,
    cell: (row) => formatFigure(String(row[key])),
  })
  return [
    { key: 'code', title: words.code, width: 72, cell: ({ code }) => code },
    {
      key: 'name',
      title: words.criterion,
      isRowHeader: true,
      cell: ({ id, name }) => (
        <Anchor component="button" type="button" ta="left" onClick={() => onOpen(id)}>
          {name}
        </Anchor>
      ),
    },
    { key: 'max', title: words.maxPoints, isFigure: true, width: 84, cell: ({ maxPoints }) => <Points value={maxPoints} /> },
    figure('full'),
    figure('between'),
    figure('zero'),
    figure('notApplicable'),
    ...(rows.some(({ missing }) => missing > 0) ? [figure('missing')] : []),
    ...(rows.some(({ claims }) => claims)
      ? [{ key: 'lowered', title: words.lowered, isFigure: true, width: 72, cell: ({ claims }: CriterionRow) => claims?.lowered ?? '' }]
      : []),
    { key: 'lost', title: words.lost, isFigure: true, width: 90, cell: ({ lost }) => <Points value={lost} decimals={2} /> },
  ]
}

const lostChart = (rows: readonly CriterionRow[], nameWidth: number) => {
  const most = rows
    .toSorted(byLost)
    .slice(0, drawnAtMost)
    .filter(({ lost }) => Number(lost) > 0)
    .toReversed()
  return {
    grid: { left: nameWidth + 16, right: 56, top: 8, bottom: 24 },
    tooltip: {},
    xAxis: { type: 'value' as const },
    yAxis: {
      type: 'category' as const,
      data: most.map(({ code, name }) => `${code} ${name}`),
      axisLabel: { width: nameWidth, overflow: 'truncate' as const },
    },
    series: [
      {
        type: 'bar' as const,
        data: most.map(({ lost }) => Number(lost)),
        label: { show: true, position: 'right' as const, formatter: comma },
      },
    ],
  }
}

const sheetRows = ({ rows }: Criteria) => [
  [
    words.area,
    words.code,
    words.criterion,
    words.maxPoints,
    words.full,
    words.between,
    words.zero,
    words.notApplicable,
    words.missing,
    words.lost,
    words.claimed,
    words.given,
    words.lowered,
  ],
  ...rows.map((row) => [
    row.area,
    row.code,
    row.name,
    row.maxPoints,
    row.full,
    row.between,
    row.zero,
    row.notApplicable,
    row.missing,
    row.lost,
    row.claims?.claimed,
    row.claims?.given,
    row.claims?.lowered,
  ]),
]

const Table = ({ criteria, onOpen }: { readonly criteria: Criteria; readonly onOpen: (id: string) => void }) => {
  const [order, setOrder] = useAddress('thu-tu')
  const nameWidth = useNameWidth(224)
  const rows = order === 'mat-diem' ? criteria.rows.toSorted(byLost) : criteria.rows
  const table = <DataTable caption={words.criteria} columns={columnsOf(criteria.rows, onOpen)} rows={rows} keyOf={({ id }) => id} />
  return (
    <Stack gap="md">
      <Text>{words.criteriaLead(criteria.units)}</Text>
      <Chart
        title={words.lostChart}
        option={lostChart(criteria.rows, nameWidth)}
        height={380}
        table={
          <DataTable
            caption={words.lostChart}
            columns={columnsOf(criteria.rows, onOpen)}
            rows={criteria.rows.toSorted(byLost).slice(0, drawnAtMost)}
            keyOf={({ id }) => id}
          />
        }
      />
      <Group justify="space-between" className="no-print">
        <ViewButtons
          views={[
            { value: '', label: words.sortDecision },
            { value: 'mat-diem', label: words.sortLost },
          ]}
          value={order}
          onChange={setOrder}
        />
        <ExcelButton
          cycleTitle={criteria.cycle.title}
          fileName={`${words.criteriaSheet} ${criteria.cycle.year}`}
          rows={() => sheetRows(criteria)}
        />
      </Group>
      {table}
    </Stack>
  )
}

/** Every criterion across the units, or one of them unit by unit. */
export const CriteriaView = ({ basis, cycleId, group }: Props) => {
  const [node, setNode] = useAddress('tc')
  const isPublished = basis.kind === 'published'
  const publicationId = isPublished ? basis.publicationId : ''
  const published = useCall(seenRoutes.criteria, { params: { publicationId }, query: { group } }, { when: isPublished })
  const live = useCall(seenRoutes.liveCriteria, { params: { cycleId }, query: { group } }, { when: !isPublished })
  if (node !== '') return <CriterionView basis={basis} cycleId={cycleId} group={group} node={node} onBack={() => setNode('')} />
  return (
    <section>
      <Title order={2} size="h3">
        {words.criteria}
      </Title>
      <Loaded call={isPublished ? published : live}>{(criteria) => <Table criteria={criteria} onOpen={setNode} />}</Loaded>
    </section>
  )
}
