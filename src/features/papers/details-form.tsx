import { Fieldset, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { paperTexts } from '../../language/pages/papers.ts'
import type { PaperKind } from '../../language/reports/paper-kind-words.ts'
import { type Fields, linesOf, paperDateOf, recordOf, textOf, typedDateOf } from './draft-fields.ts'
import { Lines } from './facts-form.tsx'

const { head, sign } = paperTexts

interface Props {
  readonly kind: PaperKind
  readonly details: Fields
  readonly onChange: (details: Fields) => void
}

const decisions: readonly PaperKind[] = ['councilDecision', 'publicationDecision']
const addressed: readonly PaperKind[] = [
  'guidance',
  'reminder',
  'selfAssessmentReport',
  'appraisalReport',
  'submission',
  'surveyReport',
  'periodicReport',
]
const letters: readonly PaperKind[] = ['guidance', 'reminder']

/** Who writes, from where, when; of a decision whose it is, of a letter to whom it goes. */
export const HeadForm = ({ kind, details, onChange }: Props) => {
  const set = (name: string) => (value: unknown) => onChange({ ...details, [name]: value })
  const line = (name: string, label: string, isRequired = false, hint?: string) => (
    <TextInput
      label={label}
      withAsterisk={isRequired}
      {...(hint !== undefined && { description: hint })}
      value={textOf(details, name)}
      onChange={(event) => set(name)(event.currentTarget.value)}
      maxLength={500}
    />
  )
  return (
    <Fieldset legend={head.title}>
      <Stack gap="sm">
        {line('parent', head.parent)}
        {line('agency', head.agency, true)}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {line('agencyMark', head.agencyMark, true, head.agencyMarkHint)}
          {line('place', head.place, true)}
          {letters.includes(kind) && line('divisionMark', head.divisionMark)}
          <PaperDate date={textOf(details, 'date')} onChange={set('date')} />
        </SimpleGrid>
        {decisions.includes(kind) && line('issuedBy', head.issuedBy, true)}
        {addressed.includes(kind) && (
          <Lines label={head.to} hint={head.perLine} lines={linesOf(details, 'to')} onChange={set('to')} isRequired />
        )}
      </Stack>
    </Fieldset>
  )
}

/** A date of which the day, or day and month, may be open. */
const PaperDate = ({ date, onChange }: { readonly date: string; readonly onChange: (date: string) => void }) => {
  const [typed, setTyped] = useState(typedDateOf(date))
  return (
    <TextInput
      label={head.date}
      description={head.dateHint}
      withAsterisk
      value={typed}
      maxLength={10}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange(paperDateOf(event.currentTarget.value))
      }}
    />
  )
}

const forms = Object.entries(sign.forms).map(([value, label]) => ({ value, label }))
const withBody = ['collective', 'collectiveDeputy']
const withHead = ['deputy', 'order', 'authorization', 'collectiveDeputy']

/** Only the fields that the form of signing has; what the other forms had is left out. */
const authorityFields = (authority: Fields, by: string): Fields => ({
  by,
  title: authority['title'],
  ...(withBody.includes(by) && { body: authority['body'] }),
  ...(withHead.includes(by) && { head: authority['head'] }),
})

/** By what right, who signs, and who gets the paper. */
export const SignForm = ({ details, onChange }: Omit<Props, 'kind'>) => {
  const set = (name: string) => (value: unknown) => onChange({ ...details, [name]: value })
  const authority = recordOf(details, 'authority')
  const by = textOf(authority, 'by')
  const part = (name: string, label: string) => (
    <TextInput
      label={label}
      withAsterisk
      value={textOf(authority, name)}
      onChange={(event) => set('authority')({ ...authority, [name]: event.currentTarget.value })}
      maxLength={500}
    />
  )
  return (
    <Fieldset legend={sign.title}>
      <Stack gap="sm">
        <Select
          label={sign.by}
          withAsterisk
          data={forms}
          value={by || null}
          onChange={(chosen) => chosen && set('authority')(authorityFields(authority, chosen))}
          allowDeselect={false}
        />
        {withBody.includes(by) && part('body', sign.body)}
        {withHead.includes(by) && part('head', sign.head)}
        {by !== '' && part('title', sign.signerTitle)}
        <TextInput
          label={sign.signer}
          value={textOf(details, 'signer')}
          onChange={(event) => set('signer')(event.currentTarget.value)}
          maxLength={500}
        />
        <Lines label={sign.recipients} hint={head.perLine} lines={linesOf(details, 'recipients')} onChange={set('recipients')} />
        <Lines label={sign.archive} hint={sign.archiveHint} lines={linesOf(details, 'archive')} onChange={set('archive')} />
      </Stack>
    </Fieldset>
  )
}
