import { Select } from '@mantine/core'
import { useState } from 'react'
import { legalBasisTexts } from '../../language/pages/legal-basis.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { type DocumentRef, legalBasisRoutes } from './contract.ts'
import { documentLabel } from './describe.ts'

const texts = legalBasisTexts.form

interface Props {
  readonly label: string
  readonly value: DocumentRef | undefined
  readonly onChange: (document: DocumentRef | undefined) => void
  /** Never offered: the document itself. */
  readonly without?: string | undefined
}

/** One document of the register, found by number, issuer or title. */
export const DocumentSelect = ({ label, value, onChange, without }: Props) => {
  const [typed, setTyped] = useState('')
  const isChosen = value !== undefined && typed === documentLabel(value)
  const found = useCall(legalBasisRoutes.register, { query: { limit: 20, ...(typed && !isChosen && { search: typed.slice(0, 200) }) } })
  const offered = [...(value ? [value] : []), ...(found.value?.documents ?? [])].filter(
    ({ id }, at, all) => id !== without && all.findIndex((each) => each.id === id) === at,
  )
  return (
    <Select
      label={label}
      placeholder={texts.choose}
      nothingFoundMessage={texts.nothing}
      data={offered.map((document) => ({ value: document.id, label: documentLabel(document) }))}
      value={value?.id ?? null}
      onChange={(id) => onChange(offered.find((document) => document.id === id))}
      onSearchChange={setTyped}
      // The server has searched already, without diacritics.
      filter={({ options }) => options}
      searchable
      clearable
    />
  )
}
