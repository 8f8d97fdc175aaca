import { Group, TextInput } from '@mantine/core'
import { documentTexts } from '../../language/pages/evidence-files.ts'
import { DateField } from '../../web/widgets/date-field.tsx'

/** A day and, if one likes, a time; the value is `2026-03-02T14:30`, empty for none. */
export const MomentField = ({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}) => {
  const [day = '', time = ''] = value.split('T')
  const isWrong = time !== '' && !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <DateField label={label} value={day} onChange={(next) => onChange(next ? `${next}T${time}` : '')} />
      {/* A time belongs to a day: before there is one, nothing is asked. */}
      {day !== '' && (
        <TextInput
          w={90}
          aria-label={documentTexts.timeOf(label)}
          placeholder={documentTexts.timeHint}
          inputMode="numeric"
          maxLength={5}
          value={time}
          {...(isWrong && { error: true, title: documentTexts.wrongTime })}
          onChange={({ currentTarget }) => onChange(`${day}T${currentTarget.value}`)}
        />
      )}
    </Group>
  )
}
