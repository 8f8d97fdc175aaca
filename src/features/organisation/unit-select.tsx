import { MultiSelect, Select } from '@mantine/core'
import { fold } from '../../core/fold.ts'
import { organisationTexts } from '../../language/pages/organisation.ts'
import type { Unit } from './contract.ts'

const texts = organisationTexts.personForm
const shownUnits = 50

type Options = readonly { readonly value?: string; readonly label?: string }[]

const nameOf = ({ code, name }: Unit): string => `${name} (${code})`
/** Names are not one of a kind, codes are. */
const optionsOf = (units: readonly Unit[]) => units.map((unit) => ({ value: unit.id, label: nameOf(unit) }))

/** Found without diacritics; of thousands only the first are drawn. */
const byFoldedLabel = <T,>({ options, search, limit }: { readonly options: T[]; readonly search: string; readonly limit: number }): T[] => {
  const wanted = fold(search)
  return options.filter((option) => fold((option as Options[number]).label ?? '').includes(wanted)).slice(0, limit)
}

interface Common {
  readonly label: string
  readonly units: readonly Unit[]
  readonly required?: boolean
  readonly placeholder?: string
}

const shared = { searchable: true, limit: shownUnits, filter: byFoldedLabel, nothingFoundMessage: texts.noUnit } as const

interface Single extends Common {
  readonly value: string | null
  readonly onChange: (unitId: string | null) => void
  readonly clearable?: boolean
}

/** One unit out of thousands, by typing. */
export const UnitSelect = ({ units, placeholder = texts.unitPlaceholder, clearable = false, ...props }: Single) => (
  <Select {...props} {...shared} data={optionsOf(units)} placeholder={placeholder} {...(clearable && { clearable })} />
)

interface Several extends Common {
  readonly value: readonly string[]
  readonly onChange: (unitIds: readonly string[]) => void
}

/** Several units, by typing. */
export const UnitsSelect = ({ units, value, placeholder = texts.unitPlaceholder, ...props }: Several) => (
  <MultiSelect {...props} {...shared} value={[...value]} data={optionsOf(units)} placeholder={value.length ? '' : placeholder} />
)
