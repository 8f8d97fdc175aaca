import { Button, Fieldset, Group, NumberInput, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { formatFigure } from '../../language/format.ts'
import { cycleTexts } from '../../language/pages/cycle.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { intentionKey } from '../../web/widgets/intention-key.ts'
import { PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { cycleRoutes, type FrameworkChoice } from './contract.ts'
import { DeadlineFields, deadlineOf } from './deadline-fields.tsx'

const texts = cycleTexts.add

interface Props {
  /** Of the newest cycle there is; the new one is usually for the year after. */
  readonly lastYear: number | undefined
  readonly onClose: () => void
}

/** A new cycle on one page: everything has a usual value, so that most only look it over. */
export const NewCycleForm = ({ lastYear, onClose }: Props) => {
  const choices = useCall(cycleRoutes.choices)
  return (
    <Paper component="section" p="lg" mb="lg" aria-labelledby="new-cycle">
      <Title order={2} id="new-cycle">
        {texts.title}
      </Title>
      <Text c="gray.7" mb="md">
        {texts.hint}
      </Text>
      <Loaded call={choices}>
        {({ frameworks }) =>
          frameworks.length === 0 ? (
            <EmptyState action={<PageLink to="/bo-tieu-chi">{texts.toFrameworks}</PageLink>}>{texts.noFrameworks}</EmptyState>
          ) : (
            <Form frameworks={frameworks} lastYear={lastYear} onClose={onClose} />
          )
        }
      </Loaded>
    </Paper>
  )
}

/** The newest framework of each group; choices come newest first. */
const usualChoice = (frameworks: readonly FrameworkChoice[]): Readonly<Record<string, string>> =>
  Object.fromEntries(frameworks.toReversed().map(({ unitGroup, id }) => [unitGroup, id]))

interface FormProps extends Props {
  readonly frameworks: readonly FrameworkChoice[]
}

const useNewCycle = (frameworks: readonly FrameworkChoice[], lastYear: number | undefined) => {
  const navigate = useNavigate()
  const add = useChange(cycleRoutes.add)
  const [year, setYear] = useState(() => Math.max(...frameworks.map((each) => each.year), (lastYear ?? 0) + 1))
  const [title, setTitle] = useState<string>()
  const [chosen, setChosen] = useState(() => usualChoice(frameworks))
  const [deadline, setDeadline] = useState<Parameters<typeof deadlineOf>[0]>({ kind: 'through', date: '' })
  const assigned = Object.entries(chosen).flatMap(([unitGroup, frameworkId]) => (frameworkId ? [{ unitGroup, frameworkId }] : []))
  const name = title ?? texts.nameFor(year)
  const written = deadlineOf(deadline)
  const body = { year, title: name, frameworks: assigned, ...(written && { selfAssessmentDeadline: written }) }
  const intention = useRef({ asked: '', key: '' })
  const send = async (): Promise<void> => {
    // What is asked anew is a new intention; the same asked again is not.
    const asked = JSON.stringify(body)
    if (intention.current.asked !== asked) intention.current = { asked, key: intentionKey() }
    const outcome = await add.run({ body, idempotencyKey: intention.current.key })
    if (outcome.ok) await navigate({ to: '/ky-danh-gia/$cycleId', params: { cycleId: outcome.value.id } })
  }
  return { year, setYear, name, setTitle, chosen, setChosen, deadline, setDeadline, assigned, send, add }
}

const Form = ({ frameworks, lastYear, onClose }: FormProps) => {
  const cycle = useNewCycle(frameworks, lastYear)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (cycle.assigned.length > 0) void cycle.send()
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md" maw={760}>
        <Group align="flex-start" wrap="nowrap">
          <NumberInput
            label={texts.year}
            w={130}
            min={2000}
            max={2100}
            allowDecimal={false}
            thousandSeparator=""
            value={cycle.year}
            onChange={(value) => cycle.setYear(Number(value))}
          />
          <TextInput
            label={texts.name}
            style={{ flex: 1 }}
            required
            withAsterisk={false}
            maxLength={300}
            value={cycle.name}
            onChange={(event) => cycle.setTitle(event.currentTarget.value)}
          />
        </Group>
        <Fieldset legend={texts.frameworks}>
          <Stack gap="sm">
            {Object.keys(cycle.chosen).map((group) => (
              <GroupChoice key={group} group={group} frameworks={frameworks} chosen={cycle.chosen} onChoose={cycle.setChosen} />
            ))}
          </Stack>
        </Fieldset>
        <DeadlineFields value={cycle.deadline} onChange={cycle.setDeadline} />
        {cycle.assigned.length === 0 && <Text c="red.8">{texts.missing}</Text>}
        {cycle.add.refused && <ErrorState refused={cycle.add.refused} />}
        <Group gap="sm">
          <Button type="submit" loading={cycle.add.isRunning}>
            {texts.act}
          </Button>
          <Button variant="default" onClick={onClose}>
            {widgetTexts.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface GroupProps {
  readonly group: string
  readonly frameworks: readonly FrameworkChoice[]
  readonly chosen: Readonly<Record<string, string>>
  readonly onChoose: (chosen: Readonly<Record<string, string>>) => void
}

const GroupChoice = ({ group, frameworks, chosen, onChoose }: GroupProps) => {
  const own = frameworks.filter(({ unitGroup }) => unitGroup === group)
  return (
    <Select
      label={texts.frameworkFor(group, formatFigure(String(own[0]?.units ?? 0)))}
      allowDeselect={false}
      data={[
        ...own.map(({ id, title, leaves }) => ({ value: id, label: cycleTexts.frameworks(title, String(leaves)) })),
        { value: '', label: texts.none },
      ]}
      value={chosen[group] ?? ''}
      onChange={(value) => onChoose({ ...chosen, [group]: value ?? '' })}
    />
  )
}
