/** Values that do not fit, of scores and of bundles. Points and figures are text with a decimal point. */
export interface ValueProblemFacts {
  invalidValue: { readonly field: string; readonly value: string; readonly expected: string }
  missingField: { readonly field: string }
  invalidPoints: { readonly value: string }
  abovePoints: { readonly points: string; readonly max: string }
  belowPoints: { readonly points: string; readonly min: string }
  notALeaf: { readonly node: string }
  unknownNode: { readonly node: string }
  unknownUnit: { readonly unit: string }
  duplicateLine: { readonly unit: string; readonly node: string; readonly first: number }
  nothingApplies: { readonly unit: string }
  treatmentNotAllowed: { readonly treatment: string }
  missingReason: { readonly claimed: string; readonly given: string }
  missingEvidence: Record<never, never>
  missingBasis: Record<never, never>
  unanswered: Record<never, never>
  pointsDifferFromRule: { readonly given: string; readonly rule: string }
  factsAsked: Record<never, never>
  factsNotAsked: Record<never, never>
  reasonDue: Record<never, never>
  incomplete: { readonly missing: number; readonly of: number }
  bundleDiffers: { readonly unit: string; readonly field: string; readonly printed: string; readonly derived: string }
  hashDiffers: { readonly printed: string; readonly derived: string }
}
