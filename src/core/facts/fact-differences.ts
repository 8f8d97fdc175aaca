import type { FactKey } from './fact-catalogue.ts'
import type { FactValue } from './fact-value.ts'
import type { ImportedFact } from './import-profile.ts'

/** What running an import again would change; nothing is overwritten before a person has seen it. */
export interface FactDifference {
  readonly unit: string
  readonly key: FactKey
  readonly before: FactValue | undefined
  readonly after: FactValue
}

/** Differences between what stands and what a source says; equal values are no difference. */
export const differencesOf = (
  imported: readonly ImportedFact[],
  standing: (unit: string, key: FactKey) => FactValue | undefined,
): readonly FactDifference[] =>
  imported.flatMap(({ unit, key, value }) => {
    const before = standing(unit, key)
    return JSON.stringify(before) === JSON.stringify(value) ? [] : [{ unit, key, before, after: value }]
  })
