import type { SurveyProblemFacts } from '../../core/problem-facts/survey.ts'
import { questionnaireFaultSentence, responseFaultSentence, surveyStageSentence } from '../survey-faults.ts'
import type { SentencesOf } from '../problem-sentences.ts'

export const surveyProblemsVi: SentencesOf<keyof SurveyProblemFacts> = {
  questionnaireFault: (problem) => questionnaireFaultSentence(problem, 'vi'),
  responseFault: (problem) => responseFaultSentence(problem, 'vi'),
  surveyStage: ({ stage }) => surveyStageSentence(stage, 'vi'),
}
