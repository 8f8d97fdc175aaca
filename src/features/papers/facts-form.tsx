import { Button, Fieldset, Group, NumberInput, Stack, Textarea, TextInput } from '@mantine/core'
import { paperTexts } from '../../language/pages/papers.ts'
import { type Fields, linesOf, recordOf, rowsOf, textOf } from './draft-fields.ts'
import type { FactField } from '../../language/reports/fact-fields.ts'

const texts = paperTexts.facts

interface Props {
  readonly fields: readonly FactField[]
  readonly values: Fields
  readonly onChange: (values: Fields) => void
}

/** The fields of one record, each by what it is. */
export const FactsForm = ({ fields, values, onChange }: Props) => (
  <Stack gap="sm">
    {fields.map((field) => (
      <Field key={field.name} field={field} values={values} onChange={(value) => onChange({ ...values, [field.name]: value })} />
    ))}
  </Stack>
)

interface FieldProps {
  readonly field: FactField
  readonly values: Fields
  readonly onChange: (value: unknown) => void
}

const Field = ({ field, values, onChange }: FieldProps) => {
  switch (field.as) {
    case 'rows':
      return <Rows field={field} rows={rowsOf(values, field.name)} onChange={onChange} />
    case 'record':
      return (
        <Fieldset legend={field.label}>
          <FactsForm fields={field.fields} values={recordOf(values, field.name)} onChange={onChange} />
        </Fieldset>
      )
    case 'lines':
      return <Lines label={field.label} lines={linesOf(values, field.name)} onChange={onChange} />
    case 'number':
      return (
        <NumberInput
          label={field.label}
          withAsterisk={field.isRequired ?? false}
          value={textOf(values, field.name)}
          onChange={(value) => onChange(value === '' ? undefined : Number(value))}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          maw={200}
        />
      )
    default:
      return (
        <TextInput
          label={field.label}
          withAsterisk={field.isRequired ?? false}
          value={textOf(values, field.name)}
          onChange={(event) => onChange(event.currentTarget.value)}
          maxLength={500}
        />
      )
  }
}

/** A list of texts, one in a line. */
export const Lines = ({
  label,
  hint = texts.perLine,
  lines,
  onChange,
  isRequired = false,
}: {
  readonly label: string
  readonly hint?: string
  readonly lines: readonly string[]
  readonly onChange: (lines: readonly string[]) => void
  readonly isRequired?: boolean
}) => (
  <Textarea
    label={label}
    description={hint}
    withAsterisk={isRequired}
    value={lines.join('\n')}
    onChange={(event) => onChange(event.currentTarget.value === '' ? [] : event.currentTarget.value.split('\n'))}
    autosize
    minRows={2}
    maxRows={12}
  />
)

const Rows = ({
  field,
  rows,
  onChange,
}: {
  readonly field: Extract<FactField, { readonly as: 'rows' | 'record' }>
  readonly rows: readonly Fields[]
  readonly onChange: (rows: readonly Fields[]) => void
}) => {
  const what = field.label.charAt(0).toLocaleLowerCase('vi') + field.label.slice(1)
  return (
    <Fieldset legend={field.label}>
      <Stack gap="md">
        {rows.map((row, at) => (
          // Rows have no name of their own; they are never moved, only taken out.
          // eslint-disable-next-line react/no-array-index-key
          <Fieldset key={at} legend={`${field.label} ${at + 1}`}>
            <FactsForm fields={field.fields} values={row} onChange={(changed) => onChange(rows.with(at, changed))} />
            <Group justify="flex-end" mt="xs">
              <Button variant="subtle" color="red" size="compact-sm" onClick={() => onChange(rows.toSpliced(at, 1))}>
                {texts.remove(what, at + 1)}
              </Button>
            </Group>
          </Fieldset>
        ))}
        <Button variant="default" size="compact-sm" style={{ alignSelf: 'flex-start' }} onClick={() => onChange([...rows, {}])}>
          {texts.add(what)}
        </Button>
      </Stack>
    </Fieldset>
  )
}
