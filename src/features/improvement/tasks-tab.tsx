import { Badge, List, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { readTimeWindow } from '../../core/document/time-window.ts'
import { formatDate, formatFigure } from '../../language/format.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import { useState } from 'react'
import { ChooseOne } from './choose-one.tsx'
import type { PlanView } from './contract.ts'
import { Doubts } from './doubts.tsx'
import { type EntryField, listOf, textOf, type Values } from './entry-fields.tsx'
import { EntryList } from './entry-list.tsx'
import { changesOf, divisionNames, type Entry, freshId } from './plan-context.ts'

const words = improvementWords.tasks
type Task = Entry<'tasks'>

const deadlineHint = (values: Values): string => {
  const text = textOf(values, 'deadline').trim()
  if (text === '') return words.deadlineHint
  const window = readTimeWindow(text)
  return window ? words.until(formatDate(window.until)) : words.unread
}

const fieldsOf = (view: PlanView): readonly EntryField[] => {
  const { plan } = view
  const lost = new Set(plan.losses.map(({ leaf }) => leaf))
  const others = plan.targets.filter(({ leaf }) => !lost.has(leaf))
  return [
    { key: 'title', label: words.title, kind: 'long', isRequired: true },
    {
      key: 'area',
      label: words.area,
      kind: 'choice',
      choices: plan.areas.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}`.trim() })),
    },
    {
      key: 'leaves',
      label: words.leaves,
      kind: 'several',
      choices: [...plan.losses, ...others].map(({ leaf, code, name }) => ({ value: leaf, label: `${code} ${name}`.trim() })),
    },
    { key: 'leadUnit', label: words.lead, kind: 'text', suggestions: divisionNames(view) },
    { key: 'coordinatingUnits', label: words.coordinating, kind: 'lines' },
    { key: 'persons', label: words.persons, kind: 'lines' },
    { key: 'product', label: words.product, kind: 'text' },
    { key: 'deadline', label: words.deadline, kind: 'text', hint: deadlineHint },
    { key: 'requirements', label: words.requirements, kind: 'lines' },
    { key: 'budget', label: words.budget, kind: 'money' },
  ]
}

/** What the task would win, leaf by leaf, and what it costs: rows for the leaves that are chosen. */
const EstimateFields = ({
  view,
  values,
  onChange,
}: {
  readonly view: PlanView
  readonly values: Values
  readonly onChange: (values: Values) => void
}) => {
  const chosen = view.plan.losses.filter(({ leaf }) => listOf(values, 'leaves').includes(leaf))
  if (chosen.length === 0) return null
  const input = (key: string, label: string) => (
    <TextInput
      key={key}
      label={label}
      inputMode="decimal"
      value={textOf(values, key)}
      onChange={(event) => onChange({ ...values, [key]: event.currentTarget.value })}
    />
  )
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {chosen.map(({ leaf, code, name, lost }) => input(`gain:${leaf}`, words.gain(code || name, formatFigure(lost))))}
      {input('effort', words.effort)}
      {input('likelihood', words.likelihood)}
    </SimpleGrid>
  )
}

const toValues = ({ estimate, ...task }: Task): Values => ({
  ...(task as unknown as Values),
  ...(estimate && {
    effort: String(estimate.effort),
    likelihood: String(estimate.likelihood),
    ...Object.fromEntries(Object.entries(estimate.gains).map(([leaf, gain]) => [`gain:${leaf}`, formatFigure(gain)])),
  }),
})

const fromValues = (values: Values): object => {
  const gains = listOf(values, 'leaves').flatMap((leaf): [string, string][] => {
    const gain = textOf(values, `gain:${leaf}`).trim().replace(',', '.')
    return gain === '' ? [] : [[leaf, gain]]
  })
  if (gains.length === 0) return { estimate: undefined }
  return {
    estimate: {
      gains: Object.fromEntries(gains),
      effort: Number(textOf(values, 'effort') || '1'),
      likelihood: Number(textOf(values, 'likelihood') || '100'),
    },
  }
}

const estimateText = ({ estimate }: Task): string => {
  if (!estimate) return ''
  const gain = Object.values(estimate.gains).reduce((sum, each) => sum + Math.round(Number(each) * 10_000), 0) / 10_000
  return words.estimateLine(formatFigure(String(gain)), estimate.effort, estimate.likelihood)
}

const budgetOf = ({ plan }: PlanView): bigint => plan.tasks.reduce((sum, { budget }) => sum + BigInt(budget ?? '0'), 0n)

/** Who does what by when, for which losses; both what nothing answers and what answers nothing are told. */
export const TasksTab = ({ view }: { readonly view: PlanView }) => {
  const lost = new Map(view.plan.losses.map((loss) => [loss.leaf, loss]))
  const areas = new Map(view.plan.areas.map(({ id, name }) => [id, name]))
  const names = new Map([...view.plan.targets, ...view.plan.losses].map(({ leaf, code, name }) => [leaf, code || name]))
  const budget = budgetOf(view)
  const units = [...new Set(view.plan.tasks.flatMap(({ leadUnit }) => leadUnit ?? []))]
  const [unit, chooseUnit] = useState('')
  return (
    <Stack gap="lg">
      <Doubts view={view} codes={['lossWithoutTask', 'taskWithoutLoss', 'taskWithout']} />
      {budget > 0n && <Text>{words.budgetTotal(formatFigure(String(budget)))}</Text>}
      {units.length > 1 && (
        <ChooseOne label={words.lead} choices={units.map((name) => ({ value: name, label: name }))} value={unit} onChoose={chooseUnit} />
      )}
      <EntryList
        view={view}
        part="tasks"
        isShown={({ leadUnit }) => unit === '' || leadUnit === unit}
        title={words.caption}
        add={words.add}
        empty={words.empty}
        next={words.emptyHint}
        mayChange={changesOf(view).plan}
        nameOf={({ title }) => title}
        fresh={() => ({ id: freshId('t', view.plan.tasks), state: 'notStarted', share: 0 })}
        fields={fieldsOf(view)}
        toValues={toValues}
        fromValues={fromValues}
        more={(values, onChange) => <EstimateFields view={view} values={values} onChange={onChange} />}
        columns={[
          {
            key: 'title',
            title: words.title,
            isRowHeader: true,
            cell: ({ title, area, leaves }) => (
              <>
                {title}
                <Text size="sm" c="gray.7">
                  {(area && areas.get(area)) || words.general}
                </Text>
                {leaves.some((leaf) => lost.has(leaf)) && <Badge>{words.answersLoss}</Badge>}
              </>
            ),
          },
          { key: 'leaves', title: words.leaves, cell: ({ leaves }) => leaves.map((leaf) => names.get(leaf) ?? leaf).join(', ') },
          {
            key: 'who',
            title: words.lead,
            cell: ({ leadUnit, coordinatingUnits, persons }) => (
              <>
                {leadUnit ?? improvementWords.follow.withoutUnit}
                {coordinatingUnits.length > 0 && <Text size="sm">{`${words.coordinating}: ${coordinatingUnits.join(', ')}`}</Text>}
                {persons.length > 0 && <Text size="sm">{`${words.persons}: ${persons.join(', ')}`}</Text>}
              </>
            ),
          },
          {
            key: 'product',
            title: words.product,
            cell: ({ product, requirements }) => (
              <>
                {product ?? ''}
                {requirements.length > 0 && (
                  <List size="sm">
                    {requirements.map((each) => (
                      <List.Item key={each}>{each}</List.Item>
                    ))}
                  </List>
                )}
              </>
            ),
          },
          {
            key: 'deadline',
            title: words.deadline,
            width: 130,
            cell: ({ deadline, until }) => (
              <>
                {deadline ?? ''}
                {until && <Text size="sm">{words.until(formatDate(until))}</Text>}
              </>
            ),
          },
          { key: 'estimate', title: words.estimate, width: 130, cell: estimateText },
        ]}
      />
    </Stack>
  )
}
