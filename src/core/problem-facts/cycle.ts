/** What is doubtful in the plan of a cycle. */
export interface CycleProblemFacts {
  stepWithout: { readonly step: string; readonly lacks: 'time' | 'responsible' }
  stepsOverlap: {
    readonly step: string
    readonly before: string
    readonly day: string
    readonly time?: string
    readonly ends: string
    readonly endsTime?: string
  }
  /** `opens` is a minute of the authority's clock. */
  notOpenYet: { readonly opens: string }
  notItsNewVersion: Record<never, never>
  /** A trial cycle is neither published nor issued in papers. */
  trialHasNoEffect: Record<never, never>
  notATrial: Record<never, never>
  nameNotTyped: { readonly name: string }
  stepCircle: { readonly step: string }
}
