import type { Clause } from './clauses.ts'
import type { Proposal } from './proposal.ts'
import { readBands } from './read-bands.ts'

/** Units of figures that are no percent and no number of things; days only where they are a time taken, and not a delay or a date. */
const units = 'diem|bac|trieu dong|ty dong|trieu|gio|phut|ngay lam viec|ngay|m2|km'
const inUnit = new RegExp(`(\\d+(?:[.,]\\d+)?) ?(${units})(?![a-z])`)
const late = /\b(?:cham|tre|qua|sau|truoc|ke tu|tang|giam|moi)\b|\d\/\d/

/** Bands of a figure in one unit, read as those of a percent are. Each band has to name the unit, and no other. */
export const readFigures = (clauses: readonly Clause[]): Proposal | undefined => {
  const found = clauses.map(({ folded }) => inUnit.exec(folded)?.[2])
  const said = new Set(found.filter((unit) => unit !== undefined))
  const [unit] = said
  if (unit === undefined || said.size > 1 || clauses.some(({ folded }) => folded.includes('%') || late.test(folded))) return undefined
  const inPercent = clauses.map((clause) => ({
    ...clause,
    folded: clause.folded.replaceAll(new RegExp(`(\\d) ?${unit}(?![a-z])`, 'g'), '$1%'),
  }))
  const bands = readBands(inPercent)
  const [first] = clauses
  const at = first && first.folded.length === first.label.length ? first.folded.indexOf(unit) : -1
  return bands && { ...bands, unit: at < 0 || !first ? unit : first.label.slice(at, at + unit.length) }
}
