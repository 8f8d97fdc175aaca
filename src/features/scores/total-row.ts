import type { StandingTotal } from '../../core/results/standing-totals.ts'

/** A row of `unit_total` as it is written: the whole of a unit, with its areas as `printAreas` prints them. */
export interface TotalRow extends Omit<StandingTotal, 'areas'> {
  readonly unitId: string
  readonly ranked: boolean
  readonly differs: number
  readonly areas: string
}

/** A row as one text: what is compared with {@link file://./write-totals.ts}'s print of what stands. */
export const printTotal = (row: TotalRow): string => {
  const { bySource } = row
  const sums = `${row.ranked}|${row.exact ?? ''}|${row.points ?? ''}|${row.appliedMax}|${row.percent ?? ''}`
  const sources = `${bySource.appraised}|${bySource.survey}|${bySource.external}|${bySource.panel}`
  return `${sums}|${sources}|${row.missing}|${row.notApplicable}|${row.answered}|${row.leaves}|${row.differs}|${row.areas}`
}
