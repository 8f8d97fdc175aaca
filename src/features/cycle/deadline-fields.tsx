import { Group, Select } from '@mantine/core'
import { cycleTexts } from '../../language/pages/cycle.ts'
import { DateField } from '../../web/widgets/date-field.tsx'

const texts = cycleTexts.deadline

/** A deadline as one writes it; an empty date is none. */
export interface DeadlineDraft {
  readonly kind: 'through' | 'before'
  readonly date: string
}

interface Props {
  readonly value: DeadlineDraft
  readonly onChange: (value: DeadlineDraft) => void
  readonly title?: string
  readonly hint?: string
}

/** "Đến hết ngày" or "trước ngày", as decisions put it, and the day. */
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
  </Group>
)

/** What is sent: nothing where no day was chosen. */
export const deadlineOf = ({ kind, date }: DeadlineDraft): DeadlineDraft | undefined => (date ? { kind, date } : undefined)
