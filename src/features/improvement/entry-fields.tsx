import { Autocomplete, Checkbox, MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { improvementWords as words } from '../../language/pages/improvement.ts'
import { DateField } from '../../web/widgets/date-field.tsx'

export interface Choice {
  readonly value: string
  readonly label: string
}

/** One field of an entry's form. `lines` is text with an entry per line, `several` a choice of many, `money` whole đồng with or without dots. */
export interface EntryField {
  readonly key: string
  readonly label: string
  readonly kind: 'text' | 'money' | 'long' | 'lines' | 'date' | 'choice' | 'several' | 'yes'
  readonly choices?: readonly Choice[]
  readonly isRequired?: boolean
  /** What a text may be completed to. */
  readonly suggestions?: readonly string[]
  readonly hint?: (values: Values) => string
}
export type Value = string | readonly string[] | boolean
export type Values = Readonly<Record<string, Value>>

export const textOf = (values: Values, key: string): string => {
  const value = values[key]
  return typeof value === 'string' ? value : ''
}
export const listOf = (values: Values, key: string): readonly string[] => {
  const value = values[key]
  if (typeof value === 'string') return value.split('\n').flatMap((line) => line.trim() || [])
  return Array.isArray(value) ? (value as readonly string[]) : []
}

interface Props {
  readonly fields: readonly EntryField[]
  readonly values: Values
  readonly onChange: (values: Values) => void
}

const Field = ({ field, values, onChange }: Omit<Props, 'fields'> & { readonly field: EntryField }) => {
  const { key, label, kind, choices = [], suggestions, isRequired = false, hint } = field
  const set = (value: Value): void => onChange({ ...values, [key]: value })
  const shared = { label, required: isRequired, description: hint?.(values) ?? (kind === 'lines' ? words.linesHint : undefined) }
  if (kind === 'yes')
    return <Checkbox label={label} checked={values[key] === true} onChange={(event) => set(event.currentTarget.checked)} />
  if (kind === 'date') return <DateField label={label} required={isRequired} value={textOf(values, key)} onChange={set} />
  if (kind === 'choice')
    return (
      <Select
        {...shared}
        data={[...choices]}
        value={textOf(values, key) || null}
        onChange={(value) => set(value ?? '')}
        clearable={!isRequired}
      />
    )
  if (kind === 'several')
    return <MultiSelect {...shared} data={[...choices]} value={[...listOf(values, key)]} onChange={set} searchable clearable />
  if (suggestions && suggestions.length > 0)
    return <Autocomplete {...shared} data={[...new Set(suggestions)]} value={textOf(values, key)} onChange={set} />
  if (kind === 'money')
    return <TextInput {...shared} inputMode="numeric" value={textOf(values, key)} onChange={(event) => set(event.currentTarget.value)} />
  if (kind === 'text') return <TextInput {...shared} value={textOf(values, key)} onChange={(event) => set(event.currentTarget.value)} />
  const typed = values[key]
  return (
    <Textarea
      {...shared}
      autosize
      minRows={kind === 'lines' ? 3 : 2}
      value={Array.isArray(typed) ? typed.join('\n') : textOf(values, key)}
      onChange={(event) => set(event.currentTarget.value)}
    />
  )
}

/** The fields of one entry, one below the other. */
export const EntryFields = ({ fields, values, onChange }: Props) => (
  <>
    {fields.map((field) => (
      <Field key={field.key} field={field} values={values} onChange={onChange} />
    ))}
  </>
)

/** An entry as its form shows it. */
export const valuesOf = (entry: object): Values =>
  Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, typeof value === 'number' ? String(value) : (value as Value)]))

/** What was filled in, by the kinds of the fields; empty fields are left out, lists stay as lists. */
export const filledIn = (fields: readonly EntryField[], values: Values): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    fields.flatMap(({ key, kind }): [string, unknown][] => {
      if (kind === 'lines' || kind === 'several') return [[key, listOf(values, key)]]
      if (kind === 'yes') return [[key, values[key] === true]]
      const typed = textOf(values, key).trim()
      const text = kind === 'money' ? typed.replace(/[.\s]/g, '') : typed
      return text === '' ? [] : [[key, text]]
    }),
  )
