import { Group, Radio, Stack } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import type { AskedQuestion, InputValue } from '../../../core/rules/inputs.ts'
import { ruleInputsTexts as texts } from '../../../language/pages/rule-inputs.ts'
import { choiceWord } from '../../../language/rule-words.ts'
import { type FieldProps, labelOf } from './answer.ts'

interface Option {
  readonly key: string
  readonly label: string
  readonly value: InputValue
}

const optionsOf = ({ type, choices = [], choiceLabels }: AskedQuestion): readonly Option[] =>
  type === 'flag'
    ? [
        { key: 'yes', label: texts.yes, value: true },
        { key: 'no', label: texts.no, value: false },
      ]
    : choices.map((choice, index) => ({ key: choice, label: choiceWord(choiceLabels?.[index] ?? choice), value: choice }))

/** One of several answers; a digit chooses the one with this number, so that a keyboard is enough. */
export const ChoiceField = ({ question, value, error, readOnly, beside, onChange }: FieldProps) => {
  const options = optionsOf(question)
  const chosen = options.find((option) => option.value === value)
  const press = (event: KeyboardEvent): void => {
    const option = /^[1-9]$/.test(event.key) ? options[Number(event.key) - 1] : undefined
    if (!option || readOnly) return
    event.preventDefault()
    onChange(option.value)
  }
  const Layout = question.type === 'flag' ? Group : Stack
  return (
    <Radio.Group
      label={labelOf(question)}
      value={chosen?.key ?? ''}
      onChange={(key) => onChange(options.find((option) => option.key === key)?.value)}
      onKeyDown={press}
      readOnly={readOnly}
      {...(beside !== undefined && { description: beside })}
      {...(error !== undefined && { error })}
    >
      <Layout gap={question.type === 'flag' ? 'md' : 6} mt={6}>
        {options.map(({ key, label }) => (
          <Radio key={key} value={key} label={label} disabled={readOnly && key !== chosen?.key} />
        ))}
      </Layout>
    </Radio.Group>
  )
}
