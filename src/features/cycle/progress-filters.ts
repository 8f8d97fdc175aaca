import { fold } from '../../core/document/clean-text.ts'
import type { UnitProgress } from './contract.ts'

/** Filters of the work list, by their word in the address bar. */
export const progressFilters = ['tat-ca', 'chua-bat-dau', 'chua-nop', 'qua-han', 'da-nop'] as const
export type ProgressFilter = (typeof progressFilters)[number]

/** Closing the appraisal takes units along that never submitted; they stay what they are. */
const isWaiting = ({ submittedAt }: UnitProgress): boolean => submittedAt === undefined

const passes: Readonly<Record<ProgressFilter, (unit: UnitProgress) => boolean>> = {
  'tat-ca': () => true,
  'chua-bat-dau': (unit) => isWaiting(unit) && unit.answered === 0,
  'chua-nop': isWaiting,
  'qua-han': ({ late }) => late,
  'da-nop': (unit) => !isWaiting(unit),
}

export const filterNamed = (word: string): ProgressFilter => progressFilters.find((filter) => filter === word) ?? 'tat-ca'

/** Units of a group whose code or name has what was typed, diacritics or not. */
export const searchUnits = (units: readonly UnitProgress[], group: string, typed: string): readonly UnitProgress[] => {
  const wanted = fold(typed.trim())
  return units.filter((unit) => (!group || unit.group === group) && (!wanted || fold(`${unit.code} ${unit.name}`).includes(wanted)))
}

export const unitsThat = (units: readonly UnitProgress[], filter: ProgressFilter): readonly UnitProgress[] => units.filter(passes[filter])
