import { Button, Group, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatDate } from '../../language/format.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import { addressOf } from '../../web/widgets/client.ts'
import { DataTable } from '../../web/widgets/data-table.tsx'
import { ChooseOne } from './choose-one.tsx'
import { improvementRoutes, type PlanView } from './contract.ts'
import type { Entry } from './plan-context.ts'
import { StepsDialog } from './steps-dialog.tsx'
import { usePart } from './use-part.tsx'

const words = improvementWords.steps
type Task = Entry<'tasks'>

const stepText = ({ text, person, until, doneOn }: Entry<'steps'>): string =>
  [text, person, until && words.until(formatDate(until)), doneOn && words.done(formatDate(doneOn))].filter(Boolean).join(' · ')

const PaperLinks = ({ view, division }: { readonly view: PlanView; readonly division: string }) => (
  <Group gap="xs" className="no-print">
    <Text>{words.paper}</Text>
    {(['docx', 'pdf'] as const).map((format) => (
      <Button
        key={format}
        component="a"
        size="compact-sm"
        variant="default"
        aria-label={`${words.paper} (${format.toUpperCase()})`}
        href={addressOf(improvementRoutes.paper, {
          params: { unitId: view.unit.id, planId: view.id },
          query: { kind: 'remedialPlan', format, division },
        })}
      >
        {format.toUpperCase()}
      </Button>
    ))}
  </Group>
)

/** The plan of each division out of the plan of the agency: its tasks with the steps that it set itself. */
export const DivisionPlan = ({ view }: { readonly view: PlanView }) => {
  const own = new Set(view.ownTasks)
  const units = [...new Set(view.plan.tasks.flatMap(({ leadUnit }) => leadUnit ?? []))]
  const first = view.mayChange ? '' : (view.plan.tasks.find(({ id }) => own.has(id))?.leadUnit ?? '')
  const [unit, choose] = useState(first)
  const [open, setOpen] = useState<Task>()
  const { shown, more } = usePart(view.plan.tasks.filter(({ leadUnit }) => unit === '' || leadUnit === unit))
  return (
    <Stack gap="md">
      <Text c="gray.7">{words.lead}</Text>
      <ChooseOne label={words.division} choices={units.map((name) => ({ value: name, label: name }))} value={unit} onChoose={choose} />
      {unit !== '' && <PaperLinks view={view} division={unit} />}
      <DataTable
        caption={words.caption}
        isCaptionHidden
        columns={[
          {
            key: 'task',
            title: words.task,
            isRowHeader: true,
            cell: ({ title, leadUnit, until }) => (
              <>
                {title}
                <Text size="sm" c="gray.7">
                  {[leadUnit, until && words.until(formatDate(until))].filter(Boolean).join(' · ')}
                </Text>
              </>
            ),
          },
          {
            key: 'steps',
            title: words.steps,
            cell: ({ id }) => {
              const steps = view.plan.steps.filter(({ task }) => task === id)
              if (steps.length === 0) return words.none
              return (
                <List size="sm" type="ordered">
                  {steps.map((step) => (
                    <List.Item key={step.id}>{stepText(step)}</List.Item>
                  ))}
                </List>
              )
            },
          },
          {
            key: 'act',
            title: improvementWords.acts,
            isScreenOnly: true,
            width: 130,
            cell: (task) =>
              own.has(task.id) &&
              view.stage !== 'closed' && (
                <Button size="compact-sm" variant="subtle" onClick={() => setOpen(task)} aria-label={`${words.edit}: ${task.title}`}>
                  {words.edit}
                </Button>
              ),
          },
        ]}
        rows={shown}
        keyOf={({ id }) => id}
      />
      {more}
      {open && <StepsDialog view={view} task={open} onClose={() => setOpen(undefined)} />}
    </Stack>
  )
}
