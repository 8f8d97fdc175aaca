import type { CompositeProblemFacts } from '../../core/problem-facts/composite.ts'
import { compositeFaultSentence } from '../composite-faults.ts'
import type { SentencesOf } from '../problem-sentences.ts'

export const compositeProblemsVi: SentencesOf<keyof CompositeProblemFacts> = {
  compositeInput: (problem) => compositeFaultSentence(problem, 'vi'),
}
