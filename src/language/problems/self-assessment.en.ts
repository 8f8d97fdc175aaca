import type { SelfAssessmentProblemFacts } from '../../core/problem-facts/self-assessment.ts'
import type { SentencesOf } from '../problem-sentences.ts'

const standing = {
  working: 'is being filled in by the division',
  finished: 'was called finished by the officers of the division',
  handedIn: 'was handed in by the head of the division',
  merged: 'was merged into the self-assessment of the unit',
}

export const selfAssessmentProblemsEn: SentencesOf<keyof SelfAssessmentProblemFacts> = {
  wrongPartState: ({ state }) => `This part ${standing[state]}, so this cannot be done. Please reload the page to see how it stands.`,
  leafOfOthers: (_, place) => `${place} does not belong to the part that your division was given.`,
  leafHandedIn: (_, place) =>
    `${place} belongs to a part that was finished or handed in. Please take it up again, or ask the unit to give it back.`,
  partNotMerged: ({ division }) => `The part of ${division} was not merged into the self-assessment of the unit yet.`,
  headSubmits: () => 'A self-assessment with parts of divisions is approved and submitted by the head of the unit.',
  notAWorkbook: () =>
    'This file is no workbook downloaded from a self-assessment, or it was saved in another form. Please download the workbook from this page, fill it in and save it as .xlsx.',
  otherWorkbook: ({ what }) => `This workbook was downloaded for another ${what}, so it cannot be handed in here.`,
  workbookRowTwice: ({ first }, place) => `${place} already stands in row ${first} of the workbook. Please keep one row.`,
  workbookRowGone: (_, place) => `${place} has no row in the workbook any more, so it stays as it is here.`,
  statusNotListed: ({ value }, place) => `${place}: the status “${value}” is not in the list. Please choose one from the list of the cell.`,
  pointsBesideStatus: (_, place) => `${place} has points and a status without points. Please clear the points or choose another status.`,
  explanationTooLong: ({ limit, actual }, place) =>
    `${place}: the explanation has ${actual} characters, at most ${limit} are kept. Please shorten it.`,
  noUnitAbove: () => 'There is no unit above this one with which it could share facts and documents.',
  nothingToShareOut: () => 'No criterion is assigned to a division of the unit yet. Please assign them first.',
}
