import { readUnitRows, type UnitRowReading } from '../../core/organisation/unit-rows.ts'
import { fold } from '../../core/fold.ts'
import type { Problem } from '../../core/problem.ts'
import { unitKinds } from '../../core/vocabulary.ts'
import { labelsVi } from '../../language/labels.vi.ts'
import type { NewUnit } from './contract.ts'

const kindsByWord = new Map(unitKinds.map((kind) => [fold(labelsVi.unitKinds[kind]), kind]))

export interface PastedUnits {
  readonly units: readonly NewUnit[]
  readonly problems: readonly Problem[]
}

/** Lines copied out of a spreadsheet, cells parted by tabs. What stands above is found by the import of a file alone, where codes are known. */
export const readPastedUnits = (text: string, defaults: Omit<UnitRowReading, 'kindsByWord'>): PastedUnits => {
  const rows = text.split(/\r?\n/).map((line) => line.split('\t'))
  const { units, problems } = readUnitRows(rows, { ...defaults, kindsByWord })
  return {
    units: units.map(({ code, name, kind, group, aliases }) => ({
      code,
      name,
      kind,
      ranked: true,
      aliases: [...aliases],
      ...(group && { group }),
    })),
    problems,
  }
}
