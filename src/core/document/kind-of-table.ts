import type { ReadKind } from './read-result.ts'
import type { ReadTable } from './read-table.ts'

const rounds = new Set(['claimed', 'firstAppraisal', 'explanation', 'secondAppraisal', 'council'])

/**
 * What a table is by its headings: units with ranks are a ranking, columns of years a roadmap. Columns of rounds make a sheet only where they are
 * filled in; blank ones are a form, and the table is read as criteria, as is one that splits its maxima between appraisal and survey.
 */
export const kindOf = ({ heading, layout, all }: ReadTable): ReadKind => {
  const roles = new Set(heading.columns.map((column) => column.role))
  if (roles.has('unit') && roles.has('rank') && !roles.has('max')) return 'ranking'
  if (roles.has('unit') && !roles.has('name') && (roles.has('rank') || roles.has('points') || roles.has('percent'))) return 'ranking'
  if (roles.has('rank') && !layout.figures.some(({ key }) => key === 'max') && all.every(({ row }) => (row.code?.parts.length ?? 1) === 1))
    return 'ranking'
  if (layout.figures.some(({ key }) => /^20\d\d$/u.test(key))) return 'roadmap'
  const isSplit = !roles.has('claimed') && all.filter(({ row }) => /^\d/u.test(row.texts.survey ?? '')).length > 1
  const filled = all.filter(({ row }) => Object.entries(row.figures).some(([key, figure]) => rounds.has(key) && figure.kind === 'points'))
  return !isSplit && filled.length * 4 > all.length && filled.length > 1 ? 'scoreSheet' : 'criteria'
}
