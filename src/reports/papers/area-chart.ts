import { chartWords } from '../../language/reports/chart-words.ts'
import { columnWords, ordinaryCase } from '../../language/reports/common-words.ts'
import type { Block } from '../report.ts'
import { chartOf } from './blocks.ts'
import { shareOf } from './periodic-sentences.ts'
import type { UnitSheet } from './unit-sheet.ts'

/** The share of its maximum that each area of a unit reached, as a radar; an area without points is left out. */
export const areaChart = (sheet: UnitSheet, round: 'claimed' | 'given'): readonly Block[] => {
  const lines = sheet.rows
    .filter(({ depth }) => depth === 0)
    .flatMap((row) => {
      const value = shareOf(row[round]?.points ?? undefined, row.maxPoints)
      return value === undefined ? [] : [{ label: ordinaryCase(row.name), value }]
    })
  const names = { value: round === 'claimed' ? columnWords.claimed : columnWords.points }
  return lines.length < 2 ? [] : [chartOf({ kind: 'radar', lines, names }, chartWords.unit(sheet.unit))]
}
