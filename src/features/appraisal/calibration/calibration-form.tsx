import { Fieldset, Group, MultiSelect, NumberInput, Paper, SegmentedControl, Select, Stack, TextInput, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { formatFigure } from '../../../language/format.ts'
import { calibrationTexts } from '../../../language/pages/calibration.ts'
import { ClockField } from '../../../web/widgets/clock-field.tsx'
import { DateField } from '../../../web/widgets/date-field.tsx'
import { FormActs } from '../../../web/widgets/form-acts.tsx'
import { intentionKey } from '../../../web/widgets/intention-key.ts'
import { useChange } from '../../../web/widgets/use-call.ts'
import { type Calibrations, calibrationRoutes, type NewCalibration } from './contract.ts'

const texts = calibrationTexts.form

interface Choice {
  readonly isByLot: boolean
  readonly count: number
  readonly these: readonly string[]
}
const isWhole = ({ isByLot, these }: Choice): boolean => isByLot || these.length > 0
const sentOf = ({ isByLot, count, these }: Choice): NewCalibration['units'] => (isByLot ? { draw: count } : { these: [...these] })

interface Props {
  readonly value: Calibrations
  readonly onClose: () => void
}

const useNewCalibration = ({ value: { cycle, groups, calibrations, appraisers } }: Props) => {
  const navigate = useNavigate()
  const draw = useChange(calibrationRoutes.draw)
  const [title, setTitle] = useState(texts.usualName(calibrations.length + 1))
  const [group, setGroup] = useState(groups.find(({ units }) => units.length > 0)?.group ?? '')
  const [units, setUnits] = useState<Choice>({ isByLot: true, count: 3, these: [] })
  const [leaves, setLeaves] = useState<Choice>({ isByLot: true, count: 5, these: [] })
  const [seed, setSeed] = useState('')
  const [personIds, setPeople] = useState<readonly string[]>(appraisers.map(({ id }) => id))
  const [date, setDate] = useState('')
  const [time, setTime] = useState('')
  const [key] = useState(intentionKey)
  const choose = (next: string): void => {
    setGroup(next)
    setUnits({ ...units, these: [] })
    setLeaves({ ...leaves, these: [] })
  }
  const send = async (): Promise<void> => {
    const body = {
      title,
      group,
      units: sentOf(units),
      leaves: sentOf(leaves),
      personIds: [...personIds],
      ...(seed.trim() && { seed }),
      ...(date && { ends: { date, ...(time && { time }) } }),
    }
    const outcome = await draw.run({ params: { cycleId: cycle.id }, body, idempotencyKey: key })
    if (outcome.ok)
      await navigate({ to: '/cham-thu/$cycleId/$calibrationId', params: { cycleId: cycle.id, calibrationId: outcome.value.id } })
  }
  const isReady = title.trim() !== '' && group !== '' && isWhole(units) && isWhole(leaves) && personIds.length > 1
  return {
    title,
    setTitle,
    group,
    choose,
    units,
    setUnits,
    leaves,
    setLeaves,
    seed,
    setSeed,
    personIds,
    setPeople,
    date,
    setDate,
    time,
    setTime,
    draw,
    send,
    isReady,
  }
}

/** A new common sample: units and leaves by lot or by hand, who gives points, until when. */
export const CalibrationForm = (props: Props) => {
  const { groups, appraisers } = props.value
  const form = useNewCalibration(props)
  const population = groups.find(({ group }) => group === form.group)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (form.isReady) void form.send()
  }
  return (
    <Paper component="section" p="lg" withBorder aria-labelledby="mau-moi">
      <Title order={2} size="h3" id="mau-moi" mb="sm">
        {texts.title}
      </Title>
      <form onSubmit={submit}>
        <Stack gap="md" maw={760}>
          <Group align="flex-start" gap="sm">
            <TextInput
              label={texts.name}
              maxLength={200}
              style={{ flex: '1 1 260px' }}
              value={form.title}
              onChange={(event) => form.setTitle(event.currentTarget.value)}
            />
            <Select
              label={texts.group}
              allowDeselect={false}
              w={260}
              data={groups.filter(({ units }) => units.length > 0).map(({ group }) => group)}
              value={form.group}
              onChange={(group) => group && form.choose(group)}
            />
          </Group>
          <ChoiceFields
            legend={texts.units}
            count={texts.unitCount(formatFigure(String(population?.units.length ?? 0)))}
            pick={texts.pickUnits}
            all={(population?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            choice={form.units}
            onChange={form.setUnits}
          />
          <ChoiceFields
            legend={texts.leaves}
            count={texts.leafCount(formatFigure(String(population?.leaves.length ?? 0)))}
            pick={texts.pickLeaves}
            all={(population?.leaves ?? []).map(({ id, code, name }) => ({ value: id, label: `${code} ${name}`.trim() }))}
            choice={form.leaves}
            onChange={form.setLeaves}
          />
          {(form.units.isByLot || form.leaves.isByLot) && (
            <TextInput
              label={texts.seed}
              description={texts.seedHint}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              maxLength={100}
              value={form.seed}
              onChange={(event) => form.setSeed(event.currentTarget.value)}
            />
          )}
          <MultiSelect
            label={texts.people}
            description={texts.peopleHint}
            searchable
            data={appraisers.map(({ id, name }) => ({ value: id, label: name }))}
            value={[...form.personIds]}
            onChange={form.setPeople}
          />
          <Group align="flex-start" gap="sm">
            <DateField label={texts.ends} description={texts.endsHint} value={form.date} onChange={form.setDate} w={260} />
            <div style={{ width: 160 }}>
              <ClockField label={texts.endsAt} hint={calibrationTexts.form.endsHint} value={form.time} onChange={form.setTime} />
            </div>
          </Group>
          <FormActs
            act={texts.act}
            onCancel={props.onClose}
            isRunning={form.draw.isRunning}
            isIncomplete={!form.isReady}
            refused={form.draw.refused}
          />
        </Stack>
      </form>
    </Paper>
  )
}

interface ChoiceProps {
  readonly legend: string
  readonly count: string
  readonly pick: string
  readonly all: readonly { readonly value: string; readonly label: string }[]
  readonly choice: Choice
  readonly onChange: (choice: Choice) => void
}

/** By lot or by hand: how many, or which. */
const ChoiceFields = ({ legend, count, pick, all, choice, onChange }: ChoiceProps) => (
  <Fieldset legend={legend}>
    <Stack gap="sm">
      <SegmentedControl
        aria-label={legend}
        style={{ alignSelf: 'flex-start' }}
        data={[
          { value: 'lot', label: texts.byLot },
          { value: 'hand', label: texts.byHand },
        ]}
        value={choice.isByLot ? 'lot' : 'hand'}
        onChange={(how) => onChange({ ...choice, isByLot: how === 'lot' })}
      />
      {choice.isByLot ? (
        <NumberInput
          label={count}
          w="100%"
          maw={320}
          min={1}
          max={Math.min(200, all.length)}
          allowDecimal={false}
          value={choice.count}
          onChange={(value) => onChange({ ...choice, count: Number(value) || 1 })}
        />
      ) : (
        <MultiSelect
          label={pick}
          searchable
          limit={200}
          data={all}
          value={[...choice.these]}
          onChange={(these) => onChange({ ...choice, these })}
        />
      )}
    </Stack>
  </Fieldset>
)
