import { parseDecimal } from '../exact/decimal.ts'
import { compareFractions } from '../exact/fraction.ts'
import { errorAt, type Problem } from '../problem.ts'
import { factField, factKeys } from './fact-catalogue.ts'
import type { Facts } from './fact-value.ts'

/** Facts against each other: a part is never above its whole (files on time of files settled). In the order of the catalogue; a whole that nobody entered is no bound. */
export const checkFacts = (facts: Facts): readonly Problem[] =>
  factKeys.flatMap((key) => {
    const { partOf } = factField(key)
    const [part, whole] = [figureOf(facts, key), partOf === undefined ? undefined : figureOf(facts, partOf)]
    if (part === undefined || whole === undefined || compareFractions(part, whole) <= 0) return []
    return [
      errorAt('outOfRange', key, {
        field: key,
        value: String(facts[key]),
        to: String((facts as Readonly<Record<string, unknown>>)[partOf ?? '']),
      }),
    ]
  })

const figureOf = (facts: Facts, key: string) => {
  const value = (facts as Readonly<Record<string, unknown>>)[key]
  return typeof value === 'string' ? parseDecimal(value) : undefined
}
