import { checkLaterDecision } from '../../../core/appraisal/check-later-decision.ts'
import { checkDecision } from '../../../core/appraisal/check-decision.ts'
import type { Claim, Decision } from '../../../core/appraisal/appraised-leaf.ts'
import type { Inputs } from '../../../core/rules/inputs.ts'
import type { Rule } from '../../../core/rules/registry.ts'
import { claimOfFacts } from '../../../core/self-assessment/claim-of-facts.ts'
import { parsePoints, pointsText } from '../../../core/exact/points.ts'
import type { FrameworkNode } from '../../../core/framework/framework.ts'
import { errorAt, type Problem } from '../../../core/problem.ts'
import type { Treatment } from '../../../core/vocabulary.ts'
import type { AppraisalLeaf, DecisionChange } from '../shapes.ts'

/** A decision as it is being written: points are the very text that was typed. */
export interface Draft {
  readonly status: 'scored' | 'notApplicable' | 'missing' | 'notMeasured'
  readonly typed: string
  readonly treatment?: Treatment | undefined
  readonly reason: string
  /** Facts of the appraiser's own, which the rule turned into these points. */
  readonly inputs?: Inputs | undefined
}

export const undecided: Draft = { status: 'missing', typed: '', reason: '' }

/** A decision whose claim has changed since stands no more, but its row and version do. */
const stands = ({ claim, decision }: AppraisalLeaf): boolean =>
  decision?.claimedPoints === claim?.points && (decision?.claimedVersion === undefined || decision.claimedVersion === claim?.version)

/** A matter of a later round is not decided by what was brought along from the round before. */
const isOwed = ({ isMatter, decision }: AppraisalLeaf): boolean => isMatter && decision?.version === 0

/** What the server has for a leaf, as a draft. */
export const draftOf = (leaf: AppraisalLeaf): Draft => {
  const { decision } = leaf
  if (!decision || !stands(leaf) || isOwed(leaf)) return undecided
  const { status, points = '', treatment, reason = '', inputs } = decision
  return { status, typed: points.replace('.', ','), ...(treatment && { treatment }), reason, ...(inputs && { inputs: inputs as Inputs }) }
}

export const claimOf = ({ claim }: AppraisalLeaf): (Claim & { readonly version: number }) | undefined => {
  if (!claim) return undefined
  const points = claim.points === undefined ? undefined : parsePoints(claim.points)
  return {
    status: claim.status,
    version: claim.version,
    ...(points !== undefined && { points }),
    ...(claim.explanation && { explanation: claim.explanation }),
    ...(claim.inputs && { inputs: claim.inputs as Inputs }),
  }
}

/** The draft as the core judges it; `undefined` while its points are no points. */
export const decisionOf = ({ status, typed, treatment, reason, inputs }: Draft): Decision | undefined => {
  const points = status === 'scored' ? parsePoints(typed) : undefined
  if (status === 'scored' && points === undefined) return undefined
  return {
    status,
    ...(points !== undefined && { points }),
    ...(treatment && status === 'notApplicable' && { treatment }),
    ...(reason.trim() && { reason: reason.trim() }),
    ...(inputs && { inputs }),
  }
}

/** Everything that keeps a draft from being saved. */
export const checkDraft = (node: FrameworkNode, leaf: AppraisalLeaf | undefined, draft: Draft): readonly Problem[] => {
  const decision = decisionOf(draft)
  if (!decision) return [errorAt('invalidPoints', node.id, { value: draft.typed })]
  const claim = leaf && claimOf(leaf)
  const before = leaf?.earlier.at(-1)
  if (!leaf || !before) return checkDecision(node, claim, decision)
  const points = before.points === undefined ? undefined : parsePoints(before.points)
  const seen = { claim, before: { status: before.status, ...(points !== undefined && { points }) }, isMatter: leaf.isMatter }
  return checkLaterDecision(node, seen, decision)
}

const normal = (typed: string): string => String(parsePoints(typed) ?? typed.trim())

export const sameDraft = (a: Draft, b: Draft): boolean =>
  a.status === b.status &&
  (a.status !== 'scored' || normal(a.typed) === normal(b.typed)) &&
  a.treatment === b.treatment &&
  a.reason.trim() === b.reason.trim() &&
  JSON.stringify(a.inputs) === JSON.stringify(b.inputs)

/** The draft on its way to the server. */
export const changeOf = (nodeId: string, version: number, { status, typed, treatment, reason, inputs }: Draft): DecisionChange => ({
  nodeId,
  version,
  status,
  points: status === 'scored' ? typed.trim() : undefined,
  treatment: status === 'notApplicable' ? treatment : undefined,
  reason: reason.trim() || undefined,
  inputs: status === 'missing' ? undefined : (inputs as DecisionChange['inputs']),
})

/** What a person typed into the cell of points: `K` says that the leaf does not apply, nothing takes the decision back. */
export const typeInto = (draft: Draft, typed: string): Draft => {
  if (/^k(?:ps)?$/i.test(typed.trim())) return { ...draft, status: 'notApplicable', typed: '', inputs: undefined }
  if (typed.trim() === '') return { ...draft, status: 'missing', typed: '', inputs: undefined }
  return { status: 'scored', typed, reason: draft.reason }
}

/** Facts entered as a decision: the points that the rule gives, or that the leaf does not apply; nothing while they are not complete. */
export const enterFacts = (draft: Draft, leaf: FrameworkNode, rule: Rule, inputs: Inputs): Draft => {
  const { claim } = claimOfFacts(leaf, rule, inputs)
  if (claim?.status === 'scored' && claim.points !== undefined)
    return { status: 'scored', typed: pointsText(claim.points).replace('.', ','), reason: draft.reason, inputs }
  return { status: claim?.status === 'notApplicable' ? 'notApplicable' : 'missing', typed: '', reason: draft.reason, inputs }
}

/** The claim as a decision; `undefined` where there is nothing to accept. */
export const acceptanceOf = (claim: Claim | undefined, leaf: AppraisalLeaf): Draft | undefined => {
  if (claim?.status === 'notApplicable') return { status: 'notApplicable', typed: '', reason: '' }
  return leaf.claim?.points === undefined ? undefined : { status: 'scored', typed: leaf.claim.points.replace('.', ','), reason: '' }
}
