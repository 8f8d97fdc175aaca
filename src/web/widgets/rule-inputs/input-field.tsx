import { Checkbox, Stack, Textarea, TextInput } from '@mantine/core'
import type { AskedQuestion, InputValue } from '../../../core/rules/inputs.ts'
import { formatDate, formatFigure } from '../../../language/format.ts'
import { ruleInputsTexts as texts } from '../../../language/pages/rule-inputs.ts'
import { choiceWord, questionLabel } from '../../../language/rule-words.ts'
import { DateField } from '../date-field.tsx'
import { ChoiceField } from './choice-field.tsx'
import { ListField } from './list-field.tsx'

export interface FieldProps {
  readonly question: AskedQuestion
  readonly value: InputValue | undefined
  readonly error: string | undefined
  readonly readOnly: boolean
  /** What somebody else, or last year, says here. */
  readonly beside: string | undefined
  readonly onChange: (value: InputValue | undefined) => void
}

/** What a field is called; the unit of a figure stands in the field. */
export const labelOf = (question: AskedQuestion): string => questionLabel(question)

/** Whether what was typed is only put another way: `95.5` is shown with a comma. */
const shownText = (value: InputValue | undefined): string => {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return ''
  return /^\d+\.\d+$/.test(value) ? value.replace('.', ',') : value
}

/** One answer as a line of text. */
export const answerText = (question: AskedQuestion, value: InputValue | undefined): string | undefined => {
  if (value === undefined) return undefined
  if (value === null) return texts.none
  if (typeof value === 'boolean') return value ? texts.yes : texts.no
  if (Array.isArray(value)) return texts.items(value.length)
  if (question.type === 'date') return formatDate(String(value))
  const at = question.choices?.indexOf(String(value)) ?? -1
  if (at >= 0) return choiceWord(question.choiceLabels?.[at] ?? String(value))
  return question.type === 'figure' || question.type === 'count' ? formatFigure(String(value)) : String(value)
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
