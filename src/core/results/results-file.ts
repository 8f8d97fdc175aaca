import { z } from 'zod'
import { shapeProblems } from '../shape-problems.ts'
import { accept, refuse, type Result } from '../result.ts'
import { rankings, sources } from '../vocabulary.ts'
import type { Results } from './results.ts'

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/)

const sumShape = {
  points: decimal.nullable(),
  appliedMax: decimal,
  percent: decimal.nullable(),
  rank: z.number().int().positive().nullable(),
}

const unitShape = z.looseObject({
  unit: z.string(),
  group: z.string().optional(),
  ...sumShape,
  exact: z.string().nullable(),
  bySource: z.record(z.enum(sources), decimal),
  nodes: z.record(z.string(), z.looseObject(sumShape)),
})

/** The shape of a results file; what a later version adds is let through. */
export const resultsShape = z.looseObject({ units: z.array(unitShape), ranking: z.enum(rankings) })

/** Reads a results file, for example the one of the cycle before. */
export const parseResults = (input: unknown): Result<Results> => {
  const shape = resultsShape.safeParse(input)
  return shape.success ? accept(shape.data as unknown as Results) : refuse(...shapeProblems(shape.error, input))
}
