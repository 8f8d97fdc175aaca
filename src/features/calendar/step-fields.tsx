import { Button, Fieldset, Group, MultiSelect, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { openedBySteps } from '../../core/cycle/opened-by-step.ts'
import { readTimeWindow } from '../../core/document/time-window.ts'
import { calendarTexts } from '../../language/pages/calendar.ts'
import { ClockField } from '../../web/widgets/clock-field.tsx'
import type { WrittenStep } from './contract.ts'

const texts = calendarTexts.form

/** A fresh id where `crypto.randomUUID` may be missing: pages come over plain http inside an office. */
const freshId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 15) | 64
  bytes[8] = ((bytes[8] ?? 0) & 63) | 128
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export const newStep = (): WrittenStep => ({
  id: freshId(),
  title: '',
  words: '',
  coordinating: [],
  after: [],
  remindBefore: [7, 1],
  remindAfter: [],
})

/** Why a step cannot be saved yet. */
export const stepFaults = ({ title }: WrittenStep): readonly string[] => (title.trim() === '' ? [texts.nameMissing] : [])

/** What the words mean, said at once; words that mean no time are told with examples. */
const meaningOf = (words: string): { readonly description?: string; readonly error?: string } => {
  if (words.trim() === '') return {}
  const window = readTimeWindow(words)
  return window ? { description: calendarTexts.window(window.from, window.until) } : { error: calendarTexts.unreadWindow }
}

interface Props {
  readonly step: WrittenStep
  readonly number: number
  readonly others: readonly WrittenStep[]
  readonly onChange: (step: WrittenStep) => void
  readonly onRemove: () => void
  readonly onUp: (() => void) | undefined
}

/** One step of the plan to be written. */
export const StepFields = ({ step, number, others, onChange, onRemove, onUp }: Props) => {
  const set = (part: Partial<WrittenStep>): void => onChange({ ...step, ...part })
  return (
    <Fieldset legend={texts.stepTitle(number)}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
          <TextInput
            label={texts.name}
            maxLength={300}
            value={step.title}
            error={step.title.trim() === '' && texts.nameMissing}
            onChange={(event) => set({ title: event.currentTarget.value })}
          />
          <TextInput
            label={texts.words}
            maxLength={200}
            value={step.words}
            {...meaningOf(step.words)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            onChange={(event) => set({ words: event.currentTarget.value })}
          />
          <Hours step={step} onChange={onChange} />
          <Responsible step={step} onChange={onChange} />
          <ListField
            label={texts.coordinating}
            value={step.coordinating.join(', ')}
            onChange={(names) =>
              set({
                coordinating: names
                  .split(',')
                  .map((name) => name.trim())
                  .filter(Boolean),
              })
            }
          />
          <MultiSelect
            label={texts.after}
            data={others.flatMap(({ id, title }, index) => (id === step.id ? [] : [{ value: id, label: `${index + 1}. ${title}` }]))}
            value={[...step.after]}
            onChange={(after) => set({ after })}
          />
          <SimpleGrid cols={2} spacing="sm">
            <Offsets label={texts.remindBefore} value={step.remindBefore} onChange={(remindBefore) => set({ remindBefore })} />
            <Offsets label={texts.remindAfter} value={step.remindAfter} onChange={(remindAfter) => set({ remindAfter })} />
          </SimpleGrid>
        </SimpleGrid>
        <Group justify="space-between" align="end" gap="sm">
          <Opens step={step} onChange={onChange} />
          <Group gap="xs">
            {onUp && (
              <Button size="compact-sm" variant="default" aria-label={texts.up(number)} onClick={onUp}>
                ↑
              </Button>
            )}
            <Button size="compact-sm" variant="default" aria-label={texts.removeStep(number)} onClick={onRemove}>
              {texts.remove}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Fieldset>
  )
}

/** From which hour of the first day to which of the last. */
const Hours = ({ step: { fromTime, untilTime, ...step }, onChange }: Pick<Props, 'step' | 'onChange'>) => {
  const set = (from: string, until: string): void =>
    onChange({ ...step, ...(from && { fromTime: from }), ...(until && { untilTime: until }) })
  return (
    <SimpleGrid cols={2} spacing="sm">
      <ClockField label={texts.fromTime} hint={texts.hoursHint} value={fromTime ?? ''} onChange={(time) => set(time, untilTime ?? '')} />
      <ClockField label={texts.untilTime} hint={texts.hoursHint} value={untilTime ?? ''} onChange={(time) => set(fromTime ?? '', time)} />
    </SimpleGrid>
  )
}

const Responsible = ({ step: { responsible, ...step }, onChange }: Pick<Props, 'step' | 'onChange'>) => (
  <TextInput
    label={texts.responsible}
    maxLength={300}
    value={responsible ?? ''}
    onChange={(event) => {
      const name = event.currentTarget.value
      onChange(name === '' ? step : { ...step, responsible: name })
    }}
  />
)

const Opens = ({ step: { opens, ...step }, onChange }: Pick<Props, 'step' | 'onChange'>) => (
  <Select
    label={texts.opens}
    description={texts.opensHint}
    w={320}
    placeholder={texts.opensNothing}
    clearable
    data={openedBySteps.map((value) => ({ value, label: texts.opened[value] }))}
    value={opens ?? null}
    onChange={(value) => {
      const chosen = openedBySteps.find((each) => each === value)
      onChange(chosen ? { ...step, opens: chosen } : step)
    }}
  />
)

interface ListProps {
  readonly label: string
  readonly value: string
  readonly error?: string | undefined
  readonly onChange: (text: string) => void
}

/** Keeps what is being typed, commas and all; hands it on as it grows. */
const ListField = ({ label, value, error, onChange }: ListProps) => {
  const [typed, setTyped] = useState(value)
  return (
    <TextInput
      label={label}
      value={typed}
      error={error}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange(event.currentTarget.value)
      }}
    />
  )
}

interface OffsetsProps {
  readonly label: string
  readonly value: readonly number[]
  readonly onChange: (days: number[]) => void
}

const Offsets = ({ label, value, onChange }: OffsetsProps) => {
  const [isWrong, setWrong] = useState(false)
  const take = (text: string): void => {
    const parts = text.split(/[,; ]+/).filter(Boolean)
    const days = parts.map(Number)
    const fits = days.length <= 10 && days.every((each) => Number.isInteger(each) && each >= 0 && each <= 60)
    setWrong(!fits)
    if (fits) onChange(days)
  }
  return <ListField label={label} value={value.join(', ')} error={isWrong ? texts.wrongOffsets : undefined} onChange={take} />
}
