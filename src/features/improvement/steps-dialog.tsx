import { Button, Fieldset, Group, Modal, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { improvementWords } from '../../language/pages/improvement.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { DateField } from '../../web/widgets/date-field.tsx'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { useChange } from '../../web/widgets/use-call.ts'
import { improvementRoutes, type PlanView } from './contract.ts'
import type { StepsBody } from './follow-contract.ts'
import type { Entry } from './plan-context.ts'

const words = improvementWords.steps

/** A step as it is typed: empty where nothing was filled in. */
interface TypedStep {
  readonly text: string
  readonly person: string
  readonly until: string
  readonly doneOn: string
}

const nothing: TypedStep = { text: '', person: '', until: '', doneOn: '' }
const typedOf = ({ text, person = '', until = '', doneOn = '' }: Entry<'steps'>): TypedStep => ({ text, person, until, doneOn })

const bodyOf = (taskId: string, steps: readonly TypedStep[]): StepsBody => ({
  taskId,
  steps: steps
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, person, until, doneOn }) => ({
      text,
      ...(person.trim() !== '' && { person }),
      ...(until !== '' && { until }),
      ...(doneOn !== '' && { doneOn }),
    })),
})

interface FieldsProps {
  readonly step: TypedStep
  readonly at: number
  readonly onChange: (step: TypedStep) => void
  readonly onRemove: () => void
}

const StepFields = ({ step, at, onChange, onRemove }: FieldsProps) => (
  <Fieldset legend={words.step(at + 1)}>
    <Stack gap="xs">
      <Textarea
        label={words.text}
        autosize
        minRows={1}
        value={step.text}
        onChange={(event) => onChange({ ...step, text: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput
          label={words.person}
          value={step.person}
          onChange={(event) => onChange({ ...step, person: event.currentTarget.value })}
        />
        <DateField label={words.deadline} value={step.until} onChange={(until) => onChange({ ...step, until })} />
        <DateField label={words.doneOn} value={step.doneOn} onChange={(doneOn) => onChange({ ...step, doneOn })} />
      </SimpleGrid>
      <Group>
        <Button size="compact-sm" variant="subtle" color="red" onClick={onRemove}>
          {words.remove(at + 1)}
        </Button>
      </Group>
    </Stack>
  </Fieldset>
)

/** The steps of one task, written by whoever works on it. */
export const StepsDialog = ({
  view,
  task,
  onClose,
}: {
  readonly view: PlanView
  readonly task: Entry<'tasks'>
  readonly onClose: () => void
}) => {
  const stored = view.plan.steps.filter((step) => step.task === task.id).map(typedOf)
  const [steps, setSteps] = useState<readonly TypedStep[]>(stored.length === 0 ? [nothing] : stored)
  const change = useChange(improvementRoutes.steps)
  const keep = async (): Promise<void> => {
    const params = { unitId: view.unit.id, planId: view.id }
    if ((await change.run({ params, body: bodyOf(task.id, steps), ifMatch: view.version })).ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={words.edit} size="lg" closeButtonProps={{ 'aria-label': widgetTexts.close }}>
      <Stack gap="md">
        <Text fw={600}>{task.title}</Text>
        {steps.map((step, at) => (
          <StepFields
            // Steps have no id of their own while they are typed; their place is what they are known by.
            key={String(at)}
            step={step}
            at={at}
            onChange={(next) => setSteps(steps.map((each, other) => (other === at ? next : each)))}
            onRemove={() => setSteps(steps.filter((_, other) => other !== at))}
          />
        ))}
        <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setSteps([...steps, nothing])}>
          {words.add}
        </Button>
        {change.refused && <ErrorState refused={change.refused} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {widgetTexts.cancel}
          </Button>
          <Button onClick={() => void keep()} loading={change.isRunning}>
            {improvementWords.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
