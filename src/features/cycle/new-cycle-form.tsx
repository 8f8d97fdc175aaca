import { Button, Checkbox, Group, NumberInput, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import type { Round } from '../../core/vocabulary.ts'
import { cycleTexts } from '../../language/pages/cycle.ts'
import { widgetTexts } from '../../language/pages/widgets.ts'
import { EmptyState } from '../../web/widgets/empty-state.tsx'
import { ErrorState } from '../../web/widgets/error-state.tsx'
import { intentionKey } from '../../web/widgets/intention-key.ts'
import { PageLink } from '../../web/widgets/links.tsx'
import { Loaded } from '../../web/widgets/loaded.tsx'
import { useCall, useChange } from '../../web/widgets/use-call.ts'
import { cycleRoutes, type FrameworkChoice } from './contract.ts'
import { useCyclePlan, usualPlan } from './cycle-plan.ts'
import { CyclePlanFields } from './cycle-plan-fields.tsx'
import { DeadlineFields, deadlineOf } from './deadline-fields.tsx'

const texts = cycleTexts.add

interface Props {
  /** Of the newest cycle there is; the new one is usually for the year after. */
  readonly lastYear: number | undefined
  /** Its rounds, which the new one usually has too. */
  readonly lastRounds: readonly Round[] | undefined
  readonly onClose: () => void
}

/** A new cycle on one page: everything has a usual value, so that most only look it over. */
export const NewCycleForm = ({ lastYear, lastRounds, onClose }: Props) => {
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
            <Form frameworks={frameworks} lastYear={lastYear} lastRounds={lastRounds} onClose={onClose} />
          )
        }
      </Loaded>
    </Paper>
  )
}

interface FormProps extends Props {
  readonly frameworks: readonly FrameworkChoice[]
}

const useNewCycle = ({ frameworks, lastYear, lastRounds }: FormProps) => {
  const navigate = useNavigate()
  const add = useChange(cycleRoutes.add)
  const [year, setYear] = useState(() => Math.max(...frameworks.map((each) => each.year), (lastYear ?? 0) + 1))
  const [title, setTitle] = useState<string>()
  const { plan, change, body: planned, isReady } = useCyclePlan(() => usualPlan(frameworks, lastRounds))
  const [deadline, setDeadline] = useState<Parameters<typeof deadlineOf>[0]>({ kind: 'through', date: '' })
  const [isTrial, setTrial] = useState(false)
  const name = title ?? texts.nameFor(year)
  const written = deadlineOf(deadline)
  const body = { year, title: name, isTrial, ...planned, ...(written && { selfAssessmentDeadline: written }) }
  const intention = useRef({ asked: '', key: '' })
  const send = async (): Promise<void> => {
    // What is asked anew is a new intention; the same asked again is not.
    const asked = JSON.stringify(body)
    if (intention.current.asked !== asked) intention.current = { asked, key: intentionKey() }
    const outcome = await add.run({ body, idempotencyKey: intention.current.key })
    if (outcome.ok) await navigate({ to: '/ky-danh-gia/$cycleId', params: { cycleId: outcome.value.id } })
  }
  return { year, setYear, name, setTitle, isTrial, setTrial, plan, change, isReady, deadline, setDeadline, send, add }
}

const Form = (props: FormProps) => {
  const { frameworks, onClose } = props
  const cycle = useNewCycle(props)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (cycle.isReady) void cycle.send()
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
        <Checkbox
          label={cycleTexts.trial.choose}
          description={cycleTexts.trial.chooseHint}
          checked={cycle.isTrial}
          onChange={(event) => cycle.setTrial(event.currentTarget.checked)}
        />
        <CyclePlanFields year={cycle.year} frameworks={frameworks} plan={cycle.plan} onChange={cycle.change} />
        <DeadlineFields value={cycle.deadline} onChange={cycle.setDeadline} />
        {Object.values(cycle.plan.chosen).every((each) => each === '') && <Text c="red.8">{texts.missing}</Text>}
        {cycle.add.refused && <ErrorState refused={cycle.add.refused} />}
        <Group gap="sm">
          <Button type="submit" loading={cycle.add.isRunning} disabled={!cycle.isReady}>
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
