import { Select, Text, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { HeadField } from '../../core/framework/draft/edit.ts'
import { frameworkTexts } from '../../language/pages/framework.ts'
import { placeId } from './sheet/place-id.ts'
import { useDraft } from './use-draft.ts'

interface Props {
  readonly field: HeadField
  readonly text: string
  /** Turns what was typed into the value of the file: dates, for one. */
  readonly toValue?: (typed: string) => string
  readonly list?: string
}

const { fields, hints } = frameworkTexts.head
const hintOf = (field: HeadField): string | undefined => (hints as Partial<Record<HeadField, string>>)[field]

/** One fact of the head: saved on Enter or when it is left, as it was on Esc; what is refused stays with its reason. */
export const TypedField = ({ field, text, toValue, list }: Props) => {
  const { view, edit } = useDraft()
  const [typed, setTyped] = useState(text)
  const [message, setMessage] = useState<string>()
  useEffect(() => setTyped(text), [text])
  const save = async (): Promise<void> => {
    if (typed.trim() === text.trim()) return setMessage(undefined)
    const refused = await edit({ kind: 'correctHead', field, value: toValue ? toValue(typed) : typed })
    setMessage(refused?.problems[0]?.message)
  }
  if (!view.canChange) return <FixedFact label={fields[field]} text={text} />
  return (
    <TextInput
      id={placeId(field)}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      label={fields[field]}
      description={hintOf(field)}
      value={typed}
      error={message}
      list={list}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key !== 'Escape') return
        setTyped(text)
        setMessage(undefined)
      }}
    />
  )
}

/** What can only be read looks like it: no box to type into. */
export const FixedFact = ({ label, text }: { readonly label: string; readonly text: string }) => (
  <div>
    <Text size="sm" c="gray.7">
      {label}
    </Text>
    <Text>{text || '–'}</Text>
  </div>
)

interface ChoiceProps {
  readonly field: HeadField
  readonly value: string
  readonly choices: Readonly<Record<string, string>>
  /** What it means that nothing is chosen; absent where something must be. */
  readonly none?: string
}

/** A fact of the head that is one of a few words. */
export const ChosenField = ({ field, value, choices, none }: ChoiceProps) => {
  const { view, edit } = useDraft()
  const data = [
    ...(none === undefined ? [] : [{ value: '', label: none }]),
    ...Object.entries(choices).map(([key, label]) => ({ value: key, label })),
  ]
  if (!view.canChange) return <FixedFact label={fields[field]} text={value === '' ? (none ?? '') : (choices[value] ?? value)} />
  return (
    <Select
      label={fields[field]}
      data={data}
      value={value}
      allowDeselect={false}
      onChange={(chosen) => void edit({ kind: 'correctHead', field, value: chosen ?? '' })}
    />
  )
}
