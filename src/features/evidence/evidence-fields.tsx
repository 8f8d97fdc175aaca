import { Group, TextInput } from '@mantine/core'
import { checkDocument } from '../../core/evidence/check-document.ts'
import type { Secrecy } from '../../core/vocabulary.ts'
import { evidenceTexts } from '../../language/pages/evidence.ts'
import { DateField } from '../../web/widgets/date-field.tsx'

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
  missing,
}: {
  readonly details: Details
  readonly onChange: (details: Details) => void
  readonly isSecret: boolean
  /** Fields that were left empty and are needed. */
  readonly missing: readonly string[]
}) => {
  const errorOf = (name: keyof Details) => (name !== 'issuer' && missing.includes(name) ? { error: evidenceTexts.missing[name] } : {})
  const field = (name: keyof Details) => ({
    ...errorOf(name),
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
        <DateField
          label={evidenceTexts.issuedOn}
          required={isSecret}
          {...errorOf('issuedOn')}
          value={details.issuedOn}
          onChange={(issuedOn) => onChange({ ...details, issuedOn })}
        />
      </Group>
      {!isSecret && <TextInput label={evidenceTexts.issuer} maxLength={300} {...field('issuer')} />}
    </>
  )
}

/** Which fields are needed and empty, as the core judges a document. */
export const missingFields = (details: Details, secrecy: Secrecy): readonly string[] =>
  checkDocument({ ...details, ...(secrecy !== 'open' && { title: '', issuer: '' }), secrecy }, false).map(({ at }) => at)
