import type { Results, UnitResult } from '../core/results/results.ts'
import { commandLineWords } from '../language/command-line.ts'
import { formatFigure, formatPercent } from '../language/format.ts'
import type { Language } from '../language/language.ts'
import { printTable } from './table.ts'

const last = Number.MAX_SAFE_INTEGER

/** Results as a ranking table, best first within each group, units without rank last; with the name of the bundle that was written. */
export const showResults = (results: Results, bundle: string | undefined, language: Language): string => {
  const words = commandLineWords[language]
  const groups = [...new Set(results.units.map((unit) => unit.group))]
  const tables = groups.map((group) => {
    const units = results.units.filter((unit) => unit.group === group).sort((a, b) => (a.rank ?? last) - (b.rank ?? last))
    const headings = [words.rank, words.unit, words.points, words.maximum, words.percent, words.class, words.missing]
    const table = printTable(
      headings,
      units.map((unit) => rowOf(unit, language)),
      [0, 2, 3, 4, 6],
    )
    return group === undefined ? table : `${group}\n${table}`
  })
  return [...tables, ...(bundle === undefined ? [] : [words.bundleWritten(bundle)])].join('\n\n')
}

const rowOf = (unit: UnitResult, language: Language): readonly string[] => [
  unit.rank === null ? '' : String(unit.rank),
  unit.unit,
  unit.points === null ? '' : formatFigure(unit.points, language),
  formatFigure(unit.appliedMax, language),
  unit.percent === null ? '' : formatPercent(unit.percent, 2, language),
  unit.class ?? '',
  unit.missing === undefined ? '' : String(unit.missing),
]
