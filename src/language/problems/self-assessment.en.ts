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
  nothingToShareOut: () => 'No criterion is assigned to a division of the unit yet. Please assign them first.',
}
