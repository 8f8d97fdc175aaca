import { Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import { organisationTexts } from '../../language/pages/organisation.ts'
import { useCall } from '../../web/widgets/use-call.ts'
import { peopleRoutes } from './people-contract.ts'

const texts = organisationTexts.handOver
const pauseOfTyping = 250

interface Props {
  readonly label: string
  readonly value: string | null
  readonly onChange: (personId: string | null) => void
  readonly required?: boolean
  readonly placeholder?: string
}

/** Somebody out of thousands: the server looks, a page of those found is offered. */
export const PersonSelect = ({ label, value, onChange, required = false, placeholder = texts.toHint }: Props) => {
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<{ readonly value: string; readonly label: string }>()
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed), pauseOfTyping)
    return () => clearTimeout(timer)
  }, [typed])
  // What stands in the field is the name that was chosen, not a search for it.
  const wanted = search === chosen?.label ? '' : search
  const people = useCall(peopleRoutes.people, { query: { search: wanted } })
  const found = (people.value?.people ?? []).map((person) => ({ value: person.id, label: `${person.name} (${person.signInName})` }))
  const data = chosen && !found.some((each) => each.value === chosen.value) ? [chosen, ...found] : found
  return (
    <Select
      label={label}
      placeholder={placeholder}
      data={data}
      value={value}
      onChange={(personId, option) => {
        setChosen(personId === null ? undefined : (option ?? undefined))
        onChange(personId)
      }}
      searchable
      clearable
      required={required}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={people.isLoading ? undefined : texts.nobody}
    />
  )
}
