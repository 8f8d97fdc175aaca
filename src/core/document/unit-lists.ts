import { fold } from './clean-text.ts'
import type { PrintedRow } from './printed-row.ts'
import { knownUnits, splitUnits } from './unit-names.ts'
import { unitRun } from './unit-run.ts'

/** The units a row assigns its work to. */
export interface RowUnits {
  readonly leadUnits: readonly string[]
  readonly coordinatingUnits: readonly string[]
}

/** Parts the cells of units; what stands alone in some cell of the table helps to part the others. */
export const unitLists = (rows: readonly PrintedRow[]): ((row: PrintedRow) => RowUnits) => {
  const cells = rows
    .flatMap((row) => [row.texts.lead ?? '', row.texts.coordinating ?? ''])
    .filter((text) => text !== '' && !ditto.test(text))
  const known = knownUnits(cells)
  const [leads, coordinating] = [textsWithDitto(rows, 'lead'), textsWithDitto(rows, 'coordinating')]
  const parted = new Map<string, readonly string[]>()
  const part = (text: string): readonly string[] => {
    const units = parted.get(text) ?? splitUnits(text, known).flatMap((unit) => partRun(unit, known))
    parted.set(text, units)
    return units
  }
  const read = new Map<PrintedRow, RowUnits>()
  return (row) => {
    const units = read.get(row) ?? {
      leadUnits: part(leads.get(row) ?? ''),
      coordinatingUnits: part(coordinating.get(row) ?? ''),
    }
    read.set(row, units)
    return units
  }
}

/** Names that follow one another because a PDF lost the break of line between them; one of them stands alone elsewhere. */
const partRun = (text: string, known: ReadonlySet<string>): readonly string[] => {
  const run = unitRun(text)
  return run && run.length > 1 && run.slice(1).every(({ isListed }) => !isListed) && run.some((unit) => known.has(fold(unit.text)))
    ? run.map((unit) => unit.text)
    : [text]
}

/** "nt", "như trên", a ditto mark: what the last filled cell above says. */
const ditto = /^[-–\s]*(?:n\.?t\.?|như trên|[“”"'’]{1,2}|\/\/)[-–\s]*$/iu

const textsWithDitto = (rows: readonly PrintedRow[], role: 'lead' | 'coordinating'): ReadonlyMap<PrintedRow, string> => {
  const texts = new Map<PrintedRow, string>()
  let above = ''
  for (const row of rows) {
    const own = row.texts[role]
    if (own === undefined) continue
    if (!ditto.test(own)) above = own
    texts.set(row, ditto.test(own) && above !== '' ? above : own)
  }
  return texts
}
