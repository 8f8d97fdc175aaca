import { Button, Fieldset, Group, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { taskStates } from '../../../core/vocabulary.ts'
import { labelsVi } from '../../../language/labels.vi.ts'
import { conferenceTexts as texts } from '../../../language/pages/conference.ts'
import { widgetTexts } from '../../../language/pages/widgets.ts'
import { DateField } from '../../../web/widgets/date-field.tsx'
import { ErrorState } from '../../../web/widgets/error-state.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import { type ConferenceReply, conferenceRoutes, type WrittenConference } from './contract.ts'

type Task = WrittenConference['tasks'][number]

interface Props {
  readonly reply: ConferenceReply
  readonly onClose: () => void
}

const states = taskStates.map((value) => ({ value, label: labelsVi.taskStates[value] }))
const newTask: Task = { task: '', responsible: '', state: 'notStarted', note: '' }
const written = ({ unit: _unit, isLate: _late, ...task }: NonNullable<ConferenceReply['conference']>['tasks'][number]): Task => task
const isWhole = ({ task, unitId, responsible }: Task): boolean => task.trim() !== '' && (unitId !== undefined || responsible.trim() !== '')

/** The conference to be written down, with its tasks. */
export const ConferenceForm = ({ reply: { publication, conference, version, units }, onClose }: Props) => {
  const [draft, setDraft] = useState<WrittenConference>(() =>
    conference
      ? { ...conference, tasks: conference.tasks.map(written) }
      : { heldOn: '', place: '', chairedBy: '', notice: '', conclusions: '', tasks: [] },
  )
  const set = (part: Partial<WrittenConference>): void => setDraft({ ...draft, ...part })
  const write = useChange(conferenceRoutes.write)
  const save = async (): Promise<void> => {
    const outcome = await write.run({ params: { publicationId: publication.id }, body: draft, ifMatch: version })
    if (outcome.ok) onClose()
  }
  const line = (field: 'place' | 'chairedBy' | 'notice') => (
    <TextInput
      label={texts[field]}
      maxLength={200}
      value={draft[field]}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  )
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <DateField label={texts.heldOn} value={draft.heldOn} onChange={(heldOn) => set({ heldOn })} />
        {line('place')}
        {line('chairedBy')}
        {line('notice')}
      </SimpleGrid>
      <Textarea
        label={texts.conclusions}
        autosize
        minRows={4}
        maxLength={20_000}
        value={draft.conclusions}
        onChange={(event) => set({ conclusions: event.currentTarget.value })}
      />
      {draft.tasks.map((task, index) => (
        <TaskFields
          key={index}
          number={index + 1}
          task={task}
          units={units}
          onChange={(next) => set({ tasks: draft.tasks.map((each, place) => (place === index ? next : each)) })}
          onRemove={() => set({ tasks: draft.tasks.filter((_, place) => place !== index) })}
        />
      ))}
      <Group>
        <Button variant="default" onClick={() => set({ tasks: [...draft.tasks, newTask] })}>
          {texts.addTask}
        </Button>
      </Group>
      {write.refused && <ErrorState refused={write.refused} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {widgetTexts.cancel}
        </Button>
        <Button
          loading={write.isRunning}
          disabled={!draft.heldOn || draft.conclusions.trim() === '' || !draft.tasks.every(isWhole)}
          onClick={() => void save()}
        >
          {texts.save}
        </Button>
      </Group>
    </Stack>
  )
}

interface TaskProps {
  readonly number: number
  readonly task: Task
  readonly units: ConferenceReply['units']
  readonly onChange: (task: Task) => void
  readonly onRemove: () => void
}

const TaskFields = ({ number, task: { unitId, dueOn, ...task }, units, onChange, onRemove }: TaskProps) => {
  const whole: Task = { ...task, ...(unitId && { unitId }), ...(dueOn && { dueOn }) }
  return (
    <Fieldset legend={texts.taskOf(number)}>
      <Stack gap="sm">
        <Textarea
          label={texts.columns.task}
          autosize
          minRows={1}
          maxLength={2000}
          value={task.task}
          onChange={(event) => onChange({ ...whole, task: event.currentTarget.value })}
        />
        <SimpleGrid cols={{ base: 1, md: 4 }} spacing="sm">
          <Select
            label={texts.unitOf}
            searchable
            clearable
            limit={50}
            data={units.map(({ id, name }) => ({ value: id, label: name }))}
            value={unitId ?? null}
            onChange={(value) => onChange({ ...task, ...(dueOn && { dueOn }), ...(value && { unitId: value }) })}
          />
          <TextInput
            label={texts.responsibleOf}
            maxLength={300}
            value={task.responsible}
            onChange={(event) => onChange({ ...whole, responsible: event.currentTarget.value })}
          />
          <DateField
            label={texts.dueOf}
            value={dueOn ?? ''}
            onChange={(value) => onChange({ ...task, ...(unitId && { unitId }), ...(value && { dueOn: value }) })}
          />
          <Select
            label={texts.stateOf}
            allowDeselect={false}
            data={states}
            value={task.state}
            onChange={(value) => onChange({ ...whole, state: taskStates.find((each) => each === value) ?? task.state })}
          />
        </SimpleGrid>
        <Group align="end" gap="sm" wrap="nowrap">
          <TextInput
            label={texts.noteOf}
            maxLength={2000}
            style={{ flex: 1 }}
            value={task.note}
            onChange={(event) => onChange({ ...whole, note: event.currentTarget.value })}
          />
          <Button variant="default" aria-label={texts.removeOf(number)} onClick={onRemove}>
            {texts.remove}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  )
}
