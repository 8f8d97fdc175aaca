import { fold } from '../fold.ts'
import { errorAt, type Problem } from '../problem.ts'
import type { UnitKind } from '../vocabulary.ts'

/** A unit as one line of a list says it. `parentCode` is the code of the unit above; the aliases are other spellings of the name. */
export interface UnitRow {
  readonly line: number
  readonly code: string
  readonly name: string
  readonly kind: UnitKind
  readonly group?: string
  readonly parentCode?: string
  readonly aliases: readonly string[]
}

/** What stands for a column that a line leaves empty, and the words by which kinds are known, folded. */
export interface UnitRowReading {
  readonly kind: UnitKind
  readonly group: string
  readonly kindsByWord: ReadonlyMap<string, UnitKind>
}

export interface ReadUnitRows {
  readonly units: readonly UnitRow[]
  readonly problems: readonly Problem[]
}

const isHeading = (cells: readonly string[]): boolean => ['ma', 'ma don vi', 'stt'].includes(fold(cells[0] ?? ''))

const readRow = (cells: readonly string[], line: number, reading: UnitRowReading): { unit: UnitRow; problems: readonly Problem[] } => {
  const [code = '', name = '', kindText = '', groupText = '', parentCode = '', aliasText = ''] = cells
  const kind = kindText === '' ? reading.kind : reading.kindsByWord.get(fold(kindText))
  const group = groupText || reading.group
  const aliases = aliasText
    .split(';')
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '')
  const problems: Problem[] = []
  if (!code) problems.push(errorAt('missingField', 'code', { field: 'code' }, line))
  if (!name) problems.push(errorAt('missingField', 'name', { field: 'name' }, line))
  if (!kind) problems.push(errorAt('invalidValue', 'kind', { field: 'kind', value: kindText, expected: 'unitKind' }, line))
  const unit = { line, code, name, kind: kind ?? reading.kind, aliases, ...(group && { group }), ...(parentCode && { parentCode }) }
  return { unit, problems }
}

/**
 * Rows of a list of units: code, name, kind, group, code of the unit above, other names parted by semicolons. A heading and empty rows are passed
 * over; a code that stands twice and every doubtful row is a problem with its line, and is left out. Lines are 1-based.
 */
export const readUnitRows = (rows: readonly (readonly string[])[], reading: UnitRowReading): ReadUnitRows => {
  const units: UnitRow[] = []
  const problems: Problem[] = []
  const lineOfCode = new Map<string, number>()
  for (const [index, row] of rows.entries()) {
    const cells = row.map((cell) => cell.normalize('NFC').trim())
    if (cells.every((cell) => cell === '') || (index === 0 && isHeading(cells))) continue
    const found = readRow(cells, index + 1, reading)
    const first = lineOfCode.get(found.unit.code)
    const repeated = found.unit.code !== '' && first !== undefined
    const told = repeated
      ? [...found.problems, errorAt('repeatedLine', 'code', { value: found.unit.code, first }, index + 1)]
      : found.problems
    lineOfCode.set(found.unit.code, first ?? index + 1)
    problems.push(...told)
    if (told.length === 0) units.push(found.unit)
  }
  return { units, problems }
}
