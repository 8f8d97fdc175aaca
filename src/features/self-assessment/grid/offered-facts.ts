import type { Facts } from '../../../core/facts/fact-value.ts'
import type { Sheet } from '../contract.ts'

/** What registers of facts offer one leaf, with the moment of each fact and whose it is where another unit entered it. */
export interface RegisterFacts {
  readonly facts: Facts
  readonly changedAt: ReadonlyMap<string, string>
  readonly owners: ReadonlyMap<string, string>
}

/** By leaf: of several who know the same fact the first is taken, as the sheet names them. */
export type OfferedFacts = (nodeId: string) => RegisterFacts

export const offeredFactsOf =
  ({ facts }: Pick<Sheet, 'facts'>): OfferedFacts =>
  (nodeId) => {
    const fitting = facts.filter(({ nodeIds }) => nodeIds === undefined || nodeIds.includes(nodeId)).toReversed()
    return {
      facts: Object.fromEntries(fitting.map(({ key, value }) => [key, value])),
      changedAt: new Map(fitting.map(({ key, changedAt }) => [key, changedAt])),
      owners: new Map(fitting.map(({ key, owner }) => [key, owner?.name ?? ''])),
    }
  }
