import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { ruleEditorTexts } from '../../../language/pages/rule-editor.ts'
import { ruleAnswerWord, ruleFieldWords } from '../../../language/pages/rule-field-words.ts'
import { DateField } from '../date-field.tsx'
import type { RuleField } from './rule-field.ts'
import { type FieldProps, useRuleForm } from './rule-form-context.ts'
import { below, valueAt } from './rule-value.ts'

type PlainField = Extract<
  RuleField,
  { type: 'text' | 'amount' | 'points' | 'figure' | 'whole' | 'date' | 'formula' | 'flag' | 'choice' | 'lines' }
>

const figureTypes = new Set(['amount', 'points', 'figure'])
const widths: Readonly<Record<string, number>> = { amount: 84, points: 84, figure: 84, whole: 96 }

/** Figures stand with a decimal point in the file and with a comma before the eye. */
const shownText = (type: string, value: unknown): string => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  return figureTypes.has(type) ? text.replace('.', ',') : text
}

const storedText = (type: string, text: string): string | number => {
  if (type === 'whole') return /^\d{1,9}$/.test(text.trim()) ? Number(text) : text
  return figureTypes.has(type) ? text.replace(',', '.') : text
}

const booleans: Readonly<Record<string, boolean>> = { true: true, false: false }

/** One parameter in one control, its problem beside it. */
export const PlainField = ({ field, kind, base, list }: FieldProps<PlainField>) => {
  const { rule, problems, set, isFixed } = useRuleForm()
  const place = below(base, field.at)
  const { label, hint } = ruleFieldWords(kind, list, field.at)
  const value = valueAt(rule, place)
  const error = value === '' && problems.has(place) ? ruleEditorTexts.editor.fill : problems.get(place)
  const shared = { label, ...(error !== undefined && { error }), ...(hint && list === '' && { description: hint }) }
  if (field.type === 'flag')
    return (
      <Checkbox
        label={label}
        checked={typeof value === 'boolean' ? value : field.otherwise}
        disabled={isFixed}
        onChange={(event) => set(place, event.currentTarget.checked)}
      />
    )
  if (field.type === 'choice')
    return (
      <NativeSelect
        {...shared}
        {...(list === '' ? { maw: 420 } : { w: 116 })}
        value={String(value ?? field.otherwise)}
        disabled={isFixed}
        data={field.values.map((each) => ({ value: each, label: ruleAnswerWord(kind, field.at, each) }))}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          set(place, chosen === '' ? undefined : (booleans[chosen] ?? chosen))
        }}
      />
    )
  if (field.type === 'date')
    return <DateField {...shared} w={180} value={typeof value === 'string' ? value : ''} onChange={(date) => set(place, date)} />
  if (field.type === 'lines')
    return (
      <Textarea
        {...shared}
        autosize
        minRows={2}
        readOnly={isFixed}
        value={Array.isArray(value) ? value.join('\n') : ''}
        onChange={(event) => set(place, event.currentTarget.value.split('\n'))}
      />
    )
  const isInList = list !== ''
  const size = isInList
    ? field.wide
      ? { style: { flex: '1 1 220px' } }
      : { w: widths[field.type] ?? 120 }
    : { maw: field.wide ? 640 : 320 }
  return (
    <TextInput
      {...shared}
      {...size}
      readOnly={isFixed}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      inputMode={figureTypes.has(field.type) ? 'decimal' : field.type === 'whole' ? 'numeric' : 'text'}
      spellCheck={field.type === 'text'}
      value={shownText(field.type, value)}
      onChange={(event) => {
        const text = event.currentTarget.value
        set(place, text === '' && field.optional ? undefined : storedText(field.type, text))
      }}
    />
  )
}
