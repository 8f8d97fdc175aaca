import { type Points, pointsText } from '../exact/points.ts'
import { errorAt, type Problem } from '../problem.ts'
import { readEntry } from '../self-assessment/read-entry.ts'
import type { AppraisableLeaf, Claim, Decision } from './appraised-leaf.ts'

const hasReason = ({ reason }: Decision): boolean => (reason ?? '').trim() !== ''

const checkBounds = (leaf: AppraisableLeaf, points: Points | undefined): readonly Problem[] => {
  if (points === undefined) return [errorAt('missingField', leaf.id, { field: 'points' })]
  const entry = readEntry(leaf, pointsText(points))
  return entry.ok ? [] : entry.problems
}

/** Why a reason is due for these points; empty where none is. */
const checkReason = (leaf: AppraisableLeaf, claim: Claim | undefined, points: Points): readonly Problem[] => {
  const given = pointsText(points)
  if (leaf.source !== 'appraised') return [errorAt('missingScoreSource', leaf.id, {})]
  if (claim?.status === 'notApplicable') return [errorAt('refusalWithoutReason', leaf.id, { given })]
  if (claim?.points !== undefined && points < claim.points)
    return [errorAt('missingReason', leaf.id, { claimed: pointsText(claim.points), given })]
  return []
}

const checkScored = (leaf: AppraisableLeaf, claim: Claim | undefined, decision: Decision): readonly Problem[] => {
  const bounds = checkBounds(leaf, decision.points)
  if (bounds.length || decision.points === undefined || hasReason(decision)) return bounds
  return checkReason(leaf, claim, decision.points)
}

const checkNotApplicable = (leaf: AppraisableLeaf, claim: Claim | undefined, decision: Decision): readonly Problem[] => {
  const isClaimed = claim?.status === 'notApplicable' && (claim.inputs !== undefined || (claim.explanation ?? '').trim() !== '')
  return isClaimed || decision.inputs !== undefined || hasReason(decision) ? [] : [errorAt('missingBasis', leaf.id, {})]
}

const checkTreatment = (leaf: AppraisableLeaf, { status, treatment }: Decision): readonly Problem[] =>
  treatment === undefined || status === 'notApplicable' ? [] : [errorAt('treatmentNotAllowed', leaf.id, { treatment })]

/**
 * What keeps an appraiser's decision on one leaf from standing: points beyond the leaf's bounds; no reason where less is given than claimed or where
 * a claim of "không phát sinh" is not accepted; no basis where the appraiser finds that a scored leaf does not apply; no named source for points
 * that the unit does not score itself (survey, external index, panel), and no word why such a leaf was not measured.
 * Facts by which the rule of the leaf finds that it does not arise are a basis; that they do so is asked elsewhere.
 * A decision taken back (`missing`) is always free. Source: domain notes 3.3 and rule 44 of section 4, seed plans' appraisal steps.
 */
export const checkDecision = (leaf: AppraisableLeaf, claim: Claim | undefined, decision: Decision): readonly Problem[] => {
  const treatment = checkTreatment(leaf, decision)
  if (decision.status === 'scored') return [...treatment, ...checkScored(leaf, claim, decision)]
  if (decision.status === 'notApplicable') return checkNotApplicable(leaf, claim, decision)
  if (decision.status === 'missing') return treatment
  if (leaf.source === 'appraised') return [...treatment, errorAt('notMeasuredNotAllowed', leaf.id, {})]
  return [...treatment, ...(hasReason(decision) ? [] : [errorAt('missingScoreSource', leaf.id, {})])]
}
