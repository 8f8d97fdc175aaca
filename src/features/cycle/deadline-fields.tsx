import { Group, Select } from '@mantine/core'
import { cycleTexts } from '../../language/pages/cycle.ts'
import { ClockField } from '../../web/widgets/clock-field.tsx'
import { DateField } from '../../web/widgets/date-field.tsx'

const texts = cycleTexts.deadline

/** A deadline as one writes it; an empty date is none. */
export interface DeadlineDraft {
  readonly kind: 'through' | 'before'
  readonly date: string
  /** The hour at which that day is over for this; the whole day where there is none. */
  readonly time?: string
}

interface Props {
  readonly value: DeadlineDraft
  readonly onChange: (value: DeadlineDraft) => void
  readonly title?: string
  readonly hint?: string
}

const withTime = ({ time: _, ...draft }: DeadlineDraft, time: string): DeadlineDraft => ({ ...draft, ...(time && { time }) })

/** "Đến hết ngày" or "trước ngày", as decisions put it, the day, and the hour where it is not the whole of it. */
export const DeadlineFields = ({ value, onChange, title = texts.title, hint }: Props) => (
  <Group align="flex-start" gap="sm">
    <Select
      label={title}
      w={200}
      allowDeselect={false}
      data={[
        { value: 'through', label: texts.kinds.through },
        { value: 'before', label: texts.kinds.before },
      ]}
      value={value.kind}
      onChange={(kind) => onChange({ ...value, kind: kind === 'before' ? 'before' : 'through' })}
    />
    <DateField
      label={texts.date}
      {...(hint && { description: hint })}
      w={200}
      value={value.date}
      onChange={(date) => onChange({ ...value, date })}
    />
    <div style={{ width: 120 }}>
      <ClockField label={texts.time} hint={texts.timeHint} value={value.time ?? ''} onChange={(time) => onChange(withTime(value, time))} />
    </div>
  </Group>
)

/** What is sent: nothing where no day was chosen. */
export const deadlineOf = (draft: DeadlineDraft): DeadlineDraft | undefined => (draft.date ? draft : undefined)
