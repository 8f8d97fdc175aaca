import { Checkbox, Stack, Textarea, TextInput } from '@mantine/core'
import type { InputValue } from '../../../core/rules/inputs.ts'
import { ruleInputsTexts as texts } from '../../../language/pages/rule-inputs.ts'
import { DateField } from '../date-field.tsx'
import { answerText, type FieldProps, labelOf } from './answer.ts'
import { ChoiceField } from './choice-field.tsx'
import { ListField } from './list-field.tsx'

/** Whether what was typed is only put another way: `95.5` is shown with a comma. */
const shownText = (value: InputValue | undefined): string => {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return ''
  return /^\d+\.\d+$/.test(value) ? value.replace('.', ',') : value
}

/** One question with the control that fits its type. */
export const InputField = (props: FieldProps) => {
  const { question, value, readOnly, beside, error, onChange } = props
  if (question.type === 'choice' || question.type === 'flag') return <ChoiceField {...props} />
  if (question.type === 'date') return <DayField {...props} />
  if (question.type === 'list') return <ListField {...props} />
  const shared = {
    label: labelOf(question),
    readOnly,
    ...(beside !== undefined && { description: beside }),
    ...(error !== undefined && { error }),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onChange(event.currentTarget.value || undefined),
  }
  if (question.type === 'text')
    return <Textarea {...shared} value={typeof value === 'string' ? value : ''} autosize minRows={1} maxRows={6} maxLength={4000} />
  return (
    <TextInput
      {...shared}
      value={shownText(value)}
      inputMode={question.type === 'count' ? 'numeric' : 'decimal'}
      autoComplete="off"
      maxLength={40}
      {...(question.unit !== undefined && { rightSection: question.unit, rightSectionWidth: 12 + 9 * question.unit.length })}
    />
  )
}

/** A date, or that the thing was not done. */
const DayField = ({ question, value, readOnly, beside, error, onChange }: FieldProps) => (
  <Stack gap={6}>
    {readOnly ? (
      <TextInput label={labelOf(question)} readOnly value={answerText(question, value) ?? ''} />
    ) : (
      <DateField
        label={labelOf(question)}
        value={typeof value === 'string' ? value : ''}
        onChange={(date) => onChange(date || undefined)}
        {...(beside !== undefined && { description: beside })}
        {...(error !== undefined && { error })}
      />
    )}
    {question.orNone && !readOnly && (
      <Checkbox
        label={texts.none}
        checked={value === null}
        onChange={(event) => onChange(event.currentTarget.checked ? null : undefined)}
      />
    )}
  </Stack>
)
