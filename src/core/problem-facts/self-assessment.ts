/** Why a division, or its unit, cannot do this with a part of the self-assessment. */
export interface SelfAssessmentProblemFacts {
  wrongPartState: {
    readonly state: 'working' | 'finished' | 'handedIn' | 'merged'
    readonly act: 'finish' | 'resume' | 'handIn' | 'giveBack' | 'merge' | 'takeIn'
  }
  /** The leaf is not among those that the division was given. */
  leafOfOthers: Record<never, never>
  /** The division has finished or handed in what it says of the leaf. */
  leafHandedIn: Record<never, never>
  partNotMerged: { readonly division: string }
  headSubmits: Record<never, never>
  nothingToShareOut: Record<never, never>
  noUnitAbove: Record<never, never>
  /** A file that is no workbook of a self-assessment, or lost the sheet by which it is known. */
  notAWorkbook: Record<never, never>
  /** A workbook that was written out for something else than what it is handed in for. */
  otherWorkbook: { readonly what: 'authority' | 'cycle' | 'unit' | 'framework' }
  workbookRowTwice: { readonly first: number }
  workbookRowGone: Record<never, never>
  statusNotListed: { readonly value: string }
  pointsBesideStatus: Record<never, never>
  explanationTooLong: { readonly limit: number; readonly actual: number }
}
