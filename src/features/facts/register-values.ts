import { type FactKey, factField, factGroupOf, type FactGroup, factKeys } from '../../core/facts/fact-catalogue.ts'
import { checkFacts } from '../../core/facts/check-facts.ts'
import type { ColumnType } from '../../core/facts/fact-field.ts'
import type { FactLine, FactValue } from '../../core/facts/fact-value.ts'
import { fold } from '../../core/fold.ts'
import { factLabels } from '../../language/fact-labels.ts'
import { factGroups } from '../../language/fact-words.ts'
import { formatDate, formatFigure } from '../../language/format.ts'
import type { Stored } from '../../web/widgets/autosave/autosave-state.ts'
import type { FactRegister } from './contract.ts'

/** A fact as the page has it: its plain form, or what was typed where that is none; empty text or no lines is no fact. */
export type Draft = string | readonly FactLine[]

export const isEmpty = (draft: Draft): boolean => draft.length === 0
export const sameDraft = (a: Draft, b: Draft): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)
export const emptyDraft = (key: FactKey): Draft => (factField(key).type === 'list' ? [] : '')

/** A value for reading: figures with a comma, days as dd/mm/yyyy. */
export const plainText = (type: ColumnType, value: string): string => {
  if (type === 'date') return formatDate(value)
  if (type === 'moment') return value.replace(/^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})$/, '$3/$2/$1 $4')
  return (type === 'count' || type === 'figure') && /^\d+(\.\d+)?$/.test(value) ? formatFigure(value) : value
}

/** What the server has for every field; version 0 where nothing. */
export const storedFacts = ({ facts }: FactRegister): readonly Stored<Draft>[] => {
  const given = new Map(facts.map((fact) => [fact.key, fact]))
  return factKeys.map((key) => {
    const fact = given.get(key)
    if (!fact) return { id: key, version: 0, value: emptyDraft(key) }
    return { id: key, version: fact.version, value: fact.value, by: fact.changedBy?.name, moment: fact.changedAt }
  })
}

/** Facts that stand against each other, by the two fields that each concerns. */
export const clashesOf = (drafts: ReadonlyMap<string, Draft>): ReadonlyMap<string, { readonly part: FactKey; readonly whole: FactKey }> => {
  const facts = Object.fromEntries([...drafts].filter(([, draft]) => !isEmpty(draft))) as Readonly<Partial<Record<FactKey, FactValue>>>
  return new Map(
    checkFacts(facts).flatMap(({ at }) => {
      const part = at as FactKey
      const clash = { part, whole: factField(part).partOf as FactKey }
      return [
        [clash.part, clash],
        [clash.whole, clash],
      ] as const
    }),
  )
}

export interface Group {
  readonly group: FactGroup
  readonly keys: readonly FactKey[]
  readonly isNeeded: boolean
}

/** Groups with the fields that a search leaves; groups that a criterion needs first, and in them the needed fields first. */
export const groupsOf = (needed: ReadonlyMap<FactKey, readonly string[]>, search: string): readonly Group[] => {
  const wanted = fold(search)
  const fits = (key: FactKey): boolean =>
    wanted === '' ||
    fold(`${factLabels[key]} ${factGroups[factGroupOf(key)]}`).includes(wanted) ||
    (needed.get(key) ?? []).some((code) => code.startsWith(search.trim()))
  const byGroup = Map.groupBy(factKeys.filter(fits), factGroupOf)
  const groups = [...byGroup].map(([group, keys]) => ({
    group,
    keys: keys.toSorted((a, b) => Number(needed.has(b)) - Number(needed.has(a))),
    isNeeded: keys.some((key) => needed.has(key)),
  }))
  return groups.toSorted((a, b) => Number(b.isNeeded) - Number(a.isNeeded))
}

/** Last year's value as this year's beginning: its days are no days of this year. */
export const takenOver = (key: FactKey, value: Draft): Draft => {
  if (typeof value === 'string') return value
  const columns = factField(key).columns ?? {}
  const isDay = (column: string): boolean => columns[column] === 'date' || columns[column] === 'moment'
  return value.map((line) => Object.fromEntries(Object.entries(line).filter(([column]) => !isDay(column))))
}

export const canTakeOver = (key: FactKey): boolean => !['date', 'moment'].includes(factField(key).type)
