import { CloseButton, Group, Input, Stack, TextInput } from '@mantine/core'
import type { InputValue } from '../../../core/rules/inputs.ts'
import { ruleInputsTexts as texts } from '../../../language/pages/rule-inputs.ts'
import { type FieldProps, labelOf } from './answer.ts'

const textOf = (item: InputValue): string => {
  if (typeof item === 'object' && item !== null && !Array.isArray(item))
    return String((item as { readonly title?: InputValue }).title ?? '')
  return item === null ? '' : String(item)
}

/** Things one by one, each on its line, and an empty line for the next one; how many there are is what counts. */
export const ListField = ({ question, value, error, readOnly, beside, onChange }: FieldProps) => {
  const items = Array.isArray(value) ? (value as readonly InputValue[]) : []
  const lines = readOnly || textOf(items.at(-1) ?? 'x') === '' ? items : [...items, '']
  const put = (index: number, text: string): void =>
    onChange(lines.map((item, at) => (at === index ? text : item)).filter((item, at) => at < items.length || item !== ''))
  return (
    <Input.Wrapper
      labelElement="div"
      label={labelOf(question)}
      {...(beside !== undefined && { description: beside })}
      {...(error !== undefined && { error })}
    >
      <Stack gap={6} mt={4}>
        {lines.map((item, index) => (
          // Lines have no name of their own; they are added at the end and taken away whole.
          // oxlint-disable-next-line react/no-array-index-key
          <Group key={index} gap={6} wrap="nowrap">
            <TextInput
              flex={1}
              aria-label={texts.item(index + 1)}
              readOnly={readOnly}
              value={textOf(item)}
              title={textOf(item)}
              maxLength={500}
              {...(index >= items.length && { placeholder: texts.addItem })}
              onChange={(event) => put(index, event.currentTarget.value)}
            />
            {!readOnly && index < items.length && (
              <CloseButton aria-label={texts.removeItem(index + 1)} onClick={() => onChange(items.filter((_, at) => at !== index))} />
            )}
          </Group>
        ))}
      </Stack>
    </Input.Wrapper>
  )
}
