import { Button, Fieldset, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { legalBasisTexts } from '../../language/pages/legal-basis.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { legalBasisRoutes } from './contract.ts'

const texts = legalBasisTexts.form

export interface FieldRow {
  readonly field: string
  readonly unitId: string
}

/** Which unit a decision puts in charge of which field, line by line. */
export const FieldsForm = ({
  rows,
  onChange,
}: {
  readonly rows: readonly FieldRow[]
  readonly onChange: (rows: readonly FieldRow[]) => void
}) => {
  const units = useCall(legalBasisRoutes.choices, {}, { when: rows.length > 0 })
  const options = (units.value?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Fieldset legend={texts.fields}>
      <Stack gap="sm">
        <Text size="sm" c="gray.7">
          {texts.fieldsHint}
        </Text>
        {rows.map((row, at) => (
          // Lines have no name of their own; they are never moved, only taken out.
          // eslint-disable-next-line react/no-array-index-key
          <Group key={at} gap="sm" align="end">
            <TextInput
              label={texts.field(at + 1)}
              value={row.field}
              maxLength={300}
              onChange={(event) => onChange(rows.with(at, { ...row, field: event.currentTarget.value }))}
              style={{ flex: '1 1 200px' }}
            />
            <Select
              label={texts.unit(at + 1)}
              data={options}
              value={row.unitId || null}
              onChange={(unitId) => onChange(rows.with(at, { ...row, unitId: unitId ?? '' }))}
              searchable
              limit={100}
              style={{ flex: '1 1 200px' }}
            />
            <Button variant="subtle" color="red" size="compact-sm" onClick={() => onChange(rows.toSpliced(at, 1))}>
              {texts.removeField(at + 1)}
            </Button>
          </Group>
        ))}
        <Button
          variant="default"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onChange([...rows, { field: '', unitId: '' }])}
        >
          {texts.addField}
        </Button>
      </Stack>
    </Fieldset>
  )
}
