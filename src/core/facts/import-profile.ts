import { fold } from '../fold.ts'
import { errorAt, type Problem } from '../problem.ts'
import { type FactKey, isFactKey } from './fact-catalogue.ts'
import type { FactValue } from './fact-value.ts'
import { parseFact } from './parse-fact.ts'

/**
 * How one outside source (procedure index, one-stop system, document system, staff system) hands over its table: which column names the unit, which column is which fact.
 * Headings are compared without diacritics, case and blanks. `decimal` is the sign that source writes; the other sign then groups thousands.
 */
export interface ImportProfile {
  readonly name: string
  readonly unitColumn: string
  readonly columns: Readonly<Record<string, FactKey>>
  readonly decimal: ',' | '.'
}

/** A fact as a source says it, with the 1-based row it stands in. */
export interface ImportedFact {
  readonly unit: string
  readonly key: FactKey
  readonly value: FactValue
  readonly row: number
}

export interface ImportedFacts {
  readonly facts: readonly ImportedFact[]
  /** Rows and cells that were left out, and why; all at once. */
  readonly problems: readonly Problem[]
}

/** Finds the unit that a source means by its code or by one of its names; `undefined` where there is none. */
export type FindUnit = (text: string) => string | undefined

/**
 * Reads rows of a source through its profile, heading row first. A cell that is empty says nothing. A heading or a unit that is not known, and a value that does not fit, are problems;
 * what fits is kept, so that one bad cell does not lose a file.
 */
export const readImport = (profile: ImportProfile, rows: readonly (readonly string[])[], findUnit: FindUnit): ImportedFacts => {
  const [heading = [], ...body] = rows
  const folded = heading.map(fold)
  const unitAt = folded.indexOf(fold(profile.unitColumn))
  const columns = Object.entries(profile.columns)
    .map(([name, key]) => ({ name, key, at: folded.indexOf(fold(name)) }))
    .sort((one, other) => one.at - other.at)
  const absent = [...(unitAt < 0 ? [profile.unitColumn] : []), ...columns.filter(({ at }) => at < 0).map(({ name }) => name)]
  const problems: Problem[] = absent.map((field) => errorAt('missingField', 'heading', { field }, 1))
  if (unitAt < 0) return { facts: [], problems }
  const facts: ImportedFact[] = []
  const seen = new Map<string, number>()
  for (const [index, row] of body.entries()) {
    const line = index + 2
    const name = row[unitAt]?.trim() ?? ''
    if (name === '') continue
    const unit = findUnit(name)
    const first = unit === undefined ? undefined : seen.get(unit)
    if (unit === undefined) problems.push(errorAt('unknownUnit', name, { unit: name }, line))
    else if (first !== undefined) problems.push(errorAt('duplicateLine', name, { unit: name, node: profile.name, first }, line))
    else {
      seen.set(unit, line)
      const read = readRow(row, columns, profile, line)
      facts.push(...read.facts.map((fact) => ({ ...fact, unit, row: line })))
      problems.push(...read.problems)
    }
  }
  return { facts, problems }
}

interface RowFacts {
  readonly facts: readonly { readonly key: FactKey; readonly value: FactValue }[]
  readonly problems: readonly Problem[]
}

const readRow = (
  row: readonly string[],
  columns: readonly { readonly key: FactKey; readonly at: number }[],
  { decimal }: ImportProfile,
  line: number,
): RowFacts => {
  const read = columns.flatMap(({ key, at }) => {
    const text = row[at]?.trim() ?? ''
    return text === '' ? [] : [{ key, parsed: parseFact(key, withoutGroups(text, decimal)) }]
  })
  return {
    facts: read.flatMap(({ key, parsed }) => (parsed.ok ? [{ key, value: parsed.value }] : [])),
    problems: read.flatMap(({ parsed }) => (parsed.ok ? [] : parsed.problems.map((problem) => ({ ...problem, line })))),
  }
}

/** "1.234.567,5" of a source that writes a decimal comma is 1234567,5; text that is no figure stays as it is. */
const withoutGroups = (text: string, decimal: ',' | '.'): string => {
  const group = decimal === ',' ? '.' : ','
  const figure = new RegExp(`^\\d{1,3}(?:\\${group}\\d{3})+(?:\\${decimal}\\d+)?$`)
  return figure.test(text) ? text.replaceAll(group, '') : text
}

/** A profile names at least one column, and only facts that the register has. */
export const checkProfile = (columns: Readonly<Record<string, string>>): readonly Problem[] => {
  const entries = Object.entries(columns)
  if (entries.length === 0) return [errorAt('missingField', 'columns', { field: 'columns' })]
  return entries.filter(([, key]) => !isFactKey(key)).map(([heading, key]) => errorAt('unknownField', heading, { field: key }))
}
