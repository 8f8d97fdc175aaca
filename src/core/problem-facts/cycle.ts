/** What is doubtful in the plan of a cycle. */
export interface CycleProblemFacts {
  stepWithout: { readonly step: string; readonly lacks: 'time' | 'responsible' }
  stepsOverlap: { readonly step: string; readonly before: string; readonly day: string; readonly ends: string }
  /** `opens` is a minute of the authority's clock. */
  notOpenYet: { readonly opens: string }
  stepCircle: { readonly step: string }
}
