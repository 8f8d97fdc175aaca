import { digitalFacts } from './catalogue/digital.ts'
import { directionFacts } from './catalogue/direction.ts'
import { lawFacts } from './catalogue/law.ts'
import { peopleAndMoneyFacts } from './catalogue/people-and-money.ts'
import { procedureFacts } from './catalogue/procedures.ts'
import type { FactField } from './fact-field.ts'

/**
 * Every field of the register that the product knows, in the order of the usual areas. Source: the 42 rows of data that five real plans need (R000-27 to R004-41).
 * An authority may add fields of its own beside them.
 */
export const factCatalogue = { ...directionFacts, ...lawFacts, ...procedureFacts, ...peopleAndMoneyFacts, ...digitalFacts } as const
export type FactKey = keyof typeof factCatalogue

export const factKeys = Object.keys(factCatalogue) as readonly FactKey[]
export const isFactKey = (key: string): key is FactKey => Object.hasOwn(factCatalogue, key)
export const factField = (key: FactKey): FactField => factCatalogue[key]

/** What stands before the dot: fields of one group stand together on the page. */
export type FactGroup = FactKey extends `${infer Group}.${string}` ? Group : never
export const factGroupOf = (key: FactKey): FactGroup => key.slice(0, key.indexOf('.')) as FactGroup
