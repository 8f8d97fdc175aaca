import { Button, Stack, Text, Title } from '@mantine/core'
import { formatFigure } from '../../language/format.ts'
import { seenWords as words } from '../../language/pages/seen-results.ts'
import { Chart } from '../../web/widgets/chart.tsx'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { Points } from '../../web/widgets/figures.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { useCall } from '../../web/widgets/use-call.ts'
import type { Basis } from './shapes.ts'
import { ExcelButton } from './excel-button.tsx'
import { type Criterion, seenRoutes } from './seen-contract.ts'

type UnitRow = Criterion['units'][number]

const Standing = ({ of }: { readonly of: UnitRow['claimed'] }) => {
  if (!of) return null
  return of.points === undefined ? words.status[of.status] : <Points value={of.points} decimals={2} />
}

const columnsOf = (units: readonly UnitRow[]): readonly Column<UnitRow>[] => [
  { key: 'unit', title: words.unit, isRowHeader: true, cell: ({ unit }) => unit.name },
  ...(units.some(({ claimed }) => claimed)
    ? [{ key: 'claimed', title: words.claimed, isFigure: true, width: 130, cell: ({ claimed }: UnitRow) => <Standing of={claimed} /> }]
    : []),
  { key: 'given', title: words.given, isFigure: true, width: 130, cell: ({ given }) => <Standing of={given} /> },
  ...(units.some(({ reason }) => reason) ? [{ key: 'reason', title: words.reason, cell: ({ reason }: UnitRow) => reason }] : []),
]

const barsOf = ({ row }: Criterion) => {
  const names = ['full', 'between', 'zero', 'notApplicable', 'missing'] as const
  return {
    grid: { left: 48, right: 16, top: 24, bottom: 32 },
    tooltip: {},
    xAxis: { type: 'category' as const, data: names.map((name) => words[name]) },
    yAxis: { type: 'value' as const, minInterval: 1 },
    series: [{ type: 'bar' as const, data: names.map((name) => row[name]), label: { show: true, position: 'top' as const } }],
  }
}

const Units = ({ criterion }: { readonly criterion: Criterion }) => {
  const { row, units } = criterion
  const table = (
    <DataTable
      caption={`${row.code} ${row.name}`.trim()}
      columns={columnsOf(units)}
      rows={units}
      keyOf={({ unit }) => unit.id}
      isLong={units.length > 200}
    />
  )
  return (
    <Stack gap="md">
      <Title order={2} size="h3">
        {row.code} {row.name}
      </Title>
      <Text>
        {words.maxPoints}: {formatFigure(row.maxPoints)}. {words.counts(row.full, row.between, row.zero)}{' '}
        {row.claims && words.claimsLine(row.claims.claimed, row.claims.given, row.claims.lowered, row.claims.raised)}
      </Text>
      <Chart title={words.criteria} option={barsOf(criterion)} height={260} table={table} />
      <ExcelButton
        cycleTitle={criterion.cycle.title}
        fileName={`${row.code} ${row.name}`.slice(0, 80)}
        rows={() => [
          [words.unit, words.claimed, words.given, words.reason],
          ...units.map(({ unit, claimed, given, reason }) => [
            unit.name,
            claimed && (claimed.points ?? words.status[claimed.status]),
            given.points ?? words.status[given.status],
            reason,
          ]),
        ]}
      />
      {table}
    </Stack>
  )
}

interface Props {
  readonly basis: Basis
  readonly cycleId: string
  readonly group: string
  readonly node: string
  readonly onBack: () => void
}

/** One criterion, unit by unit: who has the maximum, who lost and why. */
export const CriterionView = ({ basis, cycleId, group, node, onBack }: Props) => {
  const isPublished = basis.kind === 'published'
  const publicationId = isPublished ? basis.publicationId : ''
  const published = useCall(seenRoutes.criterion, { params: { publicationId }, query: { group, node } }, { when: isPublished })
  const live = useCall(seenRoutes.liveCriterion, { params: { cycleId }, query: { group, node } }, { when: !isPublished })
  return (
    <section>
      <Button variant="default" size="xs" mb="sm" className="no-print" onClick={onBack}>
        {words.allCriteria}
      </Button>
      <Loaded call={isPublished ? published : live}>{(criterion) => <Units criterion={criterion} />}</Loaded>
    </section>
  )
}
