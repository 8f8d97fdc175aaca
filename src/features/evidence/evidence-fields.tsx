import { Group, TextInput } from '@mantine/core'
import { checkDocument } from '../../core/evidence/check-document.ts'
import type { Secrecy } from '../../core/vocabulary.ts'
import { evidenceTexts } from '../../language/pages/evidence.ts'
import { documentTexts } from '../../language/pages/evidence-files.ts'
import { DateField } from '../../web/widgets/date-field.tsx'
import type { Evidence } from './shapes.ts'
import { localTime, momentOf } from './local-time.ts'
import { MomentField } from './moment-field.tsx'

/** What is written down about a document; dates are ISO, as a date field gives them, times as a field of day and time does. */
export interface Details {
  readonly title: string
  readonly documentNumber: string
  readonly issuedOn: string
  readonly issuer: string
  readonly softCopyAt: string
  readonly signedCopyAt: string
  readonly retainUntil: string
}

export const noDetails: Details = {
  title: '',
  documentNumber: '',
  issuedOn: '',
  issuer: '',
  softCopyAt: '',
  signedCopyAt: '',
  retainUntil: '',
}

export const detailsOf = (evidence: Evidence): Details => ({
  title: evidence.title,
  documentNumber: evidence.documentNumber ?? '',
  issuedOn: evidence.issuedOn ?? '',
  issuer: evidence.issuer ?? '',
  softCopyAt: localTime(evidence.softCopyAt),
  signedCopyAt: localTime(evidence.signedCopyAt),
  retainUntil: evidence.retainUntil,
})

/** What is sent of it; of a secret document number and date alone. */
export const bodyOf = (details: Details, isSecret: boolean) => {
  const { title, issuer, documentNumber, issuedOn, retainUntil } = details
  const [softCopyAt, signedCopyAt] = [momentOf(details.softCopyAt), momentOf(details.signedCopyAt)]
  return {
    documentNumber,
    issuedOn,
    ...(retainUntil && { retainUntil }),
    ...(!isSecret && { title, issuer, ...(softCopyAt && { softCopyAt }), ...(signedCopyAt && { signedCopyAt }) }),
  }
}

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
  const errorOf = (name: 'title' | 'documentNumber' | 'issuedOn') => (missing.includes(name) ? { error: evidenceTexts.missing[name] } : {})
  const field = (name: keyof Details) => ({
    value: details[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ ...details, [name]: event.currentTarget.value }),
  })
  const moment = (name: 'softCopyAt' | 'signedCopyAt') => ({
    value: details[name],
    onChange: (value: string) => onChange({ ...details, [name]: value }),
  })
  return (
    <>
      {!isSecret && (
        <TextInput
          label={evidenceTexts.title}
          placeholder={evidenceTexts.titleHint}
          required
          maxLength={500}
          {...errorOf('title')}
          {...field('title')}
        />
      )}
      <Group grow align="flex-start" gap="sm">
        <TextInput
          label={evidenceTexts.documentNumber}
          placeholder={evidenceTexts.documentNumberHint}
          required={isSecret}
          maxLength={100}
          {...errorOf('documentNumber')}
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
      {!isSecret && (
        <>
          <TextInput label={evidenceTexts.issuer} maxLength={300} {...field('issuer')} />
          <Group grow align="flex-start" gap="sm">
            <MomentField label={documentTexts.softCopyAt} {...moment('softCopyAt')} />
            <MomentField label={documentTexts.signedCopyAt} {...moment('signedCopyAt')} />
          </Group>
        </>
      )}
      <DateField
        label={documentTexts.retainUntil}
        description={documentTexts.retainHint}
        value={details.retainUntil}
        onChange={(retainUntil) => onChange({ ...details, retainUntil })}
      />
    </>
  )
}

/** Which fields are needed and empty, as the core judges a document. */
export const missingFields = (details: Details, secrecy: Secrecy): readonly string[] =>
  checkDocument({ ...details, ...(secrecy !== 'open' && { title: '', issuer: '' }), secrecy }, false).map(({ at }) => at)
