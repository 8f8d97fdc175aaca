import type { StandingTotal } from '../../core/results/standing-totals.ts'

/** A row of `unit_total` as it is written. */
export interface TotalRow extends StandingTotal {
  readonly unitId: string
  readonly ranked: boolean
  readonly differs: number
}

const textOf = (row: TotalRow): string => {
  const { bySource } = row
  const sums = `${row.nodeId}|${row.ranked}|${row.exact ?? ''}|${row.points ?? ''}|${row.appliedMax}|${row.percent ?? ''}`
  const sources = bySource ? `${bySource.appraised}|${bySource.survey}|${bySource.external}|${bySource.panel}` : '|||'
  return `${sums}|${sources}|${row.missing}|${row.notApplicable}|${row.answered}|${row.leaves}|${row.differs}`
}

/** All rows of one unit as one text, rows by node: what is compared with {@link file://./write-totals.ts}'s print of what stands. */
export const printTotals = (rows: readonly TotalRow[]): string => rows.map(textOf).sort().join('\n')
