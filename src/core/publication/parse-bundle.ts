import { z } from 'zod'
import { parsePoints } from '../exact/points.ts'
import { shapeProblems } from '../shape-problems.ts'
import { nodeId, unitId } from '../ids.ts'
import { nestsDeeperThan } from '../nesting.ts'
import { errorAt, type Problem } from '../problem.ts'
import { accept, refuse, type Result } from '../result.ts'
import { resultsShape } from '../results/results-file.ts'
import type { LeafScore, UnitScores } from '../results/scores.ts'
import { rankings, treatments } from '../vocabulary.ts'
import { type Bundle, type BundledUnit, bundleFormat } from './bundle.ts'

const scoreShape = z.strictObject({
  status: z.enum(['scored', 'notApplicable', 'missing', 'notMeasured']),
  points: z.string().optional(),
  appliedMax: z.string().optional(),
  treatment: z.enum(treatments).optional(),
})

const standingShape = z.strictObject({ status: scoreShape.shape.status, points: z.string().optional() })

const groundShape = z.strictObject({
  claimed: standingShape.optional(),
  given: standingShape,
  reason: z.string().optional(),
  basis: z.string().optional(),
  inputs: z.record(z.string(), z.unknown()).optional(),
})

const bundleShape = z.strictObject({
  format: z.literal(bundleFormat),
  framework: z.record(z.string(), z.unknown()),
  inputs: z.array(
    z.strictObject({ unit: z.string(), group: z.string().optional(), ranked: z.boolean(), scores: z.record(z.string(), scoreShape) }),
  ),
  options: z.strictObject({
    ranking: z.enum(rankings).optional(),
    notApplicable: z.enum(treatments).optional(),
    previous: resultsShape.optional(),
    trace: z.boolean().optional(),
  }),
  results: resultsShape,
  grounds: z.record(z.string(), z.record(z.string(), groundShape)).optional(),
  groundsHash: z.string().optional(),
  hash: z.string(),
})

/** Nodes of the framework and traces of the results nest; neither as deep as this. */
const deepest = 100

/** Reads a bundle file. Nothing unknown is let through: what is not looked at is not verified. */
export const parseBundle = (input: unknown): Result<Bundle> => {
  if (nestsDeeperThan(input, deepest))
    return refuse(errorAt('tooLarge', '', { what: 'levels', limit: `${deepest}`, actual: `> ${deepest}` }))
  const shape = bundleShape.safeParse(input)
  return shape.success ? accept(shape.data as unknown as Bundle) : refuse(...shapeProblems(shape.error, input))
}

type BundledScores = BundledUnit['scores']

const unbundleScore = (id: string, score: BundledScores[string]): LeafScore | Problem => {
  if (score.status !== 'scored') return score as LeafScore
  const points = parsePoints(score.points ?? '')
  if (points === undefined) return errorAt('invalidPoints', id, { value: score.points ?? '' })
  if (score.appliedMax === undefined) return { status: 'scored', points }
  const appliedMax = parsePoints(score.appliedMax)
  return appliedMax === undefined ? errorAt('invalidPoints', id, { value: score.appliedMax }) : { status: 'scored', points, appliedMax }
}

/** The scores of a bundle as `computeResults` takes them. */
export const unbundleUnits = (inputs: readonly BundledUnit[]): Result<readonly UnitScores[]> => {
  const problems: Problem[] = []
  const units = inputs.map(({ unit, group, ranked, scores }): UnitScores => {
    const read = Object.entries(scores).map(([id, score]) => [nodeId(id), unbundleScore(id, score)] as const)
    problems.push(...read.flatMap(([, score]) => ('code' in score ? [score] : [])))
    const kept = read.flatMap(([id, score]) => ('code' in score ? [] : [[id, score] as const]))
    return { unit: unitId(unit), ...(group !== undefined && { group }), ranked, scores: new Map(kept) }
  })
  return problems.length > 0 ? refuse(...problems) : accept(units)
}
