import { fold } from '../fold.ts'
import type { FrameworkNode } from '../framework/framework.ts'
import { errorAt, type Problem } from '../problem.ts'
import { factsRuleOf } from '../rules/leaf-outcome.ts'
import { checkClaims } from './check-claims.ts'
import type { Claim } from './claims.ts'

/** What a unit's own cycle came to at one leaf of its own set. */
export interface InnerLeaf {
  readonly code: string
  readonly name: string
  readonly claim: Claim
}

/**
 * What becomes of one leaf of the cycle above. `taken`: nothing stands there yet. `conflict`: something else stands, or the leaf bears the code but another name;
 * what stands is kept until a person chooses. `alreadySame`, and `refused` where the result cannot stand there: above the maximum, or points where facts are asked.
 */
export type CarriedLeaf = { readonly nodeId: string; readonly from: InnerLeaf } & (
  | { readonly kind: 'taken' | 'conflict' | 'alreadySame' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
)

const isEmpty = ({ status, explanation }: Claim): boolean => status === 'missing' && !explanation
const sameClaim = (a: Claim, b: Claim): boolean =>
  a.status === b.status && a.points === b.points && (a.explanation ?? '') === (b.explanation ?? '')

/** The claim as the leaf above takes it: facts go along only where its rule is fed by facts, and points without them are asked for there. */
const problemsOf = (node: FrameworkNode, claim: Claim): readonly Problem[] => {
  const asksFacts = factsRuleOf(node) !== undefined && claim.status === 'scored' && !claim.inputs
  return [
    ...(asksFacts ? [errorAt('factsAsked', node.id, {})] : []),
    ...checkClaims(new Map([[node.id, node]]), [{ nodeId: node.id, claim }]),
  ]
}

/**
 * Carries what a cycle within came to into the sheet of the cycle above, by the codes of both sets: leaves of the same code answer each other, surely where they also
 * bear the same name. Leaves that the unit does not score itself, and codes that only one set has, are left out.
 */
export const carryOver = (
  inner: readonly InnerLeaf[],
  above: readonly FrameworkNode[],
  standing: ReadonlyMap<string, Claim>,
): readonly CarriedLeaf[] => {
  const byCode = new Map(inner.filter(({ claim }) => claim.status !== 'missing').map((leaf) => [leaf.code, leaf]))
  return above.flatMap((node): CarriedLeaf[] => {
    const from = byCode.get(node.code)
    if (!from || node.children.length > 0 || node.source !== 'appraised') return []
    const stands = standing.get(node.id) ?? { status: 'missing' }
    if (sameClaim(stands, from.claim)) return [{ nodeId: node.id, from, kind: 'alreadySame' }]
    const problems = problemsOf(node, from.claim)
    if (problems.length > 0) return [{ nodeId: node.id, from, kind: 'refused', problems }]
    const isSure = fold(from.name) === fold(node.name)
    return [{ nodeId: node.id, from, kind: isSure && isEmpty(stands) ? 'taken' : 'conflict' }]
  })
}
