import { SimpleGrid, Stack, Text } from '@mantine/core'
import type { Fraction } from '../../core/exact/fraction.ts'
import { parsePoints, pointsText, sumPoints, zeroPoints } from '../../core/exact/points.ts'
import { type AreaLosses, type LossPart, lossesBy, lossesByArea, lossesByDivision } from '../../core/improvement/count-losses.ts'
import type { Cause, Loss } from '../../core/improvement/loss.ts'
import type { PlanFile } from '../../core/improvement/plan-file.ts'
import { nodeId } from '../../core/ids.ts'
import { formatFigure, formatPercent, roundText } from '../../language/format.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import { Chart } from '../../web/widgets/chart.tsx'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { Points } from '../../web/widgets/figures.tsx'

const words = improvementWords.losses

/** A share for the eye: two decimals of a percent. */
export const shareText = ({ n, d }: Fraction): string => formatPercent(String(Number((n * 1_000_000n) / d) / 10_000), 1)

/** Points beside a bar, with a decimal comma. */
const comma = ({ value }: { readonly value?: unknown }): string => formatFigure(roundText(String(value), 2))

const areaTable = (areas: readonly AreaLosses[]) => (
  <DataTable
    caption={words.counts}
    columns={[
      { key: 'area', title: words.area, isRowHeader: true, cell: ({ name }) => name },
      { key: 'leaves', title: words.leaves, isFigure: true, cell: ({ leaves }) => leaves },
      { key: 'max', title: words.atMaximum, isFigure: true, cell: ({ atMaximum }) => atMaximum },
      { key: 'part', title: words.partial, isFigure: true, cell: ({ partial }) => partial },
      { key: 'zero', title: words.atZero, isFigure: true, cell: ({ atZero }) => atZero },
      { key: 'lost', title: words.lost, isFigure: true, cell: ({ lost }) => <Points value={pointsText(lost)} decimals={2} /> },
      { key: 'share', title: words.share, isFigure: true, cell: ({ share }) => shareText(share) },
    ]}
    rows={areas}
    keyOf={({ area }) => area}
  />
)

const bars = (areas: readonly AreaLosses[]) => ({
  grid: { left: 8, right: 40, top: 8, bottom: 24, containLabel: true },
  tooltip: {},
  xAxis: { type: 'value' as const, axisLabel: { formatter: (value: number) => formatFigure(String(value)) } },
  yAxis: {
    type: 'category' as const,
    inverse: true,
    data: areas.map(({ name }) => name),
    axisLabel: { width: 160, overflow: 'truncate' as const },
  },
  series: [
    {
      type: 'bar' as const,
      data: areas.map(({ lost }) => Number(pointsText(lost))),
      label: { show: true, position: 'right' as const, formatter: comma },
    },
  ],
})

const Parts = ({ title, parts }: { readonly title: string; readonly parts: readonly LossPart<string>[] }) =>
  parts.length === 0 ? null : (
    <DataTable
      caption={title}
      isTableOnPhone
      columns={[
        { key: 'key', title: words.part, isRowHeader: true, cell: ({ key }) => key },
        { key: 'lost', title: words.lost, isFigure: true, width: 80, cell: ({ lost }) => <Points value={pointsText(lost)} decimals={2} /> },
        { key: 'share', title: words.share, isFigure: true, width: 80, cell: ({ share }) => shareText(share) },
      ]}
      rows={parts}
      keyOf={({ key }) => key}
    />
  )

interface Props {
  readonly plan: PlanFile
  readonly losses: readonly Loss[]
  readonly causes: readonly Cause[]
  /** Everything lost. */
  readonly whole: string
}

const meanOf = ({ areas }: PlanFile): string => {
  const sum = sumPoints(areas.map(({ points }) => parsePoints(points ?? '') ?? zeroPoints))
  return formatFigure(roundText(String(Number(pointsText(sum)) / Math.max(1, areas.length)), 2))
}

/** The losses in figures, with their picture beside. */
export const LossFigures = ({ plan, losses, causes, whole }: Props) => {
  const areas = lossesByArea(
    plan.areas.map(({ id, name, leaves }) => ({ id: nodeId(id), name, leaves })),
    losses,
  )
  const causeTexts = new Map(causes.map(({ id, text }) => [id, text]))
  const survey = lossesBy(losses, ({ source }) => [source]).find(({ key }) => key === 'survey')
  return (
    <Stack gap="lg">
      {areaTable(areas)}
      <Chart title={words.chart} option={bars(areas)} height={Math.max(220, areas.length * 40)} table={areaTable(areas)} />
      <div>
        <Text>{words.mean(meanOf(plan), plan.areas.length)}</Text>
        <Text>{`${words.lost}: ${formatFigure(whole)}. ${survey ? words.survey(formatFigure(pointsText(survey.lost)), shareText(survey.share)) : words.noSurvey}`}</Text>
      </div>
      <SimpleGrid cols={{ base: 1, md: 3 }}>
        <Parts title={words.byKind} parts={lossesBy(losses, ({ kind }) => [kind ? labelsVi.lossKinds[kind] : words.noKind])} />
        <Parts title={words.byCause} parts={lossesBy(losses, (loss) => loss.causes.map((id) => causeTexts.get(id) ?? id))} />
        <Parts title={words.byDivision} parts={lossesByDivision(losses, causes)} />
      </SimpleGrid>
    </Stack>
  )
}
