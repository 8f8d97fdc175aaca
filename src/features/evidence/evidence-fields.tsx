import { Group, TextInput } from '@mantine/core'
import { evidenceTexts } from '../../language/pages/evidence.ts'

/** What is written down about a document; dates are ISO, as a date field gives them. */
export interface Details {
  readonly title: string
  readonly documentNumber: string
  readonly issuedOn: string
  readonly issuer: string
}

export const noDetails: Details = { title: '', documentNumber: '', issuedOn: '', issuer: '' }

/** The fields of a document. Of a secret one only number and date are asked. */
export const EvidenceFields = ({
  details,
  onChange,
  isSecret,
}: {
  readonly details: Details
  readonly onChange: (details: Details) => void
  readonly isSecret: boolean
}) => {
  const field = (name: keyof Details) => ({
    value: details[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ ...details, [name]: event.currentTarget.value }),
  })
  return (
    <>
      {!isSecret && (
        <TextInput label={evidenceTexts.title} placeholder={evidenceTexts.titleHint} required maxLength={500} {...field('title')} />
      )}
      <Group grow align="flex-start" gap="sm">
        <TextInput
          label={evidenceTexts.documentNumber}
          placeholder={evidenceTexts.documentNumberHint}
          required={isSecret}
          maxLength={100}
          {...field('documentNumber')}
        />
        <TextInput type="date" label={evidenceTexts.issuedOn} required={isSecret} {...field('issuedOn')} />
      </Group>
      {!isSecret && <TextInput label={evidenceTexts.issuer} maxLength={300} {...field('issuer')} />}
    </>
  )
}
