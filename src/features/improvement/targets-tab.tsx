import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Points as ExactPoints, parsePoints, pointsText } from '../../core/exact/points.ts'
import { targetRowsOf } from '../../core/improvement/plan.ts'
import { sumTargets } from '../../core/improvement/targets.ts'
import { formatFigure } from '../../language/format.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import { type Column, DataTable } from '../../web/widgets/data-table.tsx'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { Points } from '../../web/widgets/figures.tsx'
import { CheapestTasks } from './cheapest-tasks.tsx'
import { ChooseOne } from './choose-one.tsx'
import type { PlanView } from './contract.ts'
import { Doubts } from './doubts.tsx'
import { FieldPanel } from './field-panel.tsx'
import { Goals } from './goals.tsx'
import { changesOf, type Entry, usePlanParts } from './plan-context.ts'
import { ReachedPanel } from './reached-panel.tsx'
import { Sections } from './sections.tsx'

const words = improvementWords.targets
type TargetRow = Entry<'targets'>
type Typed = Readonly<Record<string, string>>

const cellKey = (leaf: string, year: number): string => `${leaf}\t${year}`

/** The rows as they would be saved: typed cells over stored ones; what is no figure goes as typed and is refused by name. */
const typedRows = (rows: readonly TargetRow[], years: readonly number[], typed: Typed): TargetRow[] =>
  rows.map((row) => ({
    ...row,
    targets: Object.fromEntries(
      years.flatMap((year): [string, string][] => {
        const text = typed[cellKey(row.leaf, year)] ?? row.targets[String(year)] ?? ''
        const points = parsePoints(text)
        return text.trim() === '' ? [] : [[String(year), points === undefined ? text : pointsText(points)]]
      }),
    ),
  }))

const yearsOf = (text: string): readonly number[] | undefined => {
  const years = text
    .split(/[,; ]+/)
    .filter(Boolean)
    .map(Number)
  return years.length >= 1 && years.length <= 3 && years.every((year) => Number.isInteger(year) && year >= 2000 && year <= 2100)
    ? years
    : undefined
}

const isTotal = (row: TargetRow): boolean => row.leaf === ''

const Roadmap = ({ view }: { readonly view: PlanView }) => {
  const { plan } = view
  const mayChange = changesOf(view).plan
  const [area, chooseArea] = useState(plan.targets.length > 30 ? (plan.areas[0]?.id ?? '') : '')
  const [typed, setTyped] = useState<Typed>({})
  const [yearText, setYearText] = useState(plan.targetYears.join(', '))
  const { save, isRunning, refused } = usePlanParts(view)
  const years = yearsOf(yearText)
  const shown = years ?? plan.targetYears
  const rows = typedRows(plan.targets, shown, typed)
  const sums = sumTargets(targetRowsOf({ ...plan, targets: rows }), shown)
  const keep = async (): Promise<void> => {
    if (years && (await save({ targets: rows, targetYears: [...years] }))) setTyped({})
  }
  const leads = (leaf: string): string =>
    [...new Set(plan.tasks.flatMap((task) => (task.leaves.includes(leaf) ? (task.leadUnit ?? []) : [])))].join(', ')
  const yearColumn = (year: number): Column<TargetRow> => ({
    key: String(year),
    title: words.year(year),
    isFigure: true,
    width: 110,
    cell: (row) => {
      if (isTotal(row))
        return (
          <strong>
            <Points value={pointsText(sums.targets.get(year) as ExactPoints)} />
          </strong>
        )
      const stored = row.targets[String(year)]
      if (!mayChange) return <Points value={stored} />
      return (
        <TextInput
          size="xs"
          inputMode="decimal"
          aria-label={words.cellOf(row.name, year)}
          value={typed[cellKey(row.leaf, year)] ?? (stored === undefined ? '' : formatFigure(stored))}
          onChange={(event) => setTyped({ ...typed, [cellKey(row.leaf, year)]: event.currentTarget.value })}
        />
      )
    },
  })
  const total = {
    leaf: '',
    code: '',
    name: words.total,
    area: '',
    source: 'appraised',
    headings: [],
    maxPoints: pointsText(sums.maxPoints),
    result: pointsText(sums.result),
    targets: {},
  } satisfies TargetRow
  const columns: readonly Column<TargetRow>[] = [
    { key: 'code', title: words.code, width: 80, cell: ({ code }) => code },
    { key: 'name', title: words.task, isRowHeader: true, cell: (row) => (isTotal(row) ? <strong>{row.name}</strong> : row.name) },
    { key: 'leads', title: words.leads, width: 150, cell: ({ leaf }) => leads(leaf) },
    { key: 'max', title: words.max, isFigure: true, width: 80, cell: ({ maxPoints }) => <Points value={maxPoints} /> },
    { key: 'result', title: words.result(plan.year), isFigure: true, width: 100, cell: ({ result }) => <Points value={result} /> },
    ...shown.map(yearColumn),
  ]
  return (
    <Stack gap="sm" component="section">
      {mayChange && (
        <Group align="flex-end">
          <TextInput
            label={words.years}
            description={words.yearsHint}
            value={yearText}
            onChange={(event) => setYearText(event.currentTarget.value)}
            error={years ? undefined : words.badYears}
          />
          <Button onClick={() => void keep()} loading={isRunning} disabled={!years}>
            {words.save}
          </Button>
        </Group>
      )}
      {refused && <ErrorState refused={refused} />}
      <ChooseOne
        label={improvementWords.tasks.area}
        choices={plan.areas.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}`.trim() }))}
        value={area}
        onChoose={chooseArea}
      />
      <DataTable
        caption={words.caption(plan.year)}
        columns={columns}
        rows={[...rows.filter((row) => area === '' || row.area === area), total]}
        keyOf={({ leaf }) => leaf}
      />
      {shown.map((year) => (
        <Text key={year} c="gray.7">
          {words.survey(year, formatFigure(pointsText(sums.bySurvey.get(year) as ExactPoints)))}
        </Text>
      ))}
    </Stack>
  )
}

const GoalPanels = ({ view }: { readonly view: PlanView }) => (
  <Stack gap="xl">
    <Goals view={view} />
    <FieldPanel view={view} />
    <CheapestTasks view={view} />
  </Stack>
)

/** The roadmap with its goals, what a place needs, the cheapest way there, and what the targets came to. */
export const TargetsTab = ({ view }: { readonly view: PlanView }) => (
  <Stack gap="xl">
    <Text c="gray.7">{words.lead}</Text>
    <Doubts view={view} codes={['targetAboveMax', 'targetBelowResult', 'goalAboveParts', 'belowPoints', 'outOfRange']} />
    <Sections
      sections={[
        { address: 'muc-tieu', label: words.sections.goals, body: <GoalPanels view={view} /> },
        { address: 'lo-trinh', label: words.sections.roadmap, body: <Roadmap view={view} /> },
        { address: 'ket-qua', label: words.sections.reached, body: <ReachedPanel view={view} /> },
      ]}
    />
  </Stack>
)
