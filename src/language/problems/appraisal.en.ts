import type { AppraisalProblemFacts } from '../../core/problem-facts/appraisal.ts'
import { labelsEn } from '../labels.en.ts'
import type { SentencesOf } from '../problem-sentences.ts'
import { figure, word } from './wording.en.ts'

export const appraisalProblemsEn: SentencesOf<keyof AppraisalProblemFacts> = {
  secretFile: ({ secrecy }) =>
    `A document marked ${labelsEn.secrecyLevels[secrecy]} may not be uploaded here. Give its number and date alone; the file goes the way of secret papers.`,
  secretDetails: ({ field }) => `Of a secret document only number and date are kept. Please leave “${word(field)}” empty.`,
  notEvidenceFile: () =>
    'This file cannot serve as evidence. Please use PDF, a picture (PNG, JPEG, TIFF), Word, Excel, PowerPoint, text or a ZIP archive.',
  refusalWithoutReason: ({ given }, place) =>
    `${place}: the unit says that it does not apply, the appraisal gives ${figure(given)} points. Please give the reason.`,
  missingScoreSource: (_, place) => `${place} is not scored by the unit. Please name the source of the points, or why it was not measured.`,
  notMeasuredNotAllowed: (_, place) =>
    `${place} is scored by the unit and cannot be “not measured”. Please give points or say that it does not apply.`,
  appraisalIncomplete: ({ missing, of }) =>
    `${missing} of ${of} criteria are not appraised yet. Please appraise all of them before finishing.`,
  appraisalUnfinished: ({ unit, left }) =>
    left === 0
      ? `“${unit}” is wholly appraised, but its appraisal was not finished.`
      : `“${unit}” has ${left} criteria that are not appraised.`,
  neverSubmitted: ({ unit }) => `“${unit}” has not submitted its self-assessment. On closing, its criteria are kept as missing.`,
  roundsDoNotFit: () =>
    'These rounds do not fit: they begin with the self-assessment and the first appraisal, keep their order, and an explanation is followed by a second appraisal or the council.',
  lessThanBefore: ({ before, given }, place) =>
    `${place}: the round before gave ${figure(before)} points, this one gives ${figure(given)}. Please give the reason for taking points away.`,
  reasonForDispute: (_, place) => `${place}: the unit has explained itself. Please give the reason for the decision as an answer.`,
  missingExplanation: (_, place) => `${place}: please write the explanation.`,
  nothingToDispute: (_, place) => `${place}: no fewer points were given than claimed, so there is nothing to dispute.`,
  notDisputed: (_, place) => `${place} is not before the council any more.`,
  notYourTask: ({ area }, place) => `${place} is the task of somebody else${area === '' ? '' : ` (${area})`}.`,
  memberHasInterest: ({ person }) => `${person} has an interest in this unit and cannot take part unless the chair allows it.`,
  ownDecision: () => 'You decided this yourself; somebody else has to look at it.',
  notInCalibration: () => 'You do not take part in this common sample.',
  calibrationOver: () => 'This step of the common sample is over. Please open the page again.',
  nothingToAccept: () => 'No criterion meets the conditions for being accepted.',
  tooManyUnitsAtOnce: ({ units, limit }) =>
    `There are ${units} units; at most ${limit} are accepted at once. Please choose one group or one area.`,
  nothingDecided: () => 'Nothing has been decided yet that a sample could be drawn from.',
  ownInterest: () => 'Nobody can set aside an interest of their own. Please let somebody else of the council decide about this unit.',
  noCouncil: () => 'This cycle has no appraisal council yet. Please enter the decision that sets it up and its members.',
  noVotes: (_, place) => `${place}: nobody voted for or against it.`,
  tooManyVotes: ({ votes, voters }, place) => `${place}: ${votes} votes, but only ${voters} members may vote on this unit.`,
  voteNotCarried: ({ votesFor, votesAgainst }, place) =>
    `${place}: ${votesAgainst} votes against and ${votesFor} for, so the proposal is not carried. Please propose other points.`,
  councilUnfinished: ({ left }) => `The council has not decided ${left} matters.`,
  noChair: ({ chairs }) => `A council needs exactly one chair; there are ${chairs}.`,
}
