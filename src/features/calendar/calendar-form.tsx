import { Alert, Button, Group, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { calendarTexts } from '../../language/pages/calendar.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { DateField } from '../../web/widgets/date-field.tsx'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { type Calendar, calendarRoutes, type WrittenStep } from './contract.ts'
import { newStep, StepFields, stepFaults } from './step-fields.tsx'

interface Props {
  readonly calendar: Calendar
  readonly onClose: () => void
}

const written = ({ from: _from, until: _until, state: _state, ...step }: Calendar['steps'][number]): WrittenStep => step

/** The whole plan to be written; a cycle without one begins with last year's steps, or the usual ones. */
export const CalendarForm = ({ calendar, onClose }: Props) => {
  const isNew = calendar.steps.length === 0
  const proposal = useCall(calendarRoutes.proposal, { params: { cycleId: calendar.cycle.id } }, { when: isNew })
  if (!isNew) return <Form calendar={calendar} steps={calendar.steps.map(written)} cutOff={calendar.cutOff} onClose={onClose} />
  return (
    <Loaded call={proposal}>
      {({ fromYear, steps, cutOff }) => (
        <Stack gap="md">
          <Alert color="navy">{fromYear === undefined ? calendarTexts.usual : calendarTexts.fromYear(fromYear)}</Alert>
          <Form calendar={calendar} steps={steps} cutOff={cutOff} onClose={onClose} />
        </Stack>
      )}
    </Loaded>
  )
}

const texts = calendarTexts.form
const moved = <T,>(list: readonly T[], index: number): T[] => {
  const [one, other] = [list[index - 1], list[index]]
  return one === undefined || other === undefined ? [...list] : [...list.slice(0, index - 1), other, one, ...list.slice(index + 1)]
}

interface FormProps extends Props {
  readonly steps: readonly WrittenStep[]
  readonly cutOff: string | undefined
}

const Form = ({ calendar, steps: given, cutOff: givenCutOff, onClose }: FormProps) => {
  const [steps, setSteps] = useState(given)
  const [cutOff, setCutOff] = useState(givenCutOff ?? '')
  const write = useChange(calendarRoutes.write)
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const body = { steps: [...steps], ...(cutOff !== '' && { cutOff }) }
    const outcome = await write.run({ params: { cycleId: calendar.cycle.id }, body, ifMatch: calendar.version })
    if (outcome.ok) onClose()
  }
  const change = (id: string, step: WrittenStep): void => setSteps(steps.map((each) => (each.id === id ? step : each)))
  const remove = (id: string): void =>
    setSteps(steps.filter((each) => each.id !== id).map((each) => ({ ...each, after: each.after.filter((before) => before !== id) })))
  return (
    <Stack component="form" gap="md" onSubmit={(event) => void save(event)}>
      <DateField label={texts.cutOff} value={cutOff} onChange={setCutOff} w={260} />
      {steps.map((step, index) => (
        <StepFields
          key={step.id}
          step={step}
          number={index + 1}
          others={steps}
          onChange={(next) => change(step.id, next)}
          onRemove={() => remove(step.id)}
          onUp={index > 0 ? () => setSteps(moved(steps, index)) : undefined}
        />
      ))}
      <Group>
        <Button variant="default" onClick={() => setSteps([...steps, newStep()])}>
          {texts.add}
        </Button>
      </Group>
      {write.refused && <ErrorState refused={write.refused} />}
      <Group gap="sm" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {widgetTexts.cancel}
        </Button>
        <Button
          type="submit"
          loading={write.isRunning}
          disabled={steps.some((step) => stepFaults(step).length > 0) || (cutOff !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(cutOff))}
        >
          {calendarTexts.save}
        </Button>
      </Group>
    </Stack>
  )
}
