import { Button, Group, List, MultiSelect, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { formatDate } from '../../../language/format.ts'
import { councilTexts } from '../../../language/pages/council.ts'
import { ClockField } from '../../../web/widgets/clock-field.tsx'
import { DateField } from '../../../web/widgets/date-field.tsx'
import { FormActs } from '../../../web/widgets/form-acts.tsx'
import { useChange } from '../../../web/widgets/use-call.ts'
import { type Agenda, councilRoutes } from '../council-contract.ts'
import { type Meeting, meetingRoutes } from './contract.ts'

const texts = councilTexts.meetings

/** When and where the council met, and who was absent; whoever keeps its papers writes it down here, and the minutes take it over. */
export const MeetingsView = ({ agenda }: { readonly agenda: Agenda }) => {
  const { meetings, canRecord } = agenda
  const [edited, setEdited] = useState<number>()
  const next = meetings.length + 1
  return (
    <section aria-labelledby="phien-hop">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h3" id="phien-hop">
          {texts.title}
        </Title>
        {canRecord && edited === undefined && (
          <Button size="xs" variant="default" onClick={() => setEdited(next)}>
            {texts.add}
          </Button>
        )}
      </Group>
      {meetings.length === 0 && edited === undefined && <Text c="gray.7">{texts.none}</Text>}
      <Stack gap="sm">
        {meetings.map((meeting) =>
          edited === meeting.number ? (
            <MeetingForm
              key={meeting.number}
              agenda={agenda}
              number={meeting.number}
              meeting={meeting}
              onClose={() => setEdited(undefined)}
            />
          ) : (
            <Recorded key={meeting.number} meeting={meeting} onEdit={canRecord ? () => setEdited(meeting.number) : undefined} />
          ),
        )}
        {edited === next && <MeetingForm agenda={agenda} number={next} meeting={undefined} onClose={() => setEdited(undefined)} />}
      </Stack>
    </section>
  )
}

const Recorded = ({ meeting, onEdit }: { readonly meeting: Meeting; readonly onEdit: (() => void) | undefined }) => {
  const { number, heldOn, began, ended, place, absent } = meeting
  return (
    <div>
      <Group gap="sm">
        <Text>
          <b>{texts.number(number)}</b> {texts.held(began, ended, formatDate(heldOn), place)}
        </Text>
        {onEdit && (
          <Button size="compact-sm" variant="default" className="no-print" aria-label={texts.changeOf(number)} onClick={onEdit}>
            {texts.change}
          </Button>
        )}
      </Group>
      {absent.length === 0 ? (
        <Text size="sm">{texts.allPresent}</Text>
      ) : (
        <>
          <Text size="sm">{texts.absent}:</Text>
          <List size="sm">
            {absent.map(({ person, reason }) => (
              <List.Item key={person.id}>{reason ? texts.absentBecause(person.name, reason) : person.name}</List.Item>
            ))}
          </List>
        </>
      )}
    </div>
  )
}

interface FormProps {
  readonly agenda: Agenda
  readonly number: number
  readonly meeting: Meeting | undefined
  readonly onClose: () => void
}

const MeetingForm = ({ agenda: { cycle, people }, number, meeting, onClose }: FormProps) => {
  const [heldOn, setDay] = useState(meeting?.heldOn ?? '')
  const [began, setBegan] = useState(meeting?.began ?? '')
  const [ended, setEnded] = useState(meeting?.ended ?? '')
  const [place, setPlace] = useState(meeting?.place ?? '')
  const [absent, setAbsent] = useState<ReadonlyMap<string, string>>(
    () => new Map(meeting?.absent.map(({ person, reason }) => [person.id, reason])),
  )
  const record = useChange(meetingRoutes.record, { refreshes: [councilRoutes.agenda] })
  const names = new Map([...people, ...(meeting?.absent.map(({ person }) => person) ?? [])].map(({ id, name }) => [id, name]))
  const isWhole = heldOn !== '' && began !== '' && place.trim() !== ''
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!isWhole) return
    const body = { heldOn, began, place, ...(ended && { ended }), absent: [...absent].map(([personId, reason]) => ({ personId, reason })) }
    const params = { cycleId: cycle.id, number: String(number) }
    const outcome = await record.run({ params, body, ifMatch: meeting?.version ?? 0 })
    if (outcome.ok) onClose()
  }
  return (
    <form onSubmit={(event) => void save(event)}>
      <Stack gap="sm" maw={640}>
        <Text fw={600}>{texts.number(number)}</Text>
        <Group align="flex-start" gap="sm">
          <DateField label={texts.heldOn} value={heldOn} onChange={setDay} w={200} />
          <div style={{ width: 120 }}>
            <ClockField label={texts.began} value={began} onChange={setBegan} />
          </div>
          <div style={{ width: 120 }}>
            <ClockField label={texts.ended} value={ended} onChange={setEnded} />
          </div>
        </Group>
        <TextInput label={texts.place} maxLength={300} value={place} onChange={(event) => setPlace(event.currentTarget.value)} />
        <MultiSelect
          label={texts.absent}
          description={texts.absentHint}
          data={[...names].map(([value, label]) => ({ value, label }))}
          value={[...absent.keys()]}
          onChange={(ids) => setAbsent(new Map(ids.map((id) => [id, absent.get(id) ?? ''])))}
        />
        {[...absent].map(([id, reason]) => (
          <TextInput
            key={id}
            label={texts.reasonOf(names.get(id) ?? '')}
            maxLength={300}
            value={reason}
            onChange={(event) => setAbsent(new Map(absent).set(id, event.currentTarget.value))}
          />
        ))}
        <FormActs act={texts.save} onCancel={onClose} isRunning={record.isRunning} isIncomplete={!isWhole} refused={record.refused} />
      </Stack>
    </form>
  )
}
