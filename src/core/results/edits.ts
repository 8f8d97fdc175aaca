import { z } from 'zod'
import { fractionOfPoints, multiplyFractions, divideFractions } from '../exact/fraction.ts'
import { parsePoints, type Points, sumPoints } from '../exact/points.ts'
import { roundFraction } from '../exact/round.ts'
import type { FrameworkNode } from '../framework/framework.ts'
import { leavesOf, walkNodes } from '../framework/walk.ts'
import { type NodeId, nodeId } from '../ids.ts'
import { errorAt } from '../problem.ts'
import { accept, refuse, type Result } from '../result.ts'
import { treatments } from '../vocabulary.ts'
import { editRule } from './edit-rule.ts'
import type { LeafScore } from './scores.ts'
import { mapNode, type Trial, type TrialFacts } from './trial.ts'

const status = z.enum(['scored', 'notApplicable', 'missing', 'notMeasured'])

/** What somebody tries on a copy. `unit` absent: every unit that has the leaf. */
export const editShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('score'), unit: z.string().optional(), node: z.string(), status, points: z.string().optional() }),
  z.strictObject({ kind: z.literal('notApplicable'), treatment: z.enum(treatments) }),
  z.strictObject({ kind: z.literal('maximum'), node: z.string(), points: z.string() }),
  z.strictObject({ kind: z.literal('rule'), node: z.string(), rule: z.looseObject({ kind: z.string() }) }),
])
export type Edit = z.infer<typeof editShape>

/** a·b/c to four decimals, half up, as points are counted. */
const scaled = (points: Points, to: Points, from: Points): Points => {
  const share = divideFractions(multiplyFractions(fractionOfPoints(points), fractionOfPoints(to)), fractionOfPoints(from))
  return parsePoints(roundFraction(share, 4)) ?? points
}

const rescale = (node: FrameworkNode, to: Points, from: Points): FrameworkNode => {
  const children = node.children.map((child) => rescale(child, to, from))
  return {
    ...node,
    children,
    maxPoints: node.children.length === 0 ? scaled(node.maxPoints, to, from) : sumPoints(children.map(({ maxPoints }) => maxPoints)),
  }
}

const leafMaxima = (nodes: readonly FrameworkNode[]): ReadonlyMap<NodeId, Points> =>
  new Map(leavesOf(nodes).map(({ id, maxPoints }) => [id, maxPoints]))

/** Another maximum of a leaf, or of a node whose leaves then all scale alike; scores keep their share of the maximum, rounded to four decimals. */
const editMaximum = (trial: Trial, { node: id, points: text }: Extract<Edit, { kind: 'maximum' }>): Result<Trial> => {
  const { framework, units } = trial
  const node = [...walkNodes(framework.nodes)].find((each) => each.node.id === id)?.node
  const points = parsePoints(text)
  if (!node) return refuse(errorAt('unknownNode', id, { node: id }))
  if (points === undefined || points <= 0 || node.maxPoints <= 0) return refuse(errorAt('invalidPoints', id, { value: text }))
  const before = leafMaxima([node])
  const nodes = mapNode(framework.nodes, id, (found) => rescale(found, points, node.maxPoints))
  const after = leafMaxima(nodes)
  const rescored = (leaf: NodeId, score: LeafScore): LeafScore => {
    const [old, now] = [before.get(leaf), after.get(leaf)]
    if (score.status !== 'scored' || !old || !now) return score
    const applied = score.appliedMax === undefined ? undefined : scaled(score.appliedMax, now, old)
    return { ...score, points: scaled(score.points, now, old), ...(applied !== undefined && { appliedMax: applied }) }
  }
  return accept({
    ...trial,
    framework: { ...framework, nodes },
    units: units.map((unit) => ({ ...unit, scores: new Map([...unit.scores].map(([leaf, score]) => [leaf, rescored(leaf, score)])) })),
  })
}

const scoreOf = (edit: Extract<Edit, { kind: 'score' }>): LeafScore | undefined => {
  if (edit.status !== 'scored') return { status: edit.status }
  const points = parsePoints(edit.points ?? '')
  return points === undefined ? undefined : { status: 'scored', points }
}

/** Points that are set by hand come from no facts any more. */
const withoutFacts = (facts: TrialFacts, { unit, node }: Extract<Edit, { kind: 'score' }>): TrialFacts =>
  new Map(
    [...facts].map(([id, ofUnit]) => [
      id,
      unit === undefined || unit === id ? new Map([...ofUnit].filter(([leaf]) => leaf !== node)) : ofUnit,
    ]),
  )

/** Another score of one leaf; whether it fits the leaf is asked when it is computed, as of any other score. */
const editScore = (trial: Trial, edit: Extract<Edit, { kind: 'score' }>): Result<Trial> => {
  const score = scoreOf(edit)
  if (!score) return refuse(errorAt('invalidPoints', edit.node, { value: edit.points ?? '' }))
  if (!leafMaxima(trial.framework.nodes).has(nodeId(edit.node))) return refuse(errorAt('unknownNode', edit.node, { node: edit.node }))
  if (edit.unit !== undefined && !trial.units.some(({ unit }) => unit === edit.unit))
    return refuse(errorAt('unknownUnit', edit.node, { unit: edit.unit }))
  const units = trial.units.map((unit) =>
    edit.unit === undefined || unit.unit === edit.unit ? { ...unit, scores: new Map([...unit.scores, [nodeId(edit.node), score]]) } : unit,
  )
  return accept({ ...trial, units, ...(trial.facts && { facts: withoutFacts(trial.facts, edit) }) })
}

/** What becomes of leaves that do not apply, instead of what the framework says; lines and nodes that decide for themselves still do. */
const editTreatment = (trial: Trial, { treatment }: Extract<Edit, { kind: 'notApplicable' }>): Trial => ({
  ...trial,
  framework: { ...trial.framework, notApplicable: treatment },
})

const applyEdit = (trial: Trial, edit: Edit): Result<Trial> => {
  if (edit.kind === 'score') return editScore(trial, edit)
  if (edit.kind === 'maximum') return editMaximum(trial, edit)
  if (edit.kind === 'rule') return editRule(trial, edit)
  return accept(editTreatment(trial, edit))
}

/**
 * A copy with edits made in their order; what it was copied from stays as it is. Refuses an edit of a node or unit that is not there, and points or
 * maxima that are none, and a rule that does not fit. The copy is computed by `computeResults` like anything else: there is no second engine.
 */
export const applyEdits = (trial: Trial, edits: readonly Edit[]): Result<Trial> =>
  edits.reduce<Result<Trial>>((result, edit) => (result.ok ? applyEdit(result.value, edit) : result), accept(trial))
