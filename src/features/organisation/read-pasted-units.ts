import { fold } from '../../core/fold.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { type UnitKind, unitKinds } from '../../core/vocabulary.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import type { NewUnit } from './contract.ts'

/** What stands for a column that a line leaves empty. */
export interface UnitDefaults {
  readonly kind: UnitKind
  readonly group: string
}

export interface PastedUnits {
  readonly units: readonly NewUnit[]
  readonly problems: readonly Problem[]
}

const kindsByLabel = new Map(unitKinds.map((kind) => [fold(labelsVi.unitKinds[kind]), kind]))
const isHeading = (cells: readonly string[]): boolean => ['ma', 'ma don vi', 'stt'].includes(fold(cells[0] ?? ''))

/** Reads lines copied out of a spreadsheet: code, name, kind, group, parted by tabs. Every doubtful line is told; a heading is passed over. */
export const readPastedUnits = (text: string, defaults: UnitDefaults): PastedUnits => {
  const units: NewUnit[] = []
  const problems: Problem[] = []
  const lineOfCode = new Map<string, number>()
  for (const [index, lineText] of text.normalize('NFC').split(/\r?\n/).entries()) {
    const cells = lineText.split('\t').map((cell) => cell.trim())
    if (cells.every((cell) => cell === '') || (index === 0 && isHeading(cells))) continue
    const found = readLine(cells, index + 1, defaults)
    const { code } = found.unit
    const first = lineOfCode.get(code)
    if (code && first !== undefined) found.problems.push(errorAt('alreadyExists', 'code', { what: 'unit', value: code }, index + 1))
    lineOfCode.set(code, first ?? index + 1)
    problems.push(...found.problems)
    if (found.problems.length === 0) units.push(found.unit)
  }
  return { units, problems }
}

const readLine = (cells: readonly string[], line: number, defaults: UnitDefaults): { unit: NewUnit; problems: Problem[] } => {
  const [code = '', name = '', kindText = '', groupText = ''] = cells
  const kind = kindText === '' ? defaults.kind : kindsByLabel.get(fold(kindText))
  const group = groupText || defaults.group
  const problems: Problem[] = []
  if (!code) problems.push(errorAt('missingField', 'code', { field: 'code' }, line))
  if (!name) problems.push(errorAt('missingField', 'name', { field: 'name' }, line))
  if (!kind) {
    const expected = unitKinds.map((each) => labelsVi.unitKinds[each]).join(', ')
    problems.push(errorAt('invalidValue', 'kind', { field: 'kind', value: kindText, expected }, line))
  }
  return { unit: { code, name, kind: kind ?? defaults.kind, ranked: true, ...(group && { group }) }, problems }
}
