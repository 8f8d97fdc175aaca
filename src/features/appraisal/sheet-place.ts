/** A unit in a cycle: what a sheet of the appraisal is of. */
export interface SheetPlace {
  readonly cycleId: string
  readonly unitId: string
}
