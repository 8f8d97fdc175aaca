import { Stack, Text, Title } from '@mantine/core'
import { formatFigure } from '../../../language/format.ts'
import { calibrationTexts as texts } from '../../../language/pages/calibration.ts'
import { Chart } from '../../../web/widgets/chart.tsx'
import { type Column, DataTable } from '../../../web/widgets/data-table.tsx'
import { EmptyState } from '../../../web/widgets/empty-state.tsx'
import { Points } from '../../../web/widgets/figures.tsx'
import type { Calibration, Differences } from './contract.ts'

type Person = Differences['people'][number]
type Leaf = Differences['leaves'][number]

const signed = (figure: string): string =>
  `${figure.startsWith('-') ? '' : '+'}${formatFigure(figure)}`.replace('-', '−').replace('+0,00', '0,00')

/** Pixels for the names beside the bars: enough on a desk, not too much on a phone. */
const nameWidth = 110

const chartOf = (people: readonly Person[]) => ({
  grid: { left: nameWidth + 16, right: 40, top: 8, bottom: 32 },
  tooltip: {},
  xAxis: { type: 'value' as const, axisLabel: { formatter: (value: number) => formatFigure(String(value)) } },
  yAxis: {
    type: 'category' as const,
    inverse: true,
    data: people.map(({ person }) => person.name),
    axisLabel: { width: nameWidth, overflow: 'truncate' as const },
  },
  series: [{ type: 'bar' as const, barMaxWidth: 22, data: people.map(({ meanDifference }) => Number(meanDifference ?? 0)) }],
})

interface Props {
  readonly calibration: Calibration
  readonly differences: Differences
}

/** What was given side by side: how well all agree, who gives more or less, and leaf by leaf with those furthest apart at the top. */
export const DifferencesView = ({ calibration, differences: { people, leaves, correlation } }: Props) => (
  <section aria-labelledby="chenh-lech">
    <Stack gap="md">
      <Title order={2} size="h3" id="chenh-lech">
        {texts.differences}
      </Title>
      {leaves.length === 0 ? (
        <EmptyState>{texts.nobodyGave}</EmptyState>
      ) : (
        <>
          <div>
            {correlation ? (
              <>
                <Text fw={600}>{texts.correlation(formatFigure(correlation.value), correlation.people)}</Text>
                <Text>{texts.levels[correlation.level]}</Text>
              </>
            ) : (
              <Text>{texts.noCorrelation}</Text>
            )}
            <Text size="sm" c="gray.7">
              {texts.method}
            </Text>
          </div>
          <Chart
            title={texts.chart}
            option={chartOf(people)}
            height={60 + 36 * people.length}
            table={<People people={people} />}
            isTableBeside
          />
          <Text size="sm" c="gray.7">
            {texts.people.note}
          </Text>
          <Leaves calibration={calibration} people={people} leaves={leaves} />
        </>
      )}
    </Stack>
  </section>
)

const People = ({ people }: { readonly people: readonly Person[] }) => (
  <DataTable
    caption={texts.people.caption}
    rows={people}
    keyOf={({ person }) => person.id}
    columns={[
      { key: 'name', title: texts.people.name, isRowHeader: true, cell: ({ person }) => person.name },
      { key: 'rated', title: texts.people.rated, isFigure: true, cell: ({ rated }) => formatFigure(String(rated)) },
      {
        key: 'difference',
        title: texts.people.meanDifference,
        isFigure: true,
        cell: ({ meanDifference }) => (meanDifference === undefined ? '–' : signed(meanDifference)),
      },
      { key: 'absolute', title: texts.people.meanAbsolute, isFigure: true, cell: ({ meanAbsolute }) => <Points value={meanAbsolute} /> },
      { key: 'same', title: texts.people.same, isFigure: true, cell: ({ same }) => (same === undefined ? '–' : `${formatFigure(same)}%`) },
    ]}
  />
)

interface LeavesProps {
  readonly calibration: Calibration
  readonly people: readonly Person[]
  readonly leaves: readonly Leaf[]
}

/** One column for each person, as long as they fit; what each noted stands under the points. */
const Leaves = ({ calibration, people, leaves }: LeavesProps) => {
  const known = new Map(calibration.leaves.map((leaf) => [`${leaf.unit.id} ${leaf.nodeId}`, leaf]))
  const leafOf = ({ unitId, nodeId }: Leaf) => known.get(`${unitId} ${nodeId}`)
  const columns: readonly Column<Leaf>[] = [
    { key: 'leaf', title: texts.sheet.leaf, isRowHeader: true, cell: (leaf) => `${leafOf(leaf)?.code ?? ''} ${leafOf(leaf)?.name ?? ''}` },
    { key: 'unit', title: texts.sheet.unit, cell: (leaf) => leafOf(leaf)?.unit.name },
    { key: 'max', title: texts.sheet.max, isFigure: true, cell: (leaf) => <Points value={leafOf(leaf)?.maxPoints} /> },
    { key: 'claimed', title: texts.sheet.claimed, isFigure: true, cell: (leaf) => <Points value={leafOf(leaf)?.claimed} /> },
    { key: 'least', title: texts.leaves.least, isFigure: true, cell: ({ least }) => <Points value={least} /> },
    { key: 'most', title: texts.leaves.most, isFigure: true, cell: ({ most }) => <Points value={most} /> },
    { key: 'mean', title: texts.leaves.mean, isFigure: true, cell: ({ mean }) => <Points value={mean} /> },
    ...people.map(
      ({ person }): Column<Leaf> => ({
        key: person.id,
        title: person.name,
        isFigure: true,
        cell: ({ given }) => {
          const own = given.find(({ personId }) => personId === person.id)
          return (
            <>
              <Points value={own?.points} />
              {own?.note && (
                <Text size="xs" c="gray.7" ta="left">
                  {own.note}
                </Text>
              )}
            </>
          )
        },
      }),
    ),
  ]
  return <DataTable caption={texts.leaves.caption} rows={leaves} keyOf={({ unitId, nodeId }) => `${unitId} ${nodeId}`} columns={columns} />
}
