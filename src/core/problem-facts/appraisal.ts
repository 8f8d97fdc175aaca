import type { Secrecy } from '../vocabulary.ts'

/** What an appraisal, its council and the documents that prove can lack. Points and figures are text with a decimal point. */
export interface AppraisalProblemFacts {
  // appraisal
  refusalWithoutReason: { readonly given: string }
  missingScoreSource: Record<never, never>
  notMeasuredNotAllowed: Record<never, never>
  appraisalIncomplete: { readonly missing: number; readonly of: number }
  appraisalUnfinished: { readonly unit: string; readonly left: number }
  neverSubmitted: { readonly unit: string }
  roundsDoNotFit: { readonly rounds: readonly string[] }
  lessThanBefore: { readonly before: string; readonly given: string }
  reasonForDispute: Record<never, never>
  missingExplanation: Record<never, never>
  nothingToDispute: Record<never, never>
  notDisputed: Record<never, never>
  notYourTask: { readonly area: string }
  ownInterest: Record<never, never>
  ownDecision: Record<never, never>
  memberHasInterest: { readonly person: string }
  notInCalibration: Record<never, never>
  calibrationOver: Record<never, never>
  nothingToAccept: Record<never, never>
  tooManyUnitsAtOnce: { readonly units: number; readonly limit: number }
  nothingDecided: Record<never, never>
  noCouncil: Record<never, never>
  noVotes: Record<never, never>
  tooManyVotes: { readonly votes: number; readonly voters: number }
  voteNotCarried: { readonly votesFor: number; readonly votesAgainst: number }
  councilUnfinished: { readonly left: number }
  noChair: { readonly chairs: number }
  // evidence
  secretFile: { readonly secrecy: Secrecy }
  secretDetails: { readonly field: string }
  notEvidenceFile: Record<never, never>
}
