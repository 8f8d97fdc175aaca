import { Stack, Title } from '@mantine/core'
import { type Points as ExactPoints, parsePoints, pointsText, zeroPoints } from '../../core/exact/points.ts'
import { compareTargets, sumComparisons, type TargetComparison } from '../../core/improvement/compare-targets.ts'
import { targetRowsOf } from '../../core/improvement/plan.ts'
import { nodeId, type NodeId } from '../../core/ids.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { Points } from '../../web/widgets/figures.tsx'
import type { PlanView } from './contract.ts'

const words = improvementWords.targets

interface Line {
  readonly name: string
  readonly sums: Pick<TargetComparison, 'target' | 'reached' | 'gap'>
}

const figure = (points: ExactPoints) => <Points value={pointsText(points)} />

const Comparison = ({ caption, lines }: { readonly caption: string; readonly lines: readonly Line[] }) => (
  <DataTable
    caption={caption}
    isTableOnPhone
    columns={[
      { key: 'name', title: words.task, isRowHeader: true, cell: ({ name }) => name },
      { key: 'target', title: words.goalPoints, isFigure: true, width: 90, cell: ({ sums }) => figure(sums.target) },
      { key: 'reached', title: improvementWords.losses.points, isFigure: true, width: 80, cell: ({ sums }) => figure(sums.reached) },
      { key: 'gap', title: words.gap, isFigure: true, width: 100, cell: ({ sums }) => figure(sums.gap) },
    ]}
    rows={lines}
    keyOf={({ name }) => name}
  />
)

const linesOf = ({ plan }: PlanView, rows: readonly TargetComparison[]): readonly Line[] => {
  const units = [...new Set(plan.tasks.flatMap(({ leadUnit }) => leadUnit ?? []))]
  const leavesOf = (unit: string) => new Set<string>(plan.tasks.flatMap(({ leadUnit, leaves }) => (leadUnit === unit ? leaves : [])))
  return [
    { name: words.total, sums: sumComparisons(rows) },
    ...plan.areas.map(({ id, name }) => ({ name, sums: sumComparisons(rows.filter(({ area }) => area === id)) })),
    ...units.map((unit) => ({ name: unit, sums: sumComparisons(rows.filter(({ leaf }) => leavesOf(unit).has(leaf))) })),
  ]
}

/** What the targets came to, once the result of their year is there: total, areas, lead units, and the rows that fell short. */
export const ReachedPanel = ({ view }: { readonly view: PlanView }) => (
  <Stack gap="xl">
    {view.plan.targetYears.every((year) => view.reached[String(year)] === undefined) && (
      <EmptyState title={words.notReached}>{words.notReachedHint}</EmptyState>
    )}
    {view.plan.targetYears.map((year) => {
      const points = view.reached[String(year)]
      if (!points) return null
      const reached = new Map<NodeId, ExactPoints>(
        Object.entries(points).map(([leaf, text]) => [nodeId(leaf), parsePoints(text) ?? zeroPoints]),
      )
      const rows = compareTargets(targetRowsOf(view.plan), year, reached)
      const names = new Map<string, string>(view.plan.targets.map(({ leaf, code, name }) => [leaf, `${code} ${name}`.trim()]))
      return (
        <Stack key={year} gap="sm" component="section">
          <Title order={2} size="h3">
            {words.comparison(year)}
          </Title>
          <Comparison caption={words.byArea} lines={linesOf(view, rows)} />
          <Comparison
            caption={words.gap}
            lines={rows.filter(({ gap }) => gap < 0).map((row) => ({ name: names.get(row.leaf) ?? row.leaf, sums: row }))}
          />
        </Stack>
      )
    })}
  </Stack>
)
