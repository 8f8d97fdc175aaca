import type { Facts } from '../../../core/facts/fact-value.ts'
import type { Sheet } from '../contract.ts'

/** What the register of facts knows, with the moment of each fact. */
export interface RegisterFacts {
  readonly facts: Facts
  readonly changedAt: ReadonlyMap<string, string>
}

export const registerFactsOf = ({ facts }: Pick<Sheet, 'facts'>): RegisterFacts => ({
  facts: Object.fromEntries(facts.map(({ key, value }) => [key, value])),
  changedAt: new Map(facts.map(({ key, changedAt }) => [key, changedAt])),
})
