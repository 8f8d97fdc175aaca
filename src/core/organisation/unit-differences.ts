import { errorAt, type Problem, warningAt } from '../problem.ts'
import type { UnitKind } from '../vocabulary.ts'
import { unitByName } from './same-name.ts'
import type { UnitRow } from './unit-rows.ts'

/** A unit that is known. */
export interface KnownUnit {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: UnitKind
  readonly group?: string
  readonly parentCode?: string
  readonly aliases: readonly string[]
}

export type UnitField = 'name' | 'kind' | 'group' | 'parentCode' | 'aliases'

export interface UnitChange {
  readonly unit: KnownUnit
  readonly row: UnitRow
  readonly fields: readonly UnitField[]
}

/** What a list would do: units it adds, units it changes and in what, how many stay, and which it does not name. Nothing is ever taken away by a list. */
export interface UnitDifferences {
  readonly added: readonly UnitRow[]
  readonly changed: readonly UnitChange[]
  readonly unchanged: number
  readonly absent: readonly KnownUnit[]
  readonly problems: readonly Problem[]
}

const differs = (unit: KnownUnit, row: UnitRow): readonly UnitField[] => {
  const fields: UnitField[] = []
  if (unit.name !== row.name) fields.push('name')
  if (unit.kind !== row.kind) fields.push('kind')
  if (row.group !== undefined && unit.group !== row.group) fields.push('group')
  if (row.parentCode !== undefined && unit.parentCode !== row.parentCode) fields.push('parentCode')
  if (row.aliases.some((alias) => !unit.aliases.includes(alias))) fields.push('aliases')
  return fields
}

/**
 * A list against the units that are known, by code. A new code whose name is another spelling of a known unit is a warning: perhaps it is that unit.
 * A code above that neither the list nor the authority knows is an error with its line.
 */
export const compareUnits = (known: readonly KnownUnit[], rows: readonly UnitRow[]): UnitDifferences => {
  const byCode = new Map(known.map((unit) => [unit.code, unit]))
  const listed = new Set(rows.map(({ code }) => code))
  const findByName = unitByName(known)
  const problems: Problem[] = []
  const added: UnitRow[] = []
  const changed: UnitChange[] = []
  let unchanged = 0
  for (const row of rows) {
    if (row.parentCode !== undefined && !listed.has(row.parentCode) && !byCode.has(row.parentCode))
      problems.push(errorAt('unknownUnit', 'parentCode', { unit: row.parentCode }, row.line))
    const unit = byCode.get(row.code)
    if (!unit) {
      const alike = findByName(row.name)
      if (alike) problems.push(warningAt('unitSpelling', row.code, { spellings: [row.name, alike.name], proposed: alike.name }, row.line))
      added.push(row)
      continue
    }
    const fields = differs(unit, row)
    if (fields.length > 0) changed.push({ unit, row, fields })
    else unchanged += 1
  }
  return { added, changed, unchanged, absent: known.filter(({ code }) => !listed.has(code)), problems }
}
