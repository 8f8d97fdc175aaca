import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FactField } from '../../core/facts/fact-field.ts'
import { factChoices, factUnits } from '../../language/fact-words.ts'
import { factsTexts as texts } from '../../language/pages/facts.ts'
import { DateField } from '../../web/widgets/date-field.tsx'
import { plainText } from './register-values.ts'

interface Props {
  readonly label: string
  readonly field: FactField
  readonly value: string
  readonly error: string | undefined
  readonly readOnly: boolean
  readonly onChange: (typed: string) => void
}

/** One fact by its type: a figure with its unit, a day, one of several words. */
export const PlainField = (props: Props) => {
  const { field, value, readOnly } = props
  if (readOnly) return <ReadOnlyField {...props} />
  if (field.type === 'date')
    return <DateField label={props.label} value={value} onChange={props.onChange} {...(props.error && { error: props.error })} />
  if (field.type === 'flag') return <ChoiceField {...props} choices={{ true: texts.yes, false: texts.no }} />
  if (field.type === 'choice')
    return <ChoiceField {...props} choices={Object.fromEntries((field.choices ?? []).map((word) => [word, factChoices[word] ?? word]))} />
  return <TypedField {...props} />
}

const shownWord = ({ type }: FactField, value: string): string => {
  if (value === '') return texts.unanswered
  if (type === 'flag') return value === 'true' ? texts.yes : texts.no
  if (type === 'choice') return factChoices[value] ?? value
  return type === 'list' ? value : plainText(type, value)
}

const unitWord = ({ unit }: FactField): string => (unit === undefined ? '' : factUnits[unit])

const ReadOnlyField = ({ label, field, value }: Props) => (
  <TextInput label={label} value={`${shownWord(field, value)}${value === '' ? '' : ` ${unitWord(field)}`}`} readOnly variant="unstyled" />
)

const ChoiceField = ({ label, value, error, onChange, choices }: Props & { readonly choices: Readonly<Record<string, string>> }) => (
  <NativeSelect
    label={label}
    value={value}
    styles={{ wrapper: { maxWidth: 200 } }}
    error={error}
    onChange={(event) => onChange(event.currentTarget.value)}
    data={[{ value: '', label: texts.unanswered }, ...Object.entries(choices).map(([word, said]) => ({ value: word, label: said }))]}
  />
)

/** Shows the figure as read while nobody types, and as typed while somebody does. */
const TypedField = ({ label, field, value, error, onChange }: Props) => {
  const [typed, setTyped] = useState<string>()
  const type = field.type === 'list' ? 'text' : field.type
  const isFigure = type === 'count' || type === 'figure'
  return (
    <TextInput
      label={label}
      styles={{ wrapper: { maxWidth: isFigure ? 200 : undefined } }}
      inputMode={type === 'count' ? 'numeric' : type === 'figure' ? 'decimal' : 'text'}
      autoComplete="off"
      value={typed ?? plainText(type, value)}
      error={error}
      {...(type === 'moment' && { placeholder: texts.momentHint })}
      {...(field.unit && {
        rightSection: <span aria-hidden="true">{unitWord(field)}</span>,
        rightSectionWidth: 84,
        'aria-description': unitWord(field),
      })}
      onFocus={() => setTyped(plainText(type, value))}
      onBlur={() => setTyped(undefined)}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange(event.currentTarget.value)
      }}
    />
  )
}
