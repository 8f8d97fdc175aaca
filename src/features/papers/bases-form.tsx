import { Button, Fieldset, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { paperTexts } from '../../language/pages/papers.ts'
import { basisText } from '../../language/reports/basis-words.ts'
import { DateField } from '../../web/widgets/date-field.tsx'
import type { Basis } from './contract.ts'

const texts = paperTexts.bases

interface Props {
  readonly bases: readonly Basis[]
  /** What earlier papers rest on. */
  readonly documents: readonly Basis[]
  readonly onChange: (bases: readonly Basis[]) => void
}

/** The documents that a paper rests on, one after another; taken from those of earlier papers or described anew. */
export const BasesForm = ({ bases, documents, onChange }: Props) => {
  const chosen = new Set(bases.map(basisText))
  const offered = documents.filter((document) => !chosen.has(basisText(document)))
  return (
    <Fieldset legend={texts.title}>
      <Stack gap="md">
        {bases.map((basis, at) => (
          // Bases have no name of their own; they are never moved, only taken out.
          // eslint-disable-next-line react/no-array-index-key
          <Fieldset key={at} legend={texts.one(at + 1)}>
            <BasisFields basis={basis} onChange={(changed) => onChange(bases.with(at, changed))} />
            <Group justify="flex-end" mt="xs">
              <Button variant="subtle" color="red" size="compact-sm" onClick={() => onChange(bases.toSpliced(at, 1))}>
                {texts.remove(at + 1)}
              </Button>
            </Group>
          </Fieldset>
        ))}
        {offered.length > 0 && (
          <Select
            label={texts.pick}
            data={offered.map((document, at) => ({ value: String(at), label: basisText(document).replace(/^Căn cứ /, '') }))}
            value={null}
            onChange={(value) => {
              const picked = offered[Number(value)]
              if (value !== null && picked) onChange([...bases, picked])
            }}
            searchable
          />
        )}
        <Button variant="default" size="compact-sm" style={{ alignSelf: 'flex-start' }} onClick={() => onChange([...bases, { type: '' }])}>
          {texts.add}
        </Button>
      </Stack>
    </Fieldset>
  )
}

const BasisFields = ({ basis, onChange }: { readonly basis: Basis; readonly onChange: (basis: Basis) => void }) => {
  const line = (name: 'type' | 'number' | 'issuer' | 'title', label: string) => (
    <TextInput
      label={label}
      withAsterisk={name === 'type'}
      value={basis[name] ?? ''}
      onChange={(event) => onChange({ ...basis, [name]: event.currentTarget.value })}
      maxLength={1000}
    />
  )
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {line('type', texts.type)}
        {line('number', texts.number)}
        <DateField label={texts.issuedOn} value={basis.issuedOn ?? ''} onChange={(issuedOn) => onChange({ ...basis, issuedOn })} />
        {line('issuer', texts.issuer)}
      </SimpleGrid>
      {line('title', texts.about)}
    </Stack>
  )
}
